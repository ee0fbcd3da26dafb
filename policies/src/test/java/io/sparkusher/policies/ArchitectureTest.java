package io.sparkusher.policies;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.sparkusher.policies");

    @Test
    void packagesDependOneWay() {
        slices().matching("io.sparkusher.policies.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void aReviewNeitherReadsFilesNorClocksNorAsksAnybody() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("io.sparkusher.policies.source..", "io.sparkusher.policies")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..", "java.net..", "java.nio.file..", "java.time..", "java.util.concurrent..")
                .check(CLASSES);
    }
}
