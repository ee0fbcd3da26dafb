package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.pod.PodReview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the pods in what files say, and what an API server would ask about them. */
final class PodInputs {
    private static final String EXPECTED =
            "expected a Pod (v1), a List of Pods or an AdmissionReview (admission.k8s.io/v1)";

    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private final Optional<String> namespace;

    private PodInputs(Optional<String> namespace) {
        this.namespace = namespace;
    }

    /** @param namespace where pods that name no namespace are created; empty for {@code default} */
    static PodInputs createdIn(Optional<String> namespace) throws BadInputException {
        if (namespace.isPresent() && !NAMESPACE.matcher(namespace.get()).matches()) {
            throw new BadInputException(
                    "--namespace: '" + namespace.get() + "' cannot be the name of a namespace; it"
                            + " takes up to 63 lower-case letters, digits and hyphens, and a hyphen neither begins nor ends it");
        }
        return new PodInputs(namespace);
    }

    /** The pods of one document. */
    List<PodInput> of(Manifest manifest) throws BadInputException {
        if (!(manifest.content() instanceof ObjectNode object)) {
            throw refusal(manifest, "is no Kubernetes object; " + EXPECTED);
        }
        String type = type(object);
        return switch (type) {
            case "Pod (v1)" -> List.of(ofPod(manifest, object));
            case "List (v1)" -> ofList(manifest, object);
            case "AdmissionReview (admission.k8s.io/v1)" -> List.of(ofReview(manifest, object));
            case "" -> throw refusal(manifest, "has no kind and apiVersion; " + EXPECTED);
            default -> throw refusal(manifest, "is of kind " + type + "; " + EXPECTED + advice(object));
        };
    }

    private List<PodInput> ofList(Manifest manifest, ObjectNode list) throws BadInputException {
        List<PodInput> inputs = new ArrayList<>();
        for (JsonNode item : list.path("items")) {
            String position = manifest.position() + ": items[" + inputs.size() + "]";
            inputs.addAll(of(new Manifest(manifest.file(), position, item)));
        }
        if (inputs.isEmpty()) {
            throw refusal(manifest, "is a List without items");
        }
        return inputs;
    }

    private PodInput ofPod(Manifest manifest, ObjectNode pod) throws BadInputException {
        String own = pod.at("/metadata/namespace").asText();
        refuseContradiction(manifest, "metadata.namespace", own);
        String effective = own.isEmpty() ? namespace.orElse("default") : own;
        return new PodInput(manifest.file(), PodReview.ofCreation(effective, pod));
    }

    private PodInput ofReview(Manifest manifest, ObjectNode review) throws BadInputException {
        JsonNode request = review.path("request");
        if (!request.isObject()) {
            throw refusal(manifest, "is an AdmissionReview without a request");
        }
        if (!(request.path("object") instanceof ObjectNode object)) {
            throw refusal(manifest, "is an AdmissionReview without request.object, so there is no pod in it");
        }
        String requested = request.path("namespace").asText();
        refuseContradiction(manifest, "request.namespace", requested);
        PodReview asked = new PodReview(
                requested.isEmpty() ? namespace.orElse("") : requested,
                request.path("operation").asText(),
                resource(request.path("resource")),
                request.path("subResource").asText(),
                object);
        return new PodInput(manifest.file(), asked);
    }

    private void refuseContradiction(Manifest manifest, String field, String own) throws BadInputException {
        if (namespace.isPresent() && !own.isEmpty() && !own.equals(namespace.get())) {
            throw refusal(
                    manifest,
                    "%s is %s, but --namespace is %s: leave --namespace out or correct the file"
                            .formatted(field, own, namespace.get()));
        }
    }

    private static String resource(JsonNode resource) {
        String group = resource.path("group").asText();
        String name = resource.path("resource").asText();
        return group.isEmpty() ? name : name + "." + group;
    }

    /** {@code Kind (apiVersion)}, empty where the object names neither. */
    private static String type(ObjectNode object) {
        String kind = object.path("kind").asText();
        String apiVersion = object.path("apiVersion").asText();
        return kind.isEmpty() && apiVersion.isEmpty() ? "" : kind + " (" + apiVersion + ")";
    }

    private static String advice(ObjectNode object) {
        if (object.path("apiVersion").asText().startsWith("spark-usher.io/")) {
            return ". Policies and node pools are named by --policies";
        }
        boolean makesPods = object.path("spec").has("template")
                || object.path("spec").has("jobTemplate")
                || object.path("kind").asText().endsWith("Application");
        return makesPods ? ". Give it a pod that comes of this one, as kubectl get pod NAME -o yaml prints it" : "";
    }

    private static BadInputException refusal(Manifest manifest, String sentence) {
        return new BadInputException(manifest.position() + ": " + sentence);
    }
}
