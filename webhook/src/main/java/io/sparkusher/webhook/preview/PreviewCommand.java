package io.sparkusher.webhook.preview;

import io.sparkusher.policies.decision.Decision;
import io.sparkusher.webhook.policyfolder.PolicyLocation;
import io.sparkusher.webhook.policyfolder.PolicyOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code preview}: shows what the policies would do to pods, by the engine that {@code serve} answers with. */
@Command(
        name = "preview",
        description = "Show what policies would do to pods, and why. Needs no cluster.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 70,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every pod is admitted",
            "1:at least one pod is denied",
            "2:bad input: an option, a file or a policy",
            "70:a mistake of Spark Usher's own"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spark-usher preview --policies policies executor.yaml",
            "  kubectl get pods -l spark-role -o yaml | spark-usher preview -o reasons -"
        })
public final class PreviewCommand implements Callable<Integer> {
    private static final int DENIED = 1;

    private final InputStream standardInput;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Where to create pods that name no namespace themselves. Without it: default.")
    private @Nullable String namespace;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "diff",
            description = {
                "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} where it is not given.",
                "diff: what changes, by which policy, and the reasons.",
                "yaml, json: the pods as they are admitted, but for denied ones.",
                "patch: a JSON Patch array for each pod, on a line of its own; [] where nothing changes.",
                "reasons: the reasons alone."
            })
    private OutputFormat output = OutputFormat.diff;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description =
                    "One of ${COMPLETION-CANDIDATES}. auto, the default: on a terminal, unless NO_COLOR is set in the"
                            + " environment.")
    private ColorMode color = ColorMode.auto;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Pods or AdmissionReviews (admission.k8s.io/v1), in YAML or JSON; - for standard input.")
    private List<String> files = new ArrayList<>();

    public PreviewCommand() {
        this(System.in);
    }

    /** @param standardInput what the file {@code -} stands for */
    public PreviewCommand(InputStream standardInput) {
        this.standardInput = standardInput;
    }

    @Override
    public Integer call() throws IOException {
        try (PolicyLocation location =
                PolicyLocation.of(options.policies(), options.pools(), options.kubernetesVersion())) {
            PodInputs pods = PodInputs.createdIn(Optional.ofNullable(namespace));
            return show(Preview.read(location.sources(), files, new ManifestReader(standardInput), pods));
        } catch (BadInputException exception) {
            return refuse(exception.sentences());
        }
    }

    private int show(Preview preview) {
        PrintWriter out = spec.commandLine().getOut();
        if (output.forPeople()) {
            warn(preview.warnings().stream().map(Preview::sentence).toList());
        }
        PodPrinter printer = output.printer(out, color.paint(), preview.inputs().size() > 1);
        boolean allAdmitted = true;
        for (PodInput input : preview.inputs()) {
            Decision decision = preview.policies().review(input.freshReview());
            printer.print(input, decision);
            if (!output.forPeople()) {
                decision.denial().ifPresent(denial -> warn(List.of(input.title() + " is denied: " + denial)));
            }
            allAdmitted &= decision.allowed();
        }
        out.flush();
        return allAdmitted ? ExitCode.OK : DENIED;
    }

    private int refuse(List<String> sentences) {
        warn(sentences);
        return ExitCode.USAGE;
    }

    private void warn(List<String> sentences) {
        PrintWriter err = spec.commandLine().getErr();
        sentences.forEach(err::println);
        err.flush();
    }
}
