package io.sparkusher.policies.check;

import io.sparkusher.policies.api.Metrics;
import io.sparkusher.policies.api.Metrics.JmxAgent;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.pod.Role;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks how metrics are to be read. */
record MetricsCheck(Checks checks) {
    private static final int MAXIMUM_PORT = 65535;

    /** What stands in an option of the JVM, between its own signs. */
    private static final Pattern FILE = Pattern.compile("/[A-Za-z0-9._/-]*[A-Za-z0-9._-]");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]+");

    /** Where Spark itself listens if nobody says otherwise. */
    private static final Map<Integer, String> SPARKS_OWN = Map.of(
            4040, "the web interface",
            7078, "the driver",
            7079, "the block manager",
            15002, "Spark Connect");

    void check(String path, Metrics metrics, Optional<Role> role) {
        switch (metrics.type()) {
            case JmxAgent -> {
                if (metrics.jmxAgent() == null) {
                    checks.error(path + ".jmxAgent", "is missing: the type JmxAgent needs it");
                } else {
                    agent(path + ".jmxAgent", metrics.jmxAgent());
                }
            }
            case Servlet -> servlet(path, metrics, role);
        }
    }

    private void servlet(String path, Metrics metrics, Optional<Role> role) {
        if (metrics.jmxAgent() != null) {
            checks.error(path + ".jmxAgent", "does not go with the type Servlet: remove it, or change the type");
        }
        if (role.equals(Optional.of(Role.Executor))) {
            checks.error(
                    path + ".type",
                    "is Servlet, which only drivers have, for their executors as well: it belongs under"
                            + " spec.driver");
        }
    }

    private void agent(String path, JmxAgent agent) {
        if (agent.port() < 1 || agent.port() > MAXIMUM_PORT) {
            checks.error(path + ".port", "is " + agent.port() + ", expected 1 to " + MAXIMUM_PORT);
        } else if (SPARKS_OWN.containsKey(agent.port())) {
            checks.error(
                    path + ".port",
                    "is " + agent.port() + ", where " + SPARKS_OWN.get(agent.port()) + " listens: choose another");
        }
        file(path + ".jarPath", agent.jarPath());
        file(path + ".configPath", agent.configPath());
        if (agent.configMap() != null) {
            checks.name(path + ".configMap.name", agent.configMap().name(), Names.Subdomain);
            if (!KEY.matcher(agent.configMap().key()).matches()) {
                checks.error(
                        path + ".configMap.key",
                        "is \"" + agent.configMap().key()
                                + "\", expected letters, digits, dots, hyphens and underscores");
            }
        }
    }

    private void file(String path, String file) {
        if (!FILE.matcher(file).matches()) {
            checks.error(
                    path,
                    "is \"" + file + "\", expected an absolute path of letters, digits, dots, hyphens, underscores and"
                            + " slashes");
        }
    }
}
