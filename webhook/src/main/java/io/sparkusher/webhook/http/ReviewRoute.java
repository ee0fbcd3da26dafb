package io.sparkusher.webhook.http;

import io.sparkusher.webhook.refusal.Refusal;
import io.sparkusher.webhook.refusal.RefusalCause;
import io.sparkusher.webhook.review.ReviewAnswer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.OptionalLong;
import java.util.function.Function;

/** {@code POST} to one path: takes in a body within the limits, and answers with its review. */
final class ReviewRoute {
    private final String path;
    private final Function<byte[], ReviewAnswer> review;
    private final Answers answers;
    private final RequestMetrics metrics;
    private final BodyBudget budget;
    private final DataSize limit;

    /** @param budget may be shared with other routes */
    ReviewRoute(
            String path,
            Function<byte[], ReviewAnswer> review,
            Answers answers,
            RequestMetrics metrics,
            BodyBudget budget,
            DataSize limit) {
        this.path = path;
        this.review = review;
        this.answers = answers;
        this.metrics = metrics;
        this.budget = budget;
        this.limit = limit;
    }

    String path() {
        return path;
    }

    void addTo(Router router) {
        // Routes of their own, because in one route Vert.x has the body read before any handler of ours.
        router.post(path).handler(this::admitBody);
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(limit.bytes()).setPreallocateBodyBuffer(true));
        router.post(path).handler(this::review);
        router.post(path).failureHandler(this::failed);
    }

    private void failed(RoutingContext context) {
        // Whoever has gone away gets no answer; and what broke off before its end was never a review.
        if (!(context.failure() instanceof HttpClosedException)) {
            if (context.failure() == null || context.request().isEnded()) {
                context.next();
            } else {
                refuse(context, RefusalCause.MalformedHttp, Routes.MALFORMED);
            }
        }
    }

    private void admitBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!ContentTypes.isPlainJson(request)) {
            refuse(context, RefusalCause.UnsupportedContentType, "The body must be uncompressed application/json");
            return;
        }
        // Of a body in chunks nobody knows the length before its end.
        long length = contentLength(request).orElse(limit.bytes());
        if (length > limit.bytes()) {
            refuse(context, RefusalCause.TooLarge, tooLarge(limit));
        } else if (budget.reserve(length)) {
            metrics.began();
            context.addEndHandler(ended -> {
                budget.release(length);
                metrics.ended();
            });
            context.next();
        } else {
            refuse(context, RefusalCause.Overloaded, "Too many reviews are under way: ask again in a second");
        }
    }

    static String tooLarge(DataSize limit) {
        return "The body is larger than " + limit;
    }

    private static OptionalLong contentLength(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    }

    private void review(RoutingContext context) {
        Buffer body = context.body().buffer();
        ReviewAnswer answer = review.apply(body == null ? new byte[0] : body.getBytes());
        if (answer instanceof ReviewAnswer.Decided decided) {
            answers.send(context.request(), HttpAnswer.json(decided.json()));
        } else if (answer instanceof ReviewAnswer.Refused refused) {
            answers.refuse(context.request(), refused.refusal());
        } else if (answer instanceof ReviewAnswer.Failed) {
            answers.send(context.request(), HttpAnswer.error(500, Routes.MISTAKE));
        }
    }

    private void refuse(RoutingContext context, RefusalCause cause, String sentence) {
        answers.refuse(context.request(), new Refusal(cause, sentence));
    }
}
