package io.hotspan.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TscPlatformTest {
    private static final String FLAGS = "fpu tsc constant_tsc rep_good nonstop_tsc avx2";

    @Test
    void aPlatformWithAllThatIsNeededHasNoObstacle() {
        assertThat(platform(22, FLAGS, "tsc").obstacle()).isEmpty();
    }

    @Test
    void anOlderJdkIsNamedWithTheOneThatIsNeeded() {
        assertThat(platform(21, FLAGS, "tsc").obstacle())
                .hasValue("JDK 21 has no foreign functions, JDK 22 or newer is needed");
    }

    @Test
    void anotherSystemIsNamed() {
        assertThat(new TscPlatform(25, "Mac OS X", "aarch64", true, "", "").obstacle())
                .hasValue("it is read on Linux on amd64, and this is Mac OS X on aarch64");
    }

    @Test
    void missingNativeAccessIsNamedWithTheOptionThatGivesIt() {
        assertThat(new TscPlatform(25, "Linux", "amd64", false, FLAGS, "tsc").obstacle().get())
                .contains("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void aCounterWhoseRateChangesIsRefused() {
        assertThat(platform(25, "fpu tsc nonstop_tsc", "tsc").obstacle())
                .hasValue("the flags in /proc/cpuinfo lack constant_tsc");
    }

    @Test
    void aCounterThatStopsWhenIdleIsRefused() {
        assertThat(platform(25, "fpu tsc constant_tsc nonstop_tsc_s3", "tsc").obstacle())
                .hasValue("the flags in /proc/cpuinfo lack nonstop_tsc");
    }

    @Test
    void aCounterThatTheKernelDoesNotTrustIsRefused() {
        assertThat(platform(25, FLAGS, "kvm-clock").obstacle().get())
                .startsWith("the kernel does not keep time by it")
                .endsWith("\"kvm-clock\"");
    }

    private static TscPlatform platform(
            final int javaFeature, final String cpuFlags, final String clockSource) {
        return new TscPlatform(javaFeature, "Linux", "amd64", true, cpuFlags, clockSource);
    }
}
