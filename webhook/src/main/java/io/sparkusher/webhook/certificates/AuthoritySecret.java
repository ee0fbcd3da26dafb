package io.sparkusher.webhook.certificates;

import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.sparkusher.certs.InvalidPemException;
import io.sparkusher.certs.RotationView.Absent;
import io.sparkusher.certs.RotationView.Damaged;
import io.sparkusher.certs.RotationView.Stored;
import io.sparkusher.certs.RotationView.Usable;
import io.sparkusher.certs.SharedAuthorities;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The Secret by which replicas share authorities. Nobody overwrites what he has not read. */
final class AuthoritySecret {
    /** With the value {@code now}, on the Secret: asks for a new authority. Removed once that is prepared. */
    static final String ROTATE = "spark-usher.io/rotate";

    private static final String NOW = "now";

    private final KubernetesClient client;
    private final String namespace;
    private final String name;

    AuthoritySecret(KubernetesClient client, String namespace, String name) {
        this.client = client;
        this.namespace = namespace;
        this.name = name;
    }

    /** The Secret at one time, which is empty where there was none. */
    record Content(Optional<Secret> secret) {
        Stored stored() {
            return secret.map(Content::read).orElseGet(Absent::new);
        }

        private static Stored read(Secret secret) {
            try {
                return new Usable(SharedAuthorities.read(texts(secret)));
            } catch (InvalidPemException exception) {
                return new Damaged(String.valueOf(exception.getMessage()));
            }
        }

        private static Map<String, String> texts(Secret secret) {
            return mapped(
                    Optional.ofNullable(secret.getData()).orElse(Map.of()),
                    text -> new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
        }

        /** Whether a person asks for a new authority. */
        boolean asked() {
            return secret.map(Secret::getMetadata)
                    .map(metadata -> metadata.getAnnotations().get(ROTATE))
                    .filter(NOW::equals)
                    .isPresent();
        }
    }

    private static Map<String, String> mapped(Map<String, String> map, UnaryOperator<String> change) {
        return map.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> change.apply(entry.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    /** Where to listen for changes. */
    Resource<Secret> resource() {
        return client.secrets().inNamespace(namespace).withName(name);
    }

    Content read() {
        return new Content(Optional.ofNullable(resource().get()));
    }

    /**
     * Stores other authorities.
     *
     * @return whether they are stored; if not, another replica or a person was first
     */
    boolean replace(Content before, SharedAuthorities authorities) {
        return store(filled(before, authorities).build(), before);
    }

    /** The same, with the request for a new authority done with. */
    boolean answer(Content before, SharedAuthorities authorities) {
        Secret answered = filled(before, authorities)
                .editMetadata()
                .removeFromAnnotations(ROTATE)
                .endMetadata()
                .build();
        return store(answered, before);
    }

    private SecretBuilder filled(Content before, SharedAuthorities authorities) {
        Map<String, String> data = mapped(
                authorities.texts(), text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        return before.secret()
                .map(SecretBuilder::new)
                .orElseGet(this::fresh)
                .withStringData(null)
                .withData(data);
    }

    private SecretBuilder fresh() {
        return new SecretBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .addToLabels("app.kubernetes.io/name", "spark-usher")
                .endMetadata();
    }

    private boolean store(Secret secret, Content before) {
        Resource<Secret> stored = client.resource(secret);
        try {
            if (before.secret().isPresent()) {
                stored.update();
            } else {
                stored.create();
            }
            return true;
        } catch (KubernetesClientException exception) {
            boolean gone = exception.getCode() == HttpURLConnection.HTTP_NOT_FOUND;
            boolean overtaken = exception.getCode() == HttpURLConnection.HTTP_CONFLICT;
            if (overtaken || (gone && before.secret().isPresent())) {
                return false;
            }
            throw exception;
        }
    }
}
