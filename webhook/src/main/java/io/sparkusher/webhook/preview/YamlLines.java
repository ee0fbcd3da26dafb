package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds out which value each line of a document's YAML shows. */
final class YamlLines {
    private final List<String> texts;
    private final @Nullable Place[] outermost;
    private final @Nullable Place[] innermost;

    private YamlLines(List<String> texts) {
        this.texts = texts;
        this.outermost = new @Nullable Place[texts.size()];
        this.innermost = new @Nullable Place[texts.size()];
    }

    /** @param document of which every value is an object of its own, see {@link DistinctValues} */
    static List<YamlLine> of(ObjectNode document) {
        String yaml = YamlText.of(document);
        YamlLines lines = new YamlLines(List.of(yaml.split("\n")));
        Place root = new Place(null, "", document);
        lines.visit(root, compose(yaml));
        return lines.result(root);
    }

    private static Node compose(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(Integer.MAX_VALUE);
        return new Yaml(options).compose(new StringReader(yaml));
    }

    /** Walks the document and its YAML side by side: they have the same shape. */
    private void visit(Place place, Node node) {
        if (node instanceof MappingNode mapping) {
            Iterator<NodeTuple> tuples = mapping.getValue().iterator();
            place.value().properties().forEach(member -> {
                NodeTuple tuple = tuples.next();
                Place inner = place.member(member.getKey(), member.getValue());
                record(inner, tuple.getKeyNode());
                visit(inner, tuple.getValueNode());
            });
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (JsonNode element : place.value()) {
                Node elementNode = sequence.getValue().get(index);
                Place inner = place.element(index, element);
                record(inner, elementNode);
                visit(inner, elementNode);
                index++;
            }
        }
    }

    /** Called from the outside in. */
    private void record(Place place, Node node) {
        int line = node.getStartMark().getLine();
        outermost[line] = outermost[line] == null ? place : outermost[line];
        innermost[line] = place;
    }

    /** Where nothing begins on a line, it goes on with the text that began before. */
    private List<YamlLine> result(Place root) {
        List<YamlLine> lines = new ArrayList<>();
        YamlLine previous = new YamlLine("", root, "");
        for (int index = 0; index < texts.size(); index++) {
            Place outer = outermost[index];
            Place inner = innermost[index];
            previous = outer == null || inner == null
                    ? new YamlLine(texts.get(index), previous.place(), previous.within())
                    : new YamlLine(texts.get(index), inner, outer.within());
            lines.add(previous);
        }
        return lines;
    }
}
