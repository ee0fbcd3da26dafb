package io.sparkusher.webhook.serve;

import java.nio.file.Path;
import java.util.Optional;

/** What a person reads who has just started the server. */
final class StartMessage {
    private StartMessage() {}

    static String of(ServeSettings settings, FirstLoad policies, int port) {
        String watched = policies.changeable().isPresent() ? ", watched for changes" : "";
        String url = "https://%s:%d".formatted(urlHost(settings.server().host()), port);
        return """
                Spark Usher listens at %s
                  policies     %d from %s%s
                  certificate  %s
                  try          %s
                """.formatted(
                        url,
                        policies.store().inForce().policies().size(),
                        policies.description(),
                        watched,
                        certificate(settings.writeAuthority()),
                        curl(settings.writeAuthority(), url));
    }

    private static String certificate(Optional<Path> authority) {
        return authority
                .map(file -> "self-made; clients trust it by " + file)
                .orElse("self-made; --write-ca FILE writes what clients need to trust it");
    }

    private static String curl(Optional<Path> authority, String url) {
        String trust = authority.map(file -> "--cacert " + file).orElse("--insecure");
        return "curl %s '%s/readyz?verbose'".formatted(trust, url);
    }

    private static String urlHost(String host) {
        return switch (host) {
            case "0.0.0.0", "::", "127.0.0.1" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }
}
