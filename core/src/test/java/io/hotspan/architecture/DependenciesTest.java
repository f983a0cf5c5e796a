package io.hotspan.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who records with Hotspan gets one library besides it: Agrona. */
class DependenciesTest {
    /** What only the tests bring, JUnit's launcher in Surefire and in IDEs included. */
    private static final List<String> TEST_LIBRARIES =
            List.of(
                    "apiguardian-api",
                    "archunit",
                    "assertj-core",
                    "byte-buddy",
                    "idea_rt",
                    "jqwik",
                    "jspecify",
                    "junit-jupiter",
                    "junit-platform",
                    "opentest4j",
                    "slf4j-api",
                    "surefire");

    @Test
    void agronaIsTheOnlyLibraryOnTheClassPath() {
        final Stream<String> jarNames =
                Pattern.compile(Pattern.quote(File.pathSeparator))
                        .splitAsStream(System.getProperty("java.class.path"))
                        .filter(entry -> entry.endsWith(".jar"))
                        .map(entry -> Path.of(entry).getFileName().toString())
                        .filter(name -> TEST_LIBRARIES.stream().noneMatch(name::startsWith));

        assertThat(jarNames).singleElement().asString().startsWith("agrona-");
    }

    @Test
    void theCodeKnowsTheJdkAndAgronaAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.hotspan..", "org.agrona..", "java..")
                .check(new ClassFileImporter().importPath(Path.of("target", "classes")));
    }
}
