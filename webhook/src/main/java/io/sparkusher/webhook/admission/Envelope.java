package io.sparkusher.webhook.admission;

import com.fasterxml.jackson.core.JsonParser;
import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.webhook.refusal.RefusalCause;
import java.io.IOException;

/** The fields of one AdmissionReview that matter, gathered in whatever order they come. */
final class Envelope {
    static final String KIND = "AdmissionReview";
    static final String API_VERSION = "admission.k8s.io/v1";

    private final ReviewedObject object = new ReviewedObject();
    private boolean hasRequest;
    private boolean dryRun;
    private String apiVersion = "";
    private String kind = "";
    private String uid = "";
    private String name = "";
    private String namespace = "";
    private String operation = "";
    private String group = "";
    private String resource = "";
    private String subResource = "";

    void read(JsonParser parser) throws IOException, MalformedReviewException {
        Fields.forEach(parser, "", field -> {
            switch (field) {
                case "apiVersion" -> apiVersion = Fields.text(parser, "apiVersion");
                case "kind" -> kind = Fields.text(parser, "kind");
                case "request" -> readRequest(parser);
                default -> parser.skipChildren();
            }
        });
    }

    private void readRequest(JsonParser parser) throws IOException, MalformedReviewException {
        hasRequest = parser.isExpectedStartObjectToken();
        Fields.forEach(parser, "request", field -> {
            switch (field) {
                case "uid" -> uid = Fields.text(parser, "request.uid");
                case "name" -> name = Fields.text(parser, "request.name");
                case "namespace" -> namespace = Fields.text(parser, "request.namespace");
                case "operation" -> operation = Fields.text(parser, "request.operation");
                case "subResource" -> subResource = Fields.text(parser, "request.subResource");
                case "dryRun" -> dryRun = Fields.flag(parser, "request.dryRun");
                case "resource" -> readResource(parser);
                case "object" -> object.read(parser);
                default -> parser.skipChildren();
            }
        });
    }

    private void readResource(JsonParser parser) throws IOException, MalformedReviewException {
        Fields.forEach(parser, "request.resource", field -> {
            switch (field) {
                case "group" -> group = Fields.text(parser, "request.resource.group");
                case "resource" -> resource = Fields.text(parser, "request.resource.resource");
                default -> parser.skipChildren();
            }
        });
    }

    AdmissionRequest toRequest() throws MalformedReviewException {
        require(KIND.equals(kind), RefusalCause.WrongKind, "The body's kind must be " + KIND);
        require(API_VERSION.equals(apiVersion), RefusalCause.WrongApiVersion, "The only apiVersion is " + API_VERSION);
        require(hasRequest, RefusalCause.NoRequest, "The AdmissionReview has no request");
        require(!uid.isEmpty(), RefusalCause.NoUid, "The AdmissionReview's request has no uid");
        String plural = group.isEmpty() ? resource : resource + "." + group;
        PodReview review = new PodReview(namespace, operation, plural, subResource, object.toTree());
        return new AdmissionRequest(uid, name, dryRun, review);
    }

    private static void require(boolean holds, RefusalCause cause, String sentence) throws MalformedReviewException {
        if (!holds) {
            throw new MalformedReviewException(cause, sentence);
        }
    }
}
