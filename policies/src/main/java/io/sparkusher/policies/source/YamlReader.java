package io.sparkusher.policies.source;

import io.sparkusher.policies.source.Problem.Severity;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads YAML (of which JSON is a part) into documents that know their lines. */
public final class YamlReader {
    /** Far above any folder of policies, and a bound on what a file can cost. */
    private static final int MAXIMUM_CHARACTERS = 16 * 1024 * 1024;

    private YamlReader() {}

    /** The documents of a text; what cannot be read is among the problems, and what came before it is returned. */
    public static List<SourceDocument> read(String file, String text, Problems problems) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAXIMUM_CHARACTERS);
        List<SourceDocument> documents = new ArrayList<>();
        try {
            Composer composer = new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options);
            while (composer.checkNode()) {
                Node node = composer.getNode();
                new NodeConverter(file, problems).convert(node).ifPresent(documents::add);
            }
        } catch (MarkedYAMLException exception) {
            problems.add(problem(file, exception));
        } catch (YAMLException exception) {
            problems.add(new Problem(Severity.Error, file, 0, "", "is not YAML: " + exception.getMessage()));
        }
        return documents;
    }

    private static Problem problem(String file, MarkedYAMLException exception) {
        int line = exception.getProblemMark() == null
                ? 0
                : exception.getProblemMark().getLine() + 1;
        String context = exception.getContext() == null ? "" : " " + exception.getContext();
        return new Problem(Severity.Error, file, line, "", "is not YAML: " + exception.getProblem() + context);
    }
}
