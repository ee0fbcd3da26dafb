package io.sparkusher.policies.check;

import io.sparkusher.policies.api.Band;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.api.SparkPodPolicySpec;
import io.sparkusher.policies.api.SparkProperty;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the Spark properties of a policy. */
record SparkConfCheck(Checks checks, Band band) {
    private static final Pattern NAME = Pattern.compile("spark\\.[^\\s=$]+");

    /** Properties whose value is a list, of which only one can stand. */
    private static final Set<String> LISTS = Set.of(
            "spark.archives",
            "spark.driver.defaultJavaOptions",
            "spark.driver.extraClassPath",
            "spark.driver.extraJavaOptions",
            "spark.driver.extraLibraryPath",
            "spark.executor.defaultJavaOptions",
            "spark.executor.extraClassPath",
            "spark.executor.extraJavaOptions",
            "spark.executor.extraLibraryPath",
            "spark.extraListeners",
            "spark.files",
            "spark.jars",
            "spark.jars.excludes",
            "spark.jars.packages",
            "spark.jars.repositories",
            "spark.kubernetes.container.image.pullSecrets",
            "spark.plugins",
            "spark.sql.extensions",
            "spark.sql.queryExecutionListeners",
            "spark.sql.streaming.streamingQueryListeners",
            "spark.submit.pyFiles");

    void check(SparkPodPolicySpec spec) {
        onlyOfDrivers("spec.common", spec.common());
        onlyOfDrivers("spec.executor", spec.executor());
        if (spec.driver() != null) {
            properties("spec.driver.sparkConf", spec.driver().sparkConf());
        }
    }

    private void onlyOfDrivers(String path, @Nullable PodSection section) {
        if (section != null && !section.sparkConf().isEmpty()) {
            checks.error(
                    path + ".sparkConf",
                    "is read by the driver, which tells its executors: it belongs under spec.driver");
        }
    }

    private void properties(String path, List<SparkProperty> properties) {
        checks.unique(path, properties, "name", SparkProperty::name);
        for (int index = 0; index < properties.size(); index++) {
            SparkProperty property = properties.get(index);
            String at = FieldPath.element(path, index);
            name(at + ".name", property.name());
            LiteralSecrets.propertyFault(property.name(), property.value())
                    .ifPresent(fault -> checks.error(at + ".value", fault));
        }
    }

    private void name(String path, String name) {
        if (name.isEmpty()) {
            return;
        }
        if (!NAME.matcher(name).matches()) {
            checks.error(path, "is " + name + ", expected a property of Spark's, which begins with spark.");
            return;
        }
        SpentProperties.fault(name, band).ifPresent(fault -> checks.error(path, "is " + name + ", " + fault));
        if (LISTS.contains(name)) {
            checks.document().warning(path, "is " + name + ", a list of which only one can stand: " + whichStands());
        }
    }

    private String whichStands() {
        return switch (band) {
            case Required -> "this one replaces the one that an application brings";
            case Default -> "an application that brings one of its own does without this one";
        };
    }
}
