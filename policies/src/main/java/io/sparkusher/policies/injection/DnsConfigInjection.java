package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.Place;
import java.util.Map;

/**
 * Sets how names are resolved: the name servers and the search domains, each list as a whole, and resolver options by
 * name. Does nothing for a list or an option that is set; a pod cannot refuse it.
 */
public record DnsConfigInjection(ObjectNode config) implements Injection {
    private static final String FIELD = "spec.dnsConfig";
    private static final String OPTIONS = "options";

    @Override
    public void applyTo(PolicyApplication application) {
        Place place = application.pod().spec().member("dnsConfig");
        for (Map.Entry<String, JsonNode> member : config.properties()) {
            if (!member.getKey().equals(OPTIONS)) {
                application.value(FIELD + "." + member.getKey(), place.member(member.getKey()), member.getValue());
            }
        }
        for (JsonNode option : config.path(OPTIONS)) {
            String field = FIELD + ".options[" + option.path("name").asText() + "]";
            application.element(field, place.member(OPTIONS), ListKey.NAME, (ObjectNode) option);
        }
    }
}
