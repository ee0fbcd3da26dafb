package io.sparkusher.webhook.admission;

import io.sparkusher.policies.pod.PodReview;
import io.sparkusher.webhook.refusal.RefusalCause;

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

    void read(JsonReader json) throws MalformedReviewException {
        Fields.forEach(json, "", field -> {
            switch (field) {
                case "apiVersion" -> apiVersion = Fields.text(json, "apiVersion");
                case "kind" -> kind = Fields.text(json, "kind");
                case "request" -> readRequest(json);
                default -> json.skip();
            }
        });
    }

    private void readRequest(JsonReader json) throws MalformedReviewException {
        hasRequest = json.peek() == '{';
        Fields.forEach(json, "request", field -> {
            switch (field) {
                case "uid" -> uid = Fields.text(json, "request.uid");
                case "name" -> name = Fields.text(json, "request.name");
                case "namespace" -> namespace = Fields.text(json, "request.namespace");
                case "operation" -> operation = Fields.text(json, "request.operation");
                case "subResource" -> subResource = Fields.text(json, "request.subResource");
                case "dryRun" -> dryRun = Fields.flag(json, "request.dryRun");
                case "resource" -> readResource(json);
                case "object" -> object.read(json);
                default -> json.skip();
            }
        });
    }

    private void readResource(JsonReader json) throws MalformedReviewException {
        Fields.forEach(json, "request.resource", field -> {
            switch (field) {
                case "group" -> group = Fields.text(json, "request.resource.group");
                case "resource" -> resource = Fields.text(json, "request.resource.resource");
                default -> json.skip();
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
