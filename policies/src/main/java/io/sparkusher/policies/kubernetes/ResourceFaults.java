package io.sparkusher.policies.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the API server would refuse of a container's resources. */
public final class ResourceFaults {
    private ResourceFaults() {}

    /** The faults of requests by resource, each what would be and what to do. */
    public static Map<String, String> ofRequests(JsonNode resources) {
        Map<String, String> faults = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            JsonNode limit = resources.path("limits").path(request.getKey());
            requestFault(request.getKey(), request.getValue(), limit)
                    .ifPresent(fault -> faults.put(request.getKey(), fault));
        }
        return faults;
    }

    private static Optional<String> requestFault(String name, JsonNode request, JsonNode limit) {
        boolean exact = isNeverOvercommitted(name);
        // The usual cases first: to read two quantities takes longer than all else here.
        if (limit.isMissingNode() ? !exact : limit.asText().equals(request.asText())) {
            return Optional.empty();
        }
        Optional<BigDecimal> requested = Quantities.amount(request);
        Optional<BigDecimal> limited = Quantities.amount(limit);
        if (requested.isEmpty()) {
            return Optional.empty();
        }
        if (limited.isEmpty()) {
            return exact
                    ? Optional.of("would be " + request.asText() + " without a limit, which " + name
                            + " needs: set the same limit")
                    : Optional.empty();
        }
        int difference = requested.get().compareTo(limited.get());
        if (exact && difference != 0) {
            return Optional.of("would be " + request.asText() + " where the limit is " + limit.asText() + ", and of "
                    + name + " both must be the same: change one of them");
        }
        return difference > 0
                ? Optional.of("would be " + request.asText() + ", which is over the limit " + limit.asText()
                        + ": raise the one or lower the other")
                : Optional.empty();
    }

    /** Whether it is a resource such as GPUs or huge pages, of which a container gets what it may use and no less. */
    public static boolean isNeverOvercommitted(String name) {
        return name.startsWith("hugepages-") || (name.contains("/") && !name.contains("kubernetes.io/"));
    }
}
