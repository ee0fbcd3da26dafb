package io.sparkusher.policies.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that decides about a stored object: it is read again only where one of these differs. Nothing that the API server
 * writes for itself is among them.
 *
 * @param uid empty where it has none
 * @param version the object with no more of its metadata than its names and generation, and without its status
 * @param kept the older version that its status keeps, empty where none is kept, or what is kept is none or the newest
 * @param lastApplied what {@code kubectl apply} says that it was given, empty where it says nothing
 */
record StoredObject(
        PolicyReference reference, String uid, ObjectNode version, Optional<Verdict.InForce> kept, String lastApplied) {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    /** Whatever the object is made of. */
    static StoredObject of(ObjectNode object) {
        JsonNode metadata = object.path("metadata");
        JsonNode status = object.path("status");
        return new StoredObject(
                new PolicyReference(
                        object.path("kind").asText(),
                        metadata.path("namespace").asText(),
                        metadata.path("name").asText(),
                        generation(metadata)),
                metadata.path("uid").asText(),
                version(object),
                kept(status.path("inForce")).filter(kept -> !isNewest(kept, metadata)),
                metadata.path("annotations").path(LAST_APPLIED).asText());
    }

    /** The object as it would be with another specification. */
    ObjectNode versionOf(Verdict.InForce other) {
        ObjectNode changed = version.objectNode().setAll(version);
        ObjectNode metadata = changed.objectNode();
        if (version.path("metadata") instanceof ObjectNode own) {
            metadata.setAll(own);
        }
        changed.set("metadata", metadata.put("generation", other.generation()));
        changed.set("spec", other.spec());
        return changed;
    }

    private static ObjectNode version(ObjectNode object) {
        ObjectNode version = object.objectNode();
        version.setAll(object);
        version.remove("status");
        if (object.path("metadata") instanceof ObjectNode metadata) {
            ObjectNode names = version.putObject("metadata");
            for (String member : new String[] {"name", "namespace", "generation"}) {
                if (metadata.has(member)) {
                    names.set(member, metadata.get(member));
                }
            }
        }
        return version;
    }

    private static OptionalLong generation(JsonNode metadata) {
        JsonNode generation = metadata.path("generation");
        return generation.isIntegralNumber() && generation.canConvertToLong()
                ? OptionalLong.of(generation.longValue())
                : OptionalLong.empty();
    }

    private static boolean isNewest(Verdict.InForce kept, JsonNode metadata) {
        return generation(metadata).equals(OptionalLong.of(kept.generation()));
    }

    private static Optional<Verdict.InForce> kept(JsonNode inForce) {
        OptionalLong generation = generation(inForce);
        return generation.isPresent() && inForce.path("spec").isObject()
                ? Optional.of(new Verdict.InForce(generation.getAsLong(), inForce.path("spec")))
                : Optional.empty();
    }
}
