package io.sparkusher.webhook.serve;

import io.sparkusher.certs.SubjectAlternativeName;
import io.sparkusher.webhook.http.ServerSettings;
import io.sparkusher.webhook.warmup.WarmUpSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a run of the server depends on.
 *
 * @param names what clients may call the server besides the names of this host
 * @param writeAuthority where to write the certificate that clients have to trust
 * @param stampEveryPod whether Spark pods that no policy changes are stamped, too
 * @param drain how long to accept connections after the signal to end
 */
record ServeSettings(
        PolicySource policies,
        List<SubjectAlternativeName> names,
        Optional<Path> writeAuthority,
        boolean stampEveryPod,
        Duration drain,
        ServerSettings server,
        WarmUpSettings warmUp) {
    public ServeSettings {
        names = List.copyOf(names);
    }
}
