package io.sparkusher.webhook.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a body may be said to be. */
final class ContentTypes {
    private static final Pattern JSON = Pattern.compile("application/json\\s*(;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*)?");

    private ContentTypes() {}

    /** Whether the body is said to be JSON in UTF-8, and not compressed. */
    static boolean isPlainJson(HttpServerRequest request) {
        return isJson(request.getHeader(HttpHeaders.CONTENT_TYPE))
                && isIdentity(request.getHeader(HttpHeaders.CONTENT_ENCODING));
    }

    private static boolean isJson(@Nullable String type) {
        return type != null
                && JSON.matcher(type.trim().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isIdentity(@Nullable String encoding) {
        return encoding == null || encoding.equalsIgnoreCase("identity");
    }
}
