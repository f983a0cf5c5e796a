package io.hotspan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What holds across the modules: this one sees them all. */
class WholeProjectTest {
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("io.hotspan");

    @Test
    void noPackageKnowsOneThatKnowsIt() {
        slices().matching("io.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyTheStoreKnowsChronicle() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.hotspan", "io.hotspan.journal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.openhft..")
                .check(CLASSES);
    }

    @Test
    void noStaticFieldHoldsWhatChanges() {
        fields().that().areStatic().should(StaticFields.notChange()).check(CLASSES);
    }
}
