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
    private final Place metadata;
    private final Place spec;
    private final Optional<Place> sparkContainer;
    private final String sparkContainerPath;

    /** The context of one review, of a pod as it arrived. */
    public PodContext(PodDraft draft, Role role, Surroundings surroundings) {
        this.draft = draft;
        this.role = role;
        this.surroundings = surroundings;
        this.metadata = draft.root().member("metadata");
        this.spec = draft.root().member("spec");
        int index = SparkContainer.indexIn(draft.root().value());
        this.sparkContainer = index < 0
                ? Optional.empty()
                : Optional.of(spec.member("containers").element(index));
        this.sparkContainerPath = sparkContainer
                .map(container ->
                        "spec.containers[" + container.value().path("name").asText() + "]")
                .orElse("");
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
        return spec;
    }

    Place metadata() {
        return metadata;
    }

    JsonNode labels() {
        return metadata().member("labels").value();
    }

    /** The container in which Spark runs. */
    Place sparkContainer() {
        return sparkContainer.orElseThrow(() -> new CannotApplyException(
                "it cannot be told which container runs Spark: name it in the pod's annotation "
                        + SparkContainer.ANNOTATION));
    }

    /** The path of the Spark container as reasons name it; like the container itself not to be had where none is known. */
    String sparkContainerPath() {
        sparkContainer();
        return sparkContainerPath;
    }
}
