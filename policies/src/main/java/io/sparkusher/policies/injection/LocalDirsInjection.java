package io.sparkusher.policies.injection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.patch.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts another source behind the volumes that Spark made for shuffle files and spills. Does nothing for a pod without
 * such a volume, nor for a volume that is more than Spark's bare {@code emptyDir}: a claim, a size limit, or memory,
 * which {@code spark.kubernetes.local.dirs.tmpfs} asks for. A pod cannot refuse it.
 *
 * @param source a volume without a name
 */
public record LocalDirsInjection(ObjectNode source) implements Injection {
    /** The beginning of the names that Spark knows its local volumes by: LocalDirsFeatureStep. */
    private static final String NAME_PREFIX = "spark-local-dir-";

    private static final String EMPTY_DIR = "emptyDir";
    private static final String MEDIUM = "medium";
    private static final String SIZE_LIMIT = "sizeLimit";

    @Override
    public void applyTo(PolicyApplication application) {
        Place volumes = application.pod().spec().member("volumes");
        boolean any = false;
        for (int index = 0; index < volumes.value().size(); index++) {
            Place volume = volumes.element(index);
            String name = volume.value().path("name").asText();
            if (name.startsWith(NAME_PREFIX)) {
                any = true;
                applyTo(application, volume, name);
            }
        }
        if (!any) {
            application.passOver("localDirs has nothing to do: the pod has no volume named " + NAME_PREFIX + "*");
        }
    }

    private void applyTo(PolicyApplication application, Place volume, String name) {
        boolean bare = isBare(volume.value());
        ObjectNode wanted = source.deepCopy().put("name", name);
        boolean holds = application.says(withoutTheUnknown(volume.value(), wanted), wanted);
        String field = VolumesInjection.field(name);
        application.settle(field, field, wanted, holds, bare, () -> {
            if (bare) {
                fill(volume);
            } else {
                volume.set(wanted);
            }
        });
    }

    /** Whether it is as Spark makes it. */
    private static boolean isBare(JsonNode volume) {
        JsonNode emptyDir = volume.path(EMPTY_DIR);
        return emptyDir.isObject() && !emptyDir.hasNonNull(MEDIUM) && !emptyDir.hasNonNull(SIZE_LIMIT);
    }

    /** Without what stayed when a bare volume was filled: a second review must find it as it left it. */
    private static JsonNode withoutTheUnknown(JsonNode volume, ObjectNode wanted) {
        ObjectNode known = volume.deepCopy();
        known.retain(names(wanted, EMPTY_DIR));
        if (known.path(EMPTY_DIR) instanceof ObjectNode emptyDir) {
            emptyDir.retain(names(wanted.path(EMPTY_DIR), MEDIUM, SIZE_LIMIT));
        }
        return known;
    }

    private static Set<String> names(JsonNode object, String... others) {
        Set<String> names = new HashSet<>(List.of(others));
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Member by member, so that what else stands in the volume stays. */
    private void fill(Place volume) {
        Place emptyDir = volume.member(EMPTY_DIR);
        if (!source.has(EMPTY_DIR)) {
            emptyDir.remove();
        }
        source.properties().forEach(member -> {
            if (member.getKey().equals(EMPTY_DIR)) {
                member.getValue()
                        .properties()
                        .forEach(inner -> emptyDir.member(inner.getKey()).set(inner.getValue()));
            } else {
                volume.member(member.getKey()).set(member.getValue());
            }
        });
    }
}
