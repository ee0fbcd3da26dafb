package io.sparkusher.policies.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which pods a policy is for; what is absent lets every pod pass. */
public record Match(
        @Description("Globs (* and ?) of which one must fit the label spark-app-name.")
        List<String> appNames,

        @Description("Versions of the label spark-version, which is the submitter's Spark and not the image's.")
        @Nullable
        SparkVersionRange sparkVersion,

        @Description("Globs (* and ?) of which one must fit the image of the Spark container, as the pod names it.")
        List<String> images,

        @Description("Labels that the pod must carry, as in any Kubernetes selector.") @Nullable
        LabelSelector podSelector) {
    public Match {
        appNames = appNames == null ? List.of() : List.copyOf(appNames);
        images = images == null ? List.of() : List.copyOf(images);
    }
}
