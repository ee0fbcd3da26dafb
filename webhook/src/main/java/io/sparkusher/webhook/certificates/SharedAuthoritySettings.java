package io.sparkusher.webhook.certificates;

import io.sparkusher.certs.RotationSettings;
import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.webhook.trust.ConfigurationNames;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * How replicas share an authority.
 *
 * @param namespace where the Secret and the replicas' Leases are
 * @param secret its name
 * @param configurations that are to trust the authority
 * @param names what the API server and probes call a replica
 * @param servingLifetime of the certificate that a replica issues to itself, anew when two thirds have gone
 * @param poll how often to look without having been told of a change
 * @param settled for how long a replica must have been seen to be trusted before it is ready
 */
public record SharedAuthoritySettings(
        String namespace,
        String secret,
        ConfigurationNames configurations,
        List<SubjectAlternativeName> names,
        RotationSettings rotation,
        Duration servingLifetime,
        Duration poll,
        Duration settled) {
    public SharedAuthoritySettings {
        names = List.copyOf(names);
    }

    /**
     * As the manifests have it.
     *
     * @param service by which the API server calls the replicas
     */
    public static SharedAuthoritySettings of(String namespace, String service) {
        return new SharedAuthoritySettings(
                namespace,
                "spark-usher-authority",
                ConfigurationNames.ofTheManifests(),
                names(namespace, service),
                RotationSettings.defaults(),
                Duration.ofDays(1),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1));
    }

    /** For a server that clients may call by these names too. */
    public SharedAuthoritySettings withNames(List<SubjectAlternativeName> further) {
        return new SharedAuthoritySettings(
                namespace,
                secret,
                configurations,
                Stream.concat(names.stream(), further.stream()).distinct().toList(),
                rotation,
                servingLifetime,
                poll,
                settled);
    }

    /** What a Service in a namespace is called, and what this machine is called by itself. */
    public static List<SubjectAlternativeName> names(String namespace, String service) {
        String host = service + "." + namespace;
        return Stream.of(host + ".svc", host + ".svc.cluster.local", host, "localhost", "127.0.0.1", "::1")
                .map(SubjectAlternativeName::parse)
                .toList();
    }
}
