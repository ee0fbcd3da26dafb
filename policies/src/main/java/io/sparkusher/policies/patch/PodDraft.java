package io.sparkusher.policies.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.api.PolicyReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A pod while it is being changed: the tree as it stands, and the operations that led there from what arrived. Every
 * change goes through a {@link Place}. Not safe for several threads.
 */
public final class PodDraft {
    private final ObjectNode pod;
    private final Place root;
    private final List<PatchOperation> operations = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private Optional<PolicyReference> author = Optional.empty();
    private int changes;

    /** A draft that takes possession of the pod. */
    public PodDraft(ObjectNode pod) {
        this.pod = pod;
        this.root = new Place(this);
    }

    /** The pod itself, as the place that all others start from. */
    public Place root() {
        return root;
    }

    /** Who makes the changes from now on. */
    public void setAuthor(Optional<PolicyReference> author) {
        this.author = author;
    }

    /** The operations so far, in order. */
    public List<PatchOperation> operations() {
        return List.copyOf(operations);
    }

    /** How many operations there are so far: what {@link #rollBack} goes back to. */
    public int checkpoint() {
        return operations.size();
    }

    /** Takes back every change since the checkpoint. */
    public void rollBack(int checkpoint) {
        while (operations.size() > checkpoint) {
            operations.remove(operations.size() - 1);
            undo.pop().run();
            changes++;
        }
    }

    ObjectNode tree() {
        return pod;
    }

    void added(String path, JsonNode value, Runnable inverse) {
        record(new PatchOperation.Add(path, value, author), inverse);
    }

    void replaced(String path, JsonNode value, Runnable inverse) {
        record(new PatchOperation.Replace(path, value, author), inverse);
    }

    void removed(String path, Runnable inverse) {
        record(new PatchOperation.Remove(path, author), inverse);
    }

    /** A part of the tree was exchanged for its like, which is no operation. */
    void thawed() {
        changes++;
    }

    /** A number that is another one after every change of the tree. */
    int changes() {
        return changes;
    }

    private void record(PatchOperation operation, Runnable inverse) {
        changes++;
        operations.add(operation);
        undo.push(inverse);
    }
}
