package io.sparkusher.webhook.serve;

import java.nio.file.Path;
import java.util.Optional;

/** What a person reads who has just started the server. */
final class StartMessage {
    private StartMessage() {}

    static String of(ServeSettings settings, Environment environment, int port) {
        String url = "https://%s:%d".formatted(urlHost(settings.server().host()), port);
        return """
                Spark Usher listens at %s
                  policies     %s
                  certificate  %s
                  try          %s
                """.formatted(
                        url,
                        environment.policies(),
                        environment.certificate() + trust(settings),
                        curl(settings.writeAuthority(), url));
    }

    // Those who call it in a cluster are made to trust it.
    private static String trust(ServeSettings settings) {
        String hint = settings.policies() instanceof PolicySource.Folder
                ? "; --write-ca FILE writes what clients need to trust it"
                : "";
        return settings.writeAuthority()
                .map(file -> "; clients trust it by " + file)
                .orElse(hint);
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
