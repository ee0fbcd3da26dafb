package io.sparkusher.policies;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.io.IOException;
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
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                                "java.io..", "java.net..", "java.nio.file..", "java.time..", "java.util.concurrent..")
                        // Jackson's parsers and generators declare it, also where there are only bytes in memory.
                        .and(DescribedPredicate.not(JavaClass.Predicates.type(IOException.class))))
                .check(CLASSES);
    }
}
