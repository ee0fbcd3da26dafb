package io.sparkusher.webhook.http;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which request goes where, and what becomes of those that go nowhere. */
final class Routes {
    static final String MISTAKE = "Spark Usher made a mistake: its log tells more";

    static final String MALFORMED = "The request is not HTTP/1.1 as it should be";

    private static final Logger LOGGER = LoggerFactory.getLogger(Routes.class);

    private final ClientConnections connections;
    private final Answers answers;
    private final List<ReviewRoute> reviews;
    private final List<Page> pages;
    private final MemoryLimits limits;

    Routes(
            ClientConnections connections,
            Answers answers,
            List<ReviewRoute> reviews,
            List<Page> pages,
            MemoryLimits limits) {
        this.connections = connections;
        this.answers = answers;
        this.reviews = List.copyOf(reviews);
        this.pages = pages;
        this.limits = limits;
    }

    Router on(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(this::begin);
        for (ReviewRoute review : reviews) {
            review.addTo(router);
            allowOnly(router, review.path(), HttpMethod.POST);
        }
        for (Page page : pages) {
            router.get(page.path()).handler(context -> answers.send(context.request(), page.answer(context.request())));
            allowOnly(router, page.path(), HttpMethod.GET);
        }
        addErrorsTo(router);
        return router;
    }

    private void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        connections.find(request.connection()).ifPresent(connection -> {
            connection.requestBegan(() -> stalled(request, connection));
            context.next();
        });
    }

    private void stalled(HttpServerRequest request, ClientConnection connection) {
        refuse(request, RefusalCause.BodyTimeout, "The body did not arrive in time");
        connection.close();
    }

    private void allowOnly(Router router, String path, HttpMethod method) {
        String sentence = "%s takes %s alone".formatted(path, method);
        Refusal refusal = new Refusal(RefusalCause.MethodNotAllowed, sentence);
        router.route(path).handler(context -> {
            context.response().putHeader("Allow", method.name());
            answers.refuse(context.request(), refusal);
        });
    }

    private void addErrorsTo(Router router) {
        onStatus(router, RefusalCause.NotFound, "There is nothing here: reviews are at " + paths());
        onStatus(router, RefusalCause.TooLarge, ReviewRoute.tooLarge(limits.body()));
        onStatus(router, RefusalCause.ExpectationFailed, "The only expectation to be met is 100-continue");
        onStatus(router, RefusalCause.MalformedHttp, MALFORMED);
        router.errorHandler(500, this::mistaken);
    }

    private String paths() {
        return reviews.stream().map(ReviewRoute::path).collect(Collectors.joining(" and "));
    }

    private void onStatus(Router router, RefusalCause cause, String sentence) {
        router.errorHandler(cause.status(), context -> refuse(context.request(), cause, sentence));
    }

    private void mistaken(RoutingContext context) {
        // A client that goes away in the middle of its body ends here too, and is nobody's mistake.
        if (!context.response().closed()) {
            LOGGER.error("A request to {} failed by a mistake", context.normalizedPath(), context.failure());
            answers.send(context.request(), HttpAnswer.error(500, MISTAKE));
        }
    }

    /** What the HTTP decoder made nothing of never reaches the router. */
    void invalid(HttpServerRequest request) {
        connections.find(request.connection()).ifPresent(connection -> {
            connection.requestBegan(connection::close);
            Throwable cause = request.decoderResult().cause();
            if (cause instanceof TooLongHttpLineException) {
                refuse(request, RefusalCause.UriTooLong, "The request line is longer than " + limits.head());
            } else if (cause instanceof TooLongHttpHeaderException) {
                refuse(request, RefusalCause.HeadersTooLarge, "The header fields are larger than " + limits.head());
            } else {
                refuse(request, RefusalCause.MalformedHttp, MALFORMED);
            }
        });
    }

    private void refuse(HttpServerRequest request, RefusalCause cause, String sentence) {
        answers.refuse(request, new Refusal(cause, sentence));
    }
}
