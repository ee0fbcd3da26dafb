package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.patch.Place;
import java.util.List;

/**
 * Sets a single value of the pod's specification. Does nothing where the pod sets it, unless to what the API server
 * fills in; a pod cannot refuse it.
 *
 * @param derived the fields that the API server has filled in from the value before: they are removed with it, as it
 *     refuses a pod where they contradict the new one, and fills them in again
 */
public record PodSpecValueInjection(String member, JsonNode wanted, List<String> derived) implements Injection {
    @Override
    public void applyTo(PolicyApplication application) {
        Place spec = application.pod().spec();
        Place place = spec.member(member);
        boolean free = !place.exists() || ApiServerDefaults.counts(member, place.value());
        application.settle("spec." + member, place.value(), wanted, free, () -> set(spec));
    }

    private void set(Place spec) {
        derived.stream().map(spec::member).filter(Place::exists).forEach(Place::remove);
        spec.member(member).set(wanted);
    }
}
