package io.hotspan.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words at the bottom, façade on top: the packages of this module, and which may know which. */
class PackagesTest {
    /** From the bottom to the top: a package may know those before it, and no other. */
    private static final List<String> ORDER =
            List.of(
                    "io.hotspan.demo.corpus",
                    "io.hotspan.demo.assistant",
                    "io.hotspan.demo.load",
                    "io.hotspan.demo.program");

    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void noPackageKnowsOneThatKnowsIt() {
        slices().matching("io.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachPackageKnowsOnlyThoseBelowIt() {
        LayeredArchitecture order =
                layeredArchitecture()
                        .consideringOnlyDependenciesInLayers()
                        .ensureAllClassesAreContainedInArchitecture()
                        .withOptionalLayers(true);
        for (final String name : ORDER) {
            order = order.layer(name).definedBy(name);
        }
        for (int index = 0; index < ORDER.size(); index++) {
            final List<String> above = ORDER.subList(index + 1, ORDER.size());
            order =
                    above.isEmpty()
                            ? order.whereLayer(ORDER.get(index)).mayNotBeAccessedByAnyLayer()
                            : order.whereLayer(ORDER.get(index))
                                    .mayOnlyBeAccessedByLayers(above.toArray(new String[0]));
        }
        order.check(CLASSES);
    }
}
