package io.sparkusher.e2e;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;

/** Two servers with the policies of one cluster, each asked by itself. */
public final class Replicas implements AutoCloseable {
    private final List<UsherServer> servers;
    private final String review;

    private Replicas(List<UsherServer> servers, String review) {
        this.servers = servers;
        this.review = review;
    }

    public static Replicas start(Settings settings) throws Exception {
        String review = Files.readString(settings.reviews().resolve("spark-4.1.1-executor.json"));
        List<UsherServer> servers = List.of(
                UsherServer.startInCluster(settings, "replica-1"), UsherServer.startInCluster(settings, "replica-2"));
        Replicas replicas = new Replicas(servers, review);
        try {
            servers.forEach(UsherServer::awaitReady);
            return replicas;
        } catch (RuntimeException | Error failure) {
            replicas.close();
            throw failure;
        }
    }

    public List<UsherServer> servers() {
        return servers;
    }

    /** What a server answers to the review of an executor in that namespace. */
    public static HttpResponse<String> answer(UsherServer server, String review, String namespace) throws Exception {
        return server.post("/mutate", review.replace("\"team-a\"", "\"" + namespace + "\""));
    }

    public HttpResponse<String> answer(UsherServer server, String namespace) throws Exception {
        return answer(server, review, namespace);
    }

    /** Is true once every server patches an executor in that namespace with the text, or without it. */
    public Callable<Boolean> patchWith(String namespace, String text, boolean expected) {
        return () -> {
            for (UsherServer server : servers) {
                if (patch(answer(server, namespace)).contains(text) != expected) {
                    return false;
                }
            }
            return true;
        };
    }

    /** The patch of an answer, empty where it changes nothing. */
    public static String patch(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        String body = answer.body();
        int start = body.indexOf("\"patch\":\"");
        if (start < 0) {
            return "";
        }
        String encoded = body.substring(start + 9, body.indexOf('"', start + 9));
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        servers.forEach(UsherServer::close);
    }
}
