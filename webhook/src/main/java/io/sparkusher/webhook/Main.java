package io.sparkusher.webhook;

import io.sparkusher.webhook.preview.PreviewCommand;
import io.sparkusher.webhook.provision.ProvisionCommand;
import io.sparkusher.webhook.serve.ServeCommand;
import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: picks the subcommand. Exits with 2 for bad input, and with 70 for a mistake of its own. */
@Command(
        name = "spark-usher",
        description = "Gives every Spark driver and executor pod what its namespace's policy says it should have.",
        subcommands = {ServeCommand.class, PreviewCommand.class, ProvisionCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main {
    private static final int MISTAKE = 70;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::complain)
                .setExecutionExceptionHandler(Main::confess);
    }

    private static int complain(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        PrintWriter output = command.getErr();
        output.println(exception.getMessage());
        output.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int confess(Exception mistake, CommandLine command, ParseResult parsed) {
        LoggerFactory.getLogger(Main.class).error("Spark Usher made a mistake and ends", mistake);
        return MISTAKE;
    }

    /** Reads the version that the build put into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Spark Usher " + (version == null ? "(not built as a jar)" : version)};
        }
    }
}
