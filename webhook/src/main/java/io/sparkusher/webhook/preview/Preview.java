package io.sparkusher.webhook.preview;

import io.sparkusher.policies.LoadResult;
import io.sparkusher.policies.LoadResult.Loaded;
import io.sparkusher.policies.LoadResult.Refused;
import io.sparkusher.policies.PolicySet;
import io.sparkusher.policies.source.PolicySources;
import io.sparkusher.policies.source.Problem;
import io.sparkusher.policies.source.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What a preview works with.
 *
 * @param policies what reviews
 * @param warnings what the authors of the policies should know
 * @param inputs what is reviewed, in the order in which it was named
 */
record Preview(PolicySet policies, List<Problem> warnings, List<PodInput> inputs) {
    /**
     * Reads everything before anything is shown.
     *
     * @throws BadInputException with all that is wrong, in the files and in the policies
     */
    static Preview read(PolicySources sources, List<String> files, ManifestReader reader, PodInputs pods)
            throws BadInputException {
        List<String> wrong = new ArrayList<>();
        List<PodInput> inputs = new ArrayList<>();
        for (String file : files) {
            try {
                for (Manifest manifest : reader.read(file)) {
                    inputs.addAll(pods.of(manifest));
                }
            } catch (BadInputException exception) {
                wrong.addAll(exception.sentences());
            }
        }
        LoadResult result = PolicySet.load(sources);
        if (result instanceof Refused refused) {
            wrong.addAll(sentences(refused.problems()));
        }
        if (result instanceof Loaded loaded && wrong.isEmpty()) {
            return new Preview(loaded.policies(), loaded.warnings(), List.copyOf(inputs));
        }
        throw new BadInputException(wrong);
    }

    private static List<String> sentences(List<Problem> problems) {
        List<String> sentences = new ArrayList<>();
        problems.forEach(problem -> sentences.add(sentence(problem)));
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.Error)
                .count();
        sentences.add("The policies cannot be used: " + (errors == 1 ? "1 error" : errors + " errors"));
        return sentences;
    }

    /** Begins with file and line, by which editors find the place. */
    static String sentence(Problem problem) {
        return switch (problem.severity()) {
            case Error -> problem.toString();
            case Warning -> problem + " (warning)";
        };
    }
}
