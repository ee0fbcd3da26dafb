package io.sparkusher.policies.injection;

import io.sparkusher.policies.variables.Variable;

/** The values of variables for one pod. */
record PodVariables(PodContext pod) {
    private static final String APP_NAME_LABEL = "spark-app-name";
    private static final String APP_ID_LABEL = "spark-app-selector";

    /**
     * The value of a variable.
     *
     * @throws CannotApplyException where it has none
     */
    String value(Variable.Use use) {
        return switch (use.variable()) {
            case Namespace -> pod.surroundings().namespace();
            case NamespaceLabel -> namespaceLabel(use);
            case AppName -> label(use, APP_NAME_LABEL);
            case AppId -> label(use, APP_ID_LABEL);
            case Role -> pod.role().label();
        };
    }

    private String namespaceLabel(Variable.Use use) {
        String value = pod.surroundings().labels().get(use.key());
        if (value == null) {
            throw new CannotApplyException("the variable " + use + " has no value: give the namespace "
                    + pod.surroundings().namespace() + " the label " + use.key());
        }
        return value;
    }

    private String label(Variable.Use use, String label) {
        String value = pod.labels().path(label).asText();
        if (value.isEmpty()) {
            throw new CannotApplyException("the variable " + use + " has no value: give the pod the label " + label);
        }
        return value;
    }
}
