package io.sparkusher.e2e.provision;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** Has a provisioner for the tests of a class, and for each of them a namespace that has opted in. */
abstract class ProvisionTests {
    // Classes run one after the other.
    static Provisioning provisioning;

    OptedInNamespace team;

    @BeforeAll
    static void start(TestInfo tests) throws IOException {
        provisioning = new Provisioning(tests.getTestClass().orElseThrow().getSimpleName());
    }

    @AfterAll
    static void end() {
        provisioning.close();
    }

    @BeforeEach
    void makeTeam(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        team = OptedInNamespace.make(provisioning.admin(), "spark-usher-e2e-" + Integer.toHexString(name.hashCode()));
    }

    @AfterEach
    void removeTeam() {
        team.close();
    }
}
