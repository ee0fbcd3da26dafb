package io.sparkusher.policies.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sparkusher.policies.source.Problem.Severity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns one document's YAML nodes into JSON, as kubectl would, and remembers the lines. */
final class NodeConverter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Aliases repeat what they name, so a small file can unfold into a large tree; this is where it stops. */
    private static final int MAXIMUM_NODES = 1_000_000;

    private static final int MAXIMUM_DEPTH = 100;

    private final String file;
    private final Problems problems;
    private final Map<String, Integer> lines = new HashMap<>();
    private int nodes;
    private final Set<String> faulty = new HashSet<>();

    NodeConverter(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The document; empty where there is nothing in it. */
    Optional<SourceDocument> convert(Node root) {
        JsonNode content = value(root, "", 0);
        return content.isNull()
                ? Optional.empty()
                : Optional.of(new SourceDocument(file, content, lines, problems, faulty));
    }

    private JsonNode value(Node node, String path, int depth) {
        lines.putIfAbsent(path, node.getStartMark().getLine() + 1);
        nodes++;
        if (nodes > MAXIMUM_NODES || depth > MAXIMUM_DEPTH) {
            if (nodes == MAXIMUM_NODES + 1 || depth > MAXIMUM_DEPTH) {
                error(path, node, "is nested too deeply, or unfolds into too much: write it without aliases");
            }
            return JSON.nullNode();
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, path, depth);
        }
        if (node instanceof SequenceNode sequence) {
            return array(sequence, path, depth);
        }
        return scalar((ScalarNode) node, path);
    }

    private ObjectNode object(MappingNode mapping, String path, int depth) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                error(path, tuple.getKeyNode(), "has a key that is no text");
                continue;
            }
            if (key.getTag().equals(Tag.MERGE)) {
                error(path, key, "merges with <<, which is not read here: write the fields out");
                continue;
            }
            String memberPath = FieldPath.member(path, key.getValue());
            if (object.has(key.getValue())) {
                error(memberPath, key, "stands here twice: keep one");
                continue;
            }
            lines.put(memberPath, key.getStartMark().getLine() + 1);
            object.set(key.getValue(), value(tuple.getValueNode(), memberPath, depth + 1));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String path, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (Node element : sequence.getValue()) {
            array.add(value(element, FieldPath.element(path, array.size()), depth + 1));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar, String path) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(isTrue(text));
        }
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        if (tag.equals(Tag.STR) || tag.equals(Tag.TIMESTAMP)) {
            return JSON.textNode(text);
        }
        error(path, scalar, "has the YAML tag " + tag.getValue() + ", which Kubernetes does not know");
        return JSON.nullNode();
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("yes") || text.equalsIgnoreCase("on");
    }

    /** YAML's rarest numbers, such as 1:30, stay texts: Kubernetes has no field that means them as numbers. */
    private static JsonNode number(String text) {
        if (text.matches("[-+]?(0|[1-9][0-9]*)")) {
            BigInteger whole = new BigInteger(text);
            return whole.bitLength() < Integer.SIZE
                    ? JSON.numberNode(whole.intValue())
                    : whole.bitLength() < Long.SIZE ? JSON.numberNode(whole.longValue()) : JSON.numberNode(whole);
        }
        if (text.matches("0[0-7]{1,10}|0x[0-9a-fA-F]{1,15}")) {
            return JSON.numberNode(Long.decode(text));
        }
        return text.matches("[-+]?[0-9]+\\.[0-9]*([eE][-+]?[0-9]{1,3})?")
                ? JSON.numberNode(new BigDecimal(text))
                : JSON.textNode(text);
    }

    private void error(String path, Node node, String message) {
        faulty.add(path);
        problems.add(new Problem(Severity.Error, file, node.getStartMark().getLine() + 1, path, message));
    }
}
