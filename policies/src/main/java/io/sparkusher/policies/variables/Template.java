package io.sparkusher.policies.variables;

import io.sparkusher.policies.variables.Variable.Use;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which variables stand for values. */
public final class Template {
    private static final String BEGIN = "${usher:";
    private static final Pattern USE = Pattern.compile("\\$\\{usher:([^}]*)}");

    private Template() {}

    /** Whether the text has variables, right or wrong. */
    public static boolean isTemplate(String text) {
        return text.contains(BEGIN);
    }

    /** What is wrong with the text's variables, empty where nothing is. */
    public static Optional<String> fault(String text) {
        return USE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> Variable.parse(name).isEmpty())
                .findFirst()
                .map(name -> "uses the variable " + BEGIN + name + "}, expected one of "
                        + String.join(", ", Variable.patterns()))
                .or(() -> isTemplate(USE.matcher(text).replaceAll(""))
                        ? Optional.of("has a variable that does not end: close it with }")
                        : Optional.empty());
    }

    /** The text with a letter in the place of every variable: whether what is around them can be right. */
    public static String sample(String text) {
        return isTemplate(text) ? USE.matcher(text).replaceAll("x") : text;
    }

    /** The text with values in the place of its variables, of which nothing is wrong. */
    public static String expand(String text, Function<Use, String> values) {
        return USE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    private static String value(MatchResult found, Function<Use, String> values) {
        return Variable.parse(found.group(1)).map(values).orElseGet(found::group);
    }
}
