package io.sparkusher.e2e.provision;

import io.sparkusher.e2e.AccountToken;
import io.sparkusher.e2e.ChildProcess;
import io.sparkusher.e2e.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar spark-usher.jar provision}, with the account that it is shipped with. */
record ProvisionerProcess(ChildProcess process) implements AutoCloseable {
    static ProvisionerProcess start(Settings settings, AccountToken account, String name) {
        List<String> command = new ArrayList<>(List.of(settings.java().toString()));
        command.addAll(account.systemProperties());
        command.addAll(List.of(
                "-jar",
                settings.usher().toString(),
                "provision",
                "--namespace=" + account.namespace(),
                "--keep-released=1",
                "--port=0"));
        Path log = settings.evidence().resolve(name + ".log");
        return new ProvisionerProcess(ChildProcess.start(command, log));
    }

    boolean leads() throws IOException {
        return Files.readString(process.log()).contains("leads from now on");
    }

    @Override
    public void close() {
        process.close();
    }
}
