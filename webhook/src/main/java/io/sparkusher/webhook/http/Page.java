package io.sparkusher.webhook.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.function.Function;

/**
 * Something to {@code GET}.
 *
 * @param content must not block
 */
record Page(String path, Function<HttpServerRequest, HttpAnswer> content) {
    HttpAnswer answer(HttpServerRequest request) {
        return content.apply(request);
    }
}
