package io.sparkusher.policies.injection;

import io.sparkusher.policies.api.SparkProperty;
import java.util.List;
import java.util.Optional;

/**
 * Sets Spark properties of a driver, in a Required policy by an argument of {@code spark-submit}, which beats the
 * properties that the application was submitted with, and in a Default policy by an option of the JVM, which they beat.
 * Does nothing in a Default policy for a property that the pod's arguments or options set; those in the file that
 * {@code spark-submit} makes cannot be seen. A pod refuses it where its options come by {@code valueFrom}, and a Required
 * one where no {@code spark-submit} of the image's entry point runs, as in a notebook.
 */
public record SparkConfInjection(List<SparkProperty> properties) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        properties.forEach(property -> applyTo(application, property));
    }

    private static void applyTo(PolicyApplication application, SparkProperty property) {
        if (application.isRequired()) {
            setByArgument(application, property);
        } else {
            setByOption(application, property);
        }
    }

    private static void setByArgument(PolicyApplication application, SparkProperty property) {
        SubmitArguments arguments = arguments(application);
        if (!arguments.hasDriver()) {
            throw new CannotApplyException(field(property) + " cannot be set: "
                    + application.pod().sparkContainerPath()
                    + ".args has no argument driver, as in a notebook or a server: set the property in that program's"
                    + " own configuration, or in a Default policy");
        }
        Optional<String> present = arguments.property(property.name());
        settleArgument(application, property, present, () -> arguments.set(property.name(), property.value()));
    }

    private static void setByOption(PolicyApplication application, SparkProperty property) {
        Optional<String> argument = arguments(application).property(property.name());
        if (argument.isPresent()) {
            settleArgument(application, property, argument, () -> {});
            return;
        }
        SubmitOptions options = SubmitOptions.of(application.pod());
        String prefix = "-D" + property.name() + "=";
        Optional<String> present = options.last(prefix);
        boolean set = application.settle(
                field(property),
                field(property) + " by " + SubmitOptions.VARIABLE,
                property.value(),
                present.equals(Optional.of(property.value())),
                present.isEmpty(),
                () -> options.append(prefix + property.value()));
        if (set) {
            application.claim(options.field());
        }
    }

    private static void settleArgument(
            PolicyApplication application, SparkProperty property, Optional<String> present, Runnable write) {
        application.settle(
                field(property),
                field(property) + " by " + SubmitArguments.LONG_OPTION,
                property.value(),
                present.equals(Optional.of(property.value())),
                false,
                write);
    }

    private static SubmitArguments arguments(PolicyApplication application) {
        return new SubmitArguments(application.pod().sparkContainer().member("args"));
    }

    /** How reasons name a property. */
    private static String field(SparkProperty property) {
        return "sparkConf[" + property.name() + "]";
    }
}
