package io.sparkusher.webhook.provision;

import java.util.Map;

/**
 * What counts of a namespace.
 *
 * @param ending whether it is being deleted: nothing can be made in it any more
 */
record NamespaceView(String name, Map<String, String> labels, boolean ending) {
    /** On the namespaces in which accounts are made. */
    static final String OPT_IN_LABEL = "spark-usher.io/provision";

    private static final String OPTED_IN = "enabled";

    /** Whether accounts are made in it. */
    boolean optedIn() {
        return !ending && OPTED_IN.equals(labels.get(OPT_IN_LABEL));
    }
}
