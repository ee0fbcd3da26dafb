package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Sets a single value of the pod's specification. Does nothing where the pod sets it, unless to what the API server
 * fills in; a pod cannot refuse it.
 */
public record PodSpecValueInjection(String member, JsonNode wanted) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        var place = application.pod().spec().member(member);
        application.value("spec." + member, place, wanted, ApiServerDefaults.counts(member, place.value()));
    }
}
