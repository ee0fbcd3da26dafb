package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import io.sparkusher.policies.patch.Place;
import io.sparkusher.policies.patch.PodDraft;
import io.sparkusher.policies.pod.Role;
import io.sparkusher.policies.pod.ServiceAccounts;
import io.sparkusher.policies.pod.SparkContainer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What every policy's application to one pod has in common. */
public final class PodContext {
    /** The account of a pod that names none. */
    static final String DEFAULT_ACCOUNT = "default";

    private final PodDraft draft;
    private final Role role;
    private final Surroundings surroundings;
    private final Claims claims = new Claims();
    private final Optional<Set<String>> pullSecretsOfAccount;
    private final int sparkContainer;

    /** The context of one review, of a pod as it arrived. */
    public PodContext(PodDraft draft, Role role, Surroundings surroundings) {
        this.draft = draft;
        this.role = role;
        this.surroundings = surroundings;
        this.sparkContainer = SparkContainer.indexIn(draft.root().value());
        this.pullSecretsOfAccount = surroundings.serviceAccounts().flatMap(this::copiedFromAccount);
    }

    private Optional<Set<String>> copiedFromAccount(ServiceAccounts accounts) {
        JsonNode secrets = spec().member("imagePullSecrets").value();
        String account = spec().member("serviceAccountName").value().asText(DEFAULT_ACCOUNT);
        Set<String> ofAccount = accounts.pullSecretsOf(surroundings.namespace(), account);
        Set<String> names = secrets.valueStream()
                .map(secret -> secret.path("name").asText())
                .collect(Collectors.toUnmodifiableSet());
        return names.equals(ofAccount) ? Optional.of(names) : Optional.empty();
    }

    /**
     * The pull secrets that the pod arrived with, where they are those of the account that it arrived with: the API
     * server copied them. Empty where they are its author's, or nobody knows.
     */
    Optional<Set<String>> pullSecretsOfAccount() {
        return pullSecretsOfAccount;
    }

    public PodDraft draft() {
        return draft;
    }

    public Claims claims() {
        return claims;
    }

    Role role() {
        return role;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Place spec() {
        return draft.root().member("spec");
    }

    Place metadata() {
        return draft.root().member("metadata");
    }

    JsonNode labels() {
        return metadata().member("labels").value();
    }

    /** The container in which Spark runs. */
    Place sparkContainer() {
        if (sparkContainer < 0) {
            throw new CannotApplyException(
                    "it cannot be told which container runs Spark: name it in the pod's annotation "
                            + SparkContainer.ANNOTATION);
        }
        return spec().member("containers").element(sparkContainer);
    }

    /** The path of the Spark container as reasons name it. */
    String sparkContainerPath() {
        return "spec.containers[" + sparkContainer().value().path("name").asText() + "]";
    }
}
