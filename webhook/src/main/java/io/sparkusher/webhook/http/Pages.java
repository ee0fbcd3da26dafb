package io.sparkusher.webhook.http;

import io.sparkusher.webhook.health.Readiness;
import io.sparkusher.webhook.metrics.MetricsRegistry;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;

/** The pages for probes and for Prometheus. */
final class Pages {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private Pages() {}

    static List<Page> of(Readiness readiness, MetricsRegistry metrics) {
        return List.of(
                new Page("/healthz", request -> HttpAnswer.text(200, PLAIN, "ok\n")),
                new Page("/readyz", request -> readyz(readiness, request)),
                new Page("/metrics", request -> HttpAnswer.text(200, PROMETHEUS, metrics.scrape())));
    }

    private static HttpAnswer readyz(Readiness readiness, HttpServerRequest request) {
        boolean ready = readiness.isReady();
        boolean verbose = request.params().contains("verbose");
        String brief = ready ? "ready\n" : "not ready: /readyz?verbose tells why\n";
        return HttpAnswer.text(ready ? 200 : 503, PLAIN, verbose ? readiness.report() : brief);
    }
}
