package io.sparkusher.e2e.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Spark Usher says, among what the API server, Spark and its Kubernetes client say around it. */
final class DenialSentence {
    private static final Pattern DENIED = Pattern.compile(
            "admission webhook \"spark\\.spark-usher\\.io\" denied the request: (.*?)(?:\\. Received status|$)",
            Pattern.MULTILINE);

    private DenialSentence() {}

    static boolean isIn(String output) {
        return DENIED.matcher(output).find();
    }

    /** The first in an output. */
    static String in(String output) {
        Matcher matcher = DENIED.matcher(output);
        if (!matcher.find()) {
            throw new AssertionError("No denial of Spark Usher in: " + output);
        }
        return matcher.group(1);
    }
}
