package io.sparkusher.policies.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API server would refuse of a container's resources. */
public final class ResourceFaults {
    private ResourceFaults() {}

    /** The faults, each a sentence that begins with the field. */
    public static List<String> of(JsonNode resources, String field) {
        List<String> faults = new ArrayList<>();
        JsonNode limits = resources.path("limits");
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            String requestField = field + ".requests[" + request.getKey() + "]";
            Optional<BigDecimal> requested = Quantities.amount(request.getValue());
            Optional<BigDecimal> limit = Quantities.amount(limits.path(request.getKey()));
            if (requested.isPresent() && limit.isPresent() && requested.get().compareTo(limit.get()) > 0) {
                faults.add(requestField + " would be " + request.getValue().asText() + ", which is over the limit "
                        + limits.path(request.getKey()).asText() + ": raise the one or lower the other");
            }
        }
        return faults;
    }
}
