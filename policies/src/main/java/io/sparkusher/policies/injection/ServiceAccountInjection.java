package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sparkusher.policies.api.ServiceAccountChoice;
import io.sparkusher.policies.patch.Place;
import io.sparkusher.policies.pod.Role;
import java.util.Set;

/**
 * Runs the pod as a service account. Does nothing where the pod names one other than {@code default}; an executor's
 * does not count, as it has its driver's from Spark. A pod refuses it where another webhook has given it an identity of
 * the account that it would lose.
 */
public record ServiceAccountInjection(ServiceAccountChoice account) implements Injection {
    /** The account of a pod that names none. */
    private static final String DEFAULT_ACCOUNT = "default";

    private static final String NAME = "serviceAccountName";
    private static final String AUTOMOUNT = "automountServiceAccountToken";

    /** What the webhooks of EKS (IAM roles and pod identity), Azure and Google put into the environment. */
    private static final Set<String> IDENTITY_ENVIRONMENT = Set.of(
            "AWS_ROLE_ARN",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AZURE_FEDERATED_TOKEN_FILE");

    @Override
    public void applyTo(PolicyApplication application) {
        Place spec = application.pod().spec();
        JsonNode present = spec.member(NAME).value();
        TextNode wanted = TextNode.valueOf(account.name());
        boolean unset = present.isMissingNode()
                || application.pod().role() == Role.Executor
                || ApiServerDefaults.counts(NAME, present);
        boolean runsAsIt = application.settle("spec." + NAME, present, wanted, unset, () -> {
            if (!present.asText(DEFAULT_ACCOUNT).equals(account.name())) {
                refuseForeignIdentity(spec);
            }
            spec.member(NAME).set(wanted);
            spec.member("serviceAccount").set(wanted);
        });
        if (runsAsIt && account.automountToken() != null) {
            applyTokenTo(application, account.automountToken());
        }
    }

    private void refuseForeignIdentity(Place spec) {
        for (JsonNode container : spec.member("containers").value()) {
            for (JsonNode variable : container.path("env")) {
                String name = variable.path("name").asText();
                if (IDENTITY_ENVIRONMENT.contains(name)) {
                    throw new CannotApplyException("spec.serviceAccountName would become " + account.name()
                            + ", but another webhook has already set " + name
                            + " for the account it was: let that webhook run after Spark Usher");
                }
            }
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
