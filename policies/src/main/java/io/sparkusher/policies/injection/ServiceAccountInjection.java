package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.api.ServiceAccountChoice;
import io.sparkusher.policies.patch.Place;
import io.sparkusher.policies.pod.Role;

/**
 * Runs the pod as a service account. Does nothing where the pod names one other than {@code default}; an executor's
 * does not count, as it has its driver's from Spark. A pod refuses it where there is no such account, and where another
 * webhook has given it an identity of the account that it would lose.
 */
public record ServiceAccountInjection(ServiceAccountChoice account) implements Injection {
    private static final String NAME = "serviceAccountName";
    private static final String AUTOMOUNT = "automountServiceAccountToken";

    @Override
    public void applyTo(PolicyApplication application) {
        Place spec = application.pod().spec();
        JsonNode present = spec.member(NAME).value();
        TextNode wanted = TextNode.valueOf(account.name());
        boolean unset = present.isMissingNode()
                || application.pod().role() == Role.Executor
                || ApiServerDefaults.counts(NAME, present);
        boolean runsAsIt = application.settle("spec." + NAME, present, wanted, unset, () -> {
            if (!present.asText(PodContext.DEFAULT_ACCOUNT).equals(account.name())) {
                new AccountChange(application.pod(), account.name()).prepare();
            }
            spec.member(NAME).set(wanted);
            spec.member("serviceAccount").set(wanted);
        });
        if (runsAsIt && account.automountToken() != null) {
            applyTokenTo(application, account.automountToken());
        }
    }

    private static void applyTokenTo(PolicyApplication application, boolean automount) {
        Place spec = application.pod().spec();
        Place place = spec.member(AUTOMOUNT);
        boolean settled = application.settle(
                "spec." + AUTOMOUNT,
                place.value(),
                BooleanNode.valueOf(automount),
                !place.exists(),
                () -> place.set(BooleanNode.valueOf(automount)));
        if (settled && !automount) {
            TokenVolume.removeFrom(spec);
        }
    }
}
