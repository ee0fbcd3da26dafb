package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.sparkusher.policies.patch.JsonPatch;
import io.sparkusher.policies.patch.PatchOperation;
import io.sparkusher.policies.patch.PatchOperation.Add;
import io.sparkusher.policies.patch.PatchOperation.Remove;
import io.sparkusher.policies.patch.PatchOperation.Replace;
import io.sparkusher.webhook.preview.DiffRow.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Replays a patch on a pod and tells, line by line of its YAML, who changed what. */
final class PodDiff {
    /** Who changes what no policy asks for, such as the annotation that names the policies. */
    private static final String OURSELVES = "spark-usher";

    private final ObjectNode pod;
    private final IdentityHashMap<JsonNode, String> adders = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, String> removers = new IdentityHashMap<>();

    /** Drops the API server's own bookkeeping, as kubectl does: it is as long as the pod, and nobody reads it. */
    private PodDiff(ObjectNode pod) {
        this.pod = pod;
        if (pod.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
    }

    /** Every line of the pod before and after, in order, but for {@code metadata.managedFields}. */
    static List<DiffRow> of(ObjectNode pod, List<PatchOperation> patch) {
        return new PodDiff(DistinctValues.copy(pod)).rows(patch);
    }

    private List<DiffRow> rows(List<PatchOperation> patch) {
        List<YamlLine> before = YamlLines.of(pod);
        patch.forEach(this::apply);
        List<YamlLine> after = YamlLines.of(pod);
        List<DiffRow> rows = new ArrayList<>();
        int next = 0;
        for (AbstractDelta<YamlLine> delta :
                DiffUtils.diff(before, after, this::stayed).getDeltas()) {
            before.subList(next, delta.getSource().getPosition()).forEach(line -> rows.add(kept(line)));
            delta.getSource().getLines().forEach(line -> rows.add(removed(line)));
            delta.getTarget().getLines().forEach(line -> rows.add(added(line)));
            next = delta.getSource().last() + 1;
        }
        before.subList(next, before.size()).forEach(line -> rows.add(kept(line)));
        return rows;
    }

    private void apply(PatchOperation operation) {
        String author = operation.author().map(Object::toString).orElse(OURSELVES);
        JsonNode present = pod.at(operation.path());
        if (operation instanceof Add add) {
            JsonNode value = DistinctValues.copy(add.value());
            adders.put(value, author);
            if (pod.at(JsonPointer.compile(operation.path()).head()).isObject()) {
                removers.put(present, author);
            }
            JsonPatch.applyInPlace(new Add(add.path(), value, add.author()), pod);
        } else if (operation instanceof Replace replace) {
            JsonNode value = DistinctValues.copy(replace.value());
            adders.put(value, author);
            removers.put(present, author);
            JsonPatch.applyInPlace(new Replace(replace.path(), value, replace.author()), pod);
        } else if (operation instanceof Remove) {
            removers.put(present, author);
            JsonPatch.applyInPlace(operation, pod);
        }
    }

    /** Equal texts are not enough: the line that a policy added is never taken for one that was there. */
    private boolean stayed(YamlLine before, YamlLine after) {
        return before.text().equals(after.text())
                && before.place().lookUp(removers).isEmpty()
                && after.place().lookUp(adders).isEmpty();
    }

    private static DiffRow kept(YamlLine line) {
        return new DiffRow(Kind.Kept, line, Optional.empty());
    }

    private DiffRow removed(YamlLine line) {
        return new DiffRow(Kind.Removed, line, line.place().lookUp(removers));
    }

    private DiffRow added(YamlLine line) {
        return new DiffRow(Kind.Added, line, line.place().lookUp(adders));
    }
}
