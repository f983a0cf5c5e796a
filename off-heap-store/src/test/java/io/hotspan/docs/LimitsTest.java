package io.hotspan.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page's table of limits is what the code has. */
class LimitsTest {
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| .+ \\| (\\d+) \\| `(\\w+)\\.(\\w+)` \\|$");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("io.hotspan");

    @Test
    void eachLimitOfThePageIsThatOfItsConstant() throws Exception {
        final String page = Files.readString(Path.of("..", "docs", "reliability.md"));
        final Map<String, Long> told = new TreeMap<>();
        final Map<String, Long> actual = new TreeMap<>();
        for (final MatchResult row : ROW.matcher(page).results().toList()) {
            final String name = row.group(2) + "." + row.group(3);
            told.put(name, Long.parseLong(row.group(1)));
            actual.put(name, constant(row.group(2), row.group(3)));
        }

        assertThat(told).hasSizeGreaterThan(10).isEqualTo(actual);
    }

    private static long constant(final String className, final String fieldName) throws Exception {
        final String owner =
                CLASSES.stream()
                        .filter(found -> found.getSimpleName().equals(className))
                        .map(JavaClass::getName)
                        .findFirst()
                        .orElseThrow();
        final Field field = Class.forName(owner).getDeclaredField(fieldName);
        field.setAccessible(true);
        return ((Number) field.get(null)).longValue();
    }
}
