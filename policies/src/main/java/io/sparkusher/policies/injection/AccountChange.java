package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.sparkusher.policies.patch.Place;
import io.sparkusher.policies.pod.ServiceAccounts;
import java.util.Set;
import java.util.TreeSet;

/**
 * What has to be minded when a pod is to run as another service account than it arrived with.
 *
 * @param account the one to be
 */
record AccountChange(PodContext pod, String account) {
    /** What the webhooks of EKS (IAM roles and pod identity), Azure and Google put into the environment. */
    private static final Set<String> IDENTITY_ENVIRONMENT = Set.of(
            "AWS_ROLE_ARN",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AZURE_FEDERATED_TOKEN_FILE");

    private static final String PULL_SECRETS = "imagePullSecrets";

    /**
     * Exchanges what the pod has of its account.
     *
     * @throws CannotApplyException where it must not run as the other one
     */
    void prepare() {
        pod.surroundings().serviceAccounts().ifPresent(this::refuseUnknownAccount);
        refuseForeignIdentity();
        pod.surroundings().serviceAccounts().ifPresent(this::exchangePullSecrets);
    }

    /** The API server would refuse the pod, with an error of which nobody would know where it came from. */
    private void refuseUnknownAccount(ServiceAccounts accounts) {
        String namespace = pod.surroundings().namespace();
        if (!accounts.has(namespace, account)) {
            throw new CannotApplyException("spec.serviceAccountName would become " + account + ", but the namespace "
                    + namespace + " has no such service account: create it, or let the policy provision it");
        }
    }

    private void refuseForeignIdentity() {
        for (JsonNode container : pod.spec().member("containers").value()) {
            for (JsonNode variable : container.path("env")) {
                String name = variable.path("name").asText();
                if (IDENTITY_ENVIRONMENT.contains(name)) {
                    throw new CannotApplyException("spec.serviceAccountName would become " + account
                            + ", but another webhook has already set " + name
                            + " for the account it was: let that webhook run after Spark Usher");
                }
            }
        }
    }

    /**
     * The plugin ServiceAccount copies an account's secrets into a pod that has none, before webhooks run: they are
     * exchanged for those of the other account. Not left to its second round, as policies may add secrets of their own,
     * and then it would copy none. What a stronger policy wants stays.
     */
    private void exchangePullSecrets(ServiceAccounts accounts) {
        pod.pullSecretsOfAccount().ifPresent(copied -> {
            Set<String> wanted =
                    new TreeSet<>(accounts.pullSecretsOf(pod.surroundings().namespace(), account));
            Place list = pod.spec().member(PULL_SECRETS);
            for (int index = list.value().size() - 1; index >= 0; index--) {
                String name = list.value().get(index).path("name").asText();
                boolean stays = wanted.remove(name) || isPolicys(name);
                if (copied.contains(name) && !stays) {
                    list.element(index).remove();
                }
            }
            wanted.forEach(
                    name -> list.append(JsonNodeFactory.instance.objectNode().put("name", name)));
            if (list.exists() && list.value().isEmpty()) {
                list.remove();
            }
        });
    }

    private boolean isPolicys(String secret) {
        return pod.claims().on(ImagePullSecretsInjection.field(secret)).isPresent();
    }
}
