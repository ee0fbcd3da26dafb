package io.sparkusher.webhook.refusal;

/** Every cause for which a request is refused before there is a review. They are API: metrics and alerts use them. */
public enum RefusalCause {
    /** The body is not UTF-8, or begins with a byte order mark, or escapes half a surrogate pair. */
    NotUtf8(400),
    NotJson(400),
    /** The body ends before its JSON does. */
    CutOff(400),
    /** Something follows the JSON. */
    TrailingContent(400),
    TooDeep(400),
    WrongKind(400),
    WrongApiVersion(400),
    NoRequest(400),
    NoUid(400),
    /** A field that is read has a value of the wrong type, or a far too long one. */
    WrongField(400),
    /** What arrived is no HTTP, or its body breaks off by the rules of HTTP. */
    MalformedHttp(400),
    NotFound(404),
    MethodNotAllowed(405),
    /** The body did not arrive in time. */
    BodyTimeout(408),
    TooLarge(413),
    UriTooLong(414),
    UnsupportedContentType(415),
    /** The request expects something else than {@code 100-continue}. */
    ExpectationFailed(417),
    HeadersTooLarge(431),
    /** The bodies of the requests in flight already take the memory that there is for them. */
    Overloaded(503),
    /** The namespace is newer than what is known of the cluster: by which policies to review is not yet certain. */
    UnknownNamespace(503);

    private final int status;

    RefusalCause(int status) {
        this.status = status;
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
