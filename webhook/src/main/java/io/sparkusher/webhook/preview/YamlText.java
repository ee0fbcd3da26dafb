package io.sparkusher.webhook.preview;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/** Writes JSON as YAML, the way kubectl lays it out, without loss: order, digits, and texts that look like something else. */
final class YamlText {
    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r\\u0085\\u2028\\u2029]");

    /** A literal block would lose or change these: other line breaks than a line feed, and blanks at the end of a line. */
    private static final Pattern UNFIT_FOR_BLOCK =
            Pattern.compile("[\\r\\u0085\\u2028\\u2029]|[ \\t]\\n|[ \\t]\\z|\\A\\n");

    private static final Resolver RESOLVER = new WaryResolver();

    private YamlText() {}

    /** The YAML of one document, each line ended by a line feed. */
    static String of(JsonNode value) {
        StringWriter text = new StringWriter();
        DumperOptions options = options();
        Serializer serializer = new Serializer(new Emitter(text, options), RESOLVER, options, null);
        try {
            serializer.open();
            serializer.serialize(node(value));
            serializer.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return text.toString();
    }

    private static DumperOptions options() {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        options.setMaxSimpleKeyLength(1000);
        options.setAllowUnicode(true);
        return options;
    }

    private static Node node(JsonNode value) {
        if (value.isObject()) {
            List<NodeTuple> tuples = new ArrayList<>();
            value.properties()
                    .forEach(member -> tuples.add(new NodeTuple(key(member.getKey()), node(member.getValue()))));
            return new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK);
        }
        if (value.isArray()) {
            List<Node> elements = new ArrayList<>();
            value.forEach(element -> elements.add(node(element)));
            return new SequenceNode(Tag.SEQ, elements, FlowStyle.BLOCK);
        }
        return scalar(DistinctValues.scalar(value));
    }

    private static Node key(String name) {
        return text(name, breaksLines(name) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
    }

    private static Node scalar(JsonNode value) {
        if (!value.isTextual()) {
            String text = value.asText();
            Tag tag = RESOLVER.resolve(NodeId.scalar, text, true);
            return new ScalarNode(tag, text, null, null, ScalarStyle.PLAIN);
        }
        String text = value.textValue();
        if (!breaksLines(text)) {
            return text(text, ScalarStyle.PLAIN);
        }
        return text(text, UNFIT_FOR_BLOCK.matcher(text).find() ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.LITERAL);
    }

    /** The emitter puts a plain text in quotes where it would be read as anything else. */
    private static Node text(String text, ScalarStyle style) {
        return new ScalarNode(Tag.STR, text, null, null, style);
    }

    private static boolean breaksLines(String text) {
        return LINE_BREAK.matcher(text).find();
    }

    /** Also knows what other readers of YAML than this one take for numbers and truth values. */
    private static final class WaryResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            super.addImplicitResolvers();
            addImplicitResolver(Tag.BOOL, Pattern.compile("[yYnN]"), "yYnN");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?0o[0-7_]+"), "-+0");
        }
    }
}
