package io.sparkusher.webhook;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** Dependencies point one way, and what decides about pods knows neither network nor time. */
class ArchitectureTest {
    private static final String POLICIES = "io.sparkusher.policies..";
    private static final String CERTS = "io.sparkusher.certs..";
    private static final String WEBHOOK = "io.sparkusher.webhook..";

    private final JavaClasses program = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sparkusher");

    @Test
    void policiesKnowNeitherCertificatesNorTheWebhook() {
        noClasses()
                .that()
                .resideInAPackage(POLICIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CERTS, WEBHOOK)
                .check(program);
    }

    @Test
    void certificatesKnowNeitherPoliciesNorTheWebhook() {
        noClasses()
                .that()
                .resideInAPackage(CERTS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(POLICIES, WEBHOOK)
                .check(program);
    }

    @Test
    void policiesHaveNoNetwork() {
        noClasses()
                .that()
                .resideInAPackage(POLICIES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..",
                        "io.netty..",
                        "java.net..",
                        "java.nio.channels..",
                        "javax.net..",
                        "io.fabric8..client..")
                .check(program);
    }

    @Test
    void policiesReadNoClock() {
        noClasses()
                .that()
                .resideInAPackage(POLICIES)
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .check(program);
    }

    @Test
    void packagesOfTheWebhookHaveNoCycles() {
        slices().matching("io.sparkusher.webhook.(*)..")
                .should()
                .beFreeOfCycles()
                .check(program);
    }

    @Test
    void theAdmissionPathKnowsNoVertx() {
        classes()
                .that()
                .resideInAnyPackage("..webhook.admission..", "..webhook.review..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("io.vertx..", "io.netty..")
                .check(program);
    }
}
