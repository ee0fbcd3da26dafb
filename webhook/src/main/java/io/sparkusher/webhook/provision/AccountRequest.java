package io.sparkusher.webhook.provision;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sparkusher.policies.api.LabelSelector;
import io.sparkusher.policies.api.Mode;
import io.sparkusher.policies.api.PolicyReference;
import io.sparkusher.policies.catalog.Verdict;
import io.sparkusher.policies.compile.NamespaceMatcher;
import io.sparkusher.policies.pod.Role;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one policy in force asks for.
 *
 * @param names of the accounts to be made, by the role that runs as each; they may have variables
 */
record AccountRequest(PolicyReference policy, NamespaceMatcher namespaces, Map<Role, String> names) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Empty where the policy asks for none, changes nothing, as in Audit, or has no version in force. */
    static Optional<AccountRequest> of(Verdict verdict) {
        return verdict.inForce()
                .map(Verdict.InForce::spec)
                .filter(spec -> !spec.path("mode").asText().equals(Mode.Audit.name()))
                .map(spec -> new AccountRequest(verdict.object(), namespaces(spec), names(spec)))
                .filter(request -> !request.names.isEmpty());
    }

    /** Whether it is for a namespace. */
    boolean isFor(NamespaceView namespace) {
        return policy.namespace().isEmpty()
                ? namespaces.matches(namespace.labels())
                : policy.namespace().equals(namespace.name());
    }

    private static NamespaceMatcher namespaces(JsonNode spec) {
        JsonNode selector = spec.path("namespaceSelector");
        return new NamespaceMatcher(selector.isObject() ? MAPPER.convertValue(selector, LabelSelector.class) : null);
    }

    private static Map<Role, String> names(JsonNode spec) {
        Map<Role, String> names = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            JsonNode own = spec.path(role.label()).path("serviceAccount");
            JsonNode account = own.isObject() ? own : spec.path("common").path("serviceAccount");
            if (account.path("provision").asBoolean()) {
                names.put(role, account.path("name").asText());
            }
        }
        return names;
    }
}
