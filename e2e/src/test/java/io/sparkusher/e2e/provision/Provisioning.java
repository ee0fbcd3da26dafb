package io.sparkusher.e2e.provision;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.sparkusher.e2e.AccountToken;
import io.sparkusher.e2e.ScratchNamespace;
import io.sparkusher.e2e.Settings;
import java.io.IOException;

/** A provisioner that may do no more than it is shipped with, in a namespace of its own. */
final class Provisioning implements AutoCloseable {
    static final String OWN = "spark-usher-e2e-provisioner";
    static final String ACCOUNT = "spark-usher-provisioner";
    private static final String COMPONENT = "provisioner";

    private final String name;
    private final Settings settings = Settings.ofTheBuild();
    private final KubernetesClient admin = new KubernetesClientBuilder().build();
    private final ScratchNamespace own = ScratchNamespace.make(admin, OWN);
    private final ShippedRights shipped = new ShippedRights(admin, settings.manifests());
    private ProvisionerProcess process;

    /** @param name of the process's log */
    Provisioning(String name) throws IOException {
        this.name = name;
        shipped.applyKinds();
        shipped.applyDriverRole();
        shipped.applyComponent(COMPONENT, OWN);
        process = ProvisionerProcess.start(settings, account(), name);
    }

    Settings settings() {
        return settings;
    }

    KubernetesClient admin() {
        return admin;
    }

    AccountToken account() throws IOException {
        return AccountToken.of(admin, OWN, ACCOUNT, settings.evidence());
    }

    ProvisionerProcess process() {
        return process;
    }

    /** Starts another process, ends the one before, and gives the other. */
    ProvisionerProcess handOver() throws IOException {
        ProvisionerProcess other = ProvisionerProcess.start(settings, account(), name + "-other");
        process.close();
        process = other;
        return other;
    }

    @Override
    public void close() {
        process.close();
        shipped.removeComponent(COMPONENT, OWN);
        own.close();
        admin.close();
    }
}
