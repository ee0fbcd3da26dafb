package io.sparkusher.policies.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PodSection;
import io.sparkusher.policies.kubernetes.Names;
import io.sparkusher.policies.source.FieldPath;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks how the pod resolves names. */
record ResolutionCheck(Checks checks) {
    private static final Set<String> POLICIES = Set.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");

    /** Kubernetes': MaxDNSNameservers and MaxDNSSearchPaths. */
    private static final int MAXIMUM_NAME_SERVERS = 3;

    private static final int MAXIMUM_SEARCHES = 32;

    /** Rough for IPv6, as every spelling of it would be longer than what it saves. */
    private static final Pattern ADDRESS = Pattern.compile(
            "((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.(?!$)|$)){4}|(?=.*:.*:)[0-9a-fA-F:]{2,39}(\\.[0-9.]+)?");

    void check(String path, PodSection section) {
        String policy = section.dnsPolicy();
        if (policy != null && !POLICIES.contains(policy)) {
            checks.error(
                    path + ".dnsPolicy",
                    "is " + policy + ", expected ClusterFirst, ClusterFirstWithHostNet, Default or None");
        }
        if (section.dnsConfig() != null) {
            config(path + ".dnsConfig", section.dnsConfig());
        }
        aliases(path + ".hostAliases", section.hostAliases());
    }

    private void config(String path, ObjectNode config) {
        JsonNode servers = config.path("nameservers");
        atMost(MAXIMUM_NAME_SERVERS, path + ".nameservers", servers);
        atMost(MAXIMUM_SEARCHES, path + ".searches", config.path("searches"));
        for (int index = 0; index < servers.size(); index++) {
            address(FieldPath.element(path + ".nameservers", index), servers.path(index));
        }
        JsonNode options = config.path("options");
        for (int index = 0; index < options.size(); index++) {
            if (options.path(index).path("name").asText().isEmpty()) {
                checks.error(FieldPath.element(path + ".options", index) + ".name", "is missing: a text is required");
            }
        }
    }

    private void aliases(String path, List<ObjectNode> aliases) {
        checks.unique(path, aliases, "ip", alias -> alias.path("ip").asText());
        for (int index = 0; index < aliases.size(); index++) {
            String at = FieldPath.element(path, index);
            address(at + ".ip", aliases.get(index).path("ip"));
            JsonNode names = aliases.get(index).path("hostnames");
            for (int name = 0; name < names.size(); name++) {
                checks.name(
                        FieldPath.element(at + ".hostnames", name),
                        names.path(name).asText(),
                        Names.Subdomain);
            }
        }
    }

    private void atMost(int maximum, String path, JsonNode list) {
        if (list.size() > maximum) {
            checks.error(path, "has " + list.size() + " elements, and Kubernetes takes " + maximum + " at most");
        }
    }

    private void address(String path, JsonNode address) {
        if (!ADDRESS.matcher(address.asText()).matches()) {
            checks.error(path, "is \"" + address.asText() + "\", expected an IP address such as 10.0.0.1");
        }
    }
}
