package io.hotspan.agent.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentOptionsTest {
    @TempDir Path scratch;
    private final Properties system = new Properties();

    @Test
    void withoutAWordTheDefaultsHold() {
        final AgentOptions options = AgentOptions.read("", system, Map.of());
        assertThat(options.dir()).isEqualTo(Path.of("hotspan-journal").toAbsolutePath());
        assertThat(options.trace()).isEmpty();
        assertThat(options.propagate()).hasSize(5);
        assertThat(options.sampling()).isEqualTo(1.0);
    }

    @Test
    void aCommaWithoutANameBelongsToTheValueBeforeIt() {
        final AgentOptions options =
                AgentOptions.read("trace=a.B#c,d.E,hotspan.sampling=0.5", system, Map.of());
        assertThat(options.trace())
                .extracting(MethodPattern::toString)
                .containsExactly("a.B#c", "d.E");
        assertThat(options.sampling()).isEqualTo(0.5);
    }

    @Test
    void argumentsComeBeforePropertiesEnvironmentAndFile() throws Exception {
        final Path file = scratch.resolve("hotspan.properties");
        Files.writeString(file, "hotspan.sampling=0.1\nhotspan.overload=wait\nring.bytes=65536\n");
        system.setProperty("hotspan.sampling", "0.3");
        final Map<String, String> environment =
                Map.of("HOTSPAN_CONFIG", file.toString(), "HOTSPAN_SAMPLING", "0.2");
        assertThat(AgentOptions.read("sampling=0.4", system, environment).sampling())
                .isEqualTo(0.4);
        assertThat(AgentOptions.read("", system, environment).sampling()).isEqualTo(0.3);
        system.clear();
        assertThat(AgentOptions.read("", system, environment).sampling()).isEqualTo(0.2);
        assertThat(AgentOptions.read("", system, environment).ringBytes()).isEqualTo(65536);
    }

    @Test
    void aValueThatIsNotAllowedIsNamedWithWhatIs() {
        system.setProperty("hotspan.overload", "panic");
        assertThatThrownBy(() -> AgentOptions.read("", system, Map.of()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(
                        "option out of range: hotspan.overload=panic (system property), allowed:"
                                + " drop or wait; neither of them");
    }

    @Test
    void anUnknownArgumentIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> AgentOptions.read("sampling=1,colour=red", system, Map.of()))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageStartingWith(
                        "no such option: colour (agent argument); there are hotspan.");
    }

    @Test
    void anUnknownSystemPropertyIsWarnedOf() {
        system.setProperty("hotspan.trase", "a.B");
        assertThat(AgentOptions.read("", system, Map.of()).warnings())
                .singleElement()
                .asString()
                .contains("-Dhotspan.trase");
    }

    @Test
    void propagationIsSomeOfWhatThereIs() {
        assertThat(AgentOptions.read("propagate=threads,fork-join", system, Map.of()).propagate())
                .containsExactlyInAnyOrder("threads", "fork-join");
        assertThat(AgentOptions.read("propagate=none", system, Map.of()).propagate()).isEmpty();
        assertThatThrownBy(() -> AgentOptions.read("propagate=pigeons", system, Map.of()))
                .hasMessageContaining("hotspan.propagate=pigeons")
                .hasMessageContaining("virtual-threads");
    }
}
