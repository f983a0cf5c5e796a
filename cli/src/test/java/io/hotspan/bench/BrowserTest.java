package io.hotspan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hotspan.bench.result.BenchRun;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser; skipped where there is none. */
class BrowserTest {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final long TIMEOUT_SECONDS = 60;

    /** Answers in the title: how wide the page is, and which texts of charts are cut off. */
    private static final String PROBE =
            """
            <script>
            const cut = [...document.querySelectorAll("svg text")].filter(text => {
              const own = text.getBoundingClientRect();
              const all = text.closest("svg").getBoundingClientRect();
              return own.left < all.left - 1 || own.right > all.right + 1;
            }).map(text => text.textContent);
            document.title = "wide " + document.documentElement.scrollWidth
                + " of " + document.documentElement.clientWidth
                + ", charts " + document.querySelectorAll("svg").length
                + ", cut " + JSON.stringify(cut);
            </script>
            """;

    @TempDir Path directory;

    @ParameterizedTest
    @ValueSource(ints = {500, 1_280})
    void thePageFitsItsWindowAndNoTextOfAChartIsCut(final int width) throws Exception {
        final String title = title(width);
        assertThat(title).matches("wide (\\d+) of \\1, charts [1-9]\\d*, cut \\[\\]");
    }

    private String title(final int width) throws Exception {
        final Optional<Path> browser = browser();
        assumeThat(browser).as("none of these is on the PATH: " + NAMES).isPresent();
        final Path page = page();
        Files.writeString(page, Files.readString(page).replace("</body>", PROBE + "</body>"));
        final Path out = directory.resolve("dom.html");
        final Process process =
                new ProcessBuilder(
                                browser.orElseThrow().toString(),
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--user-data-dir=" + directory.resolve("profile"),
                                "--window-size=" + width + ",900",
                                "--dump-dom",
                                page.toUri().toString())
                        .redirectOutput(out.toFile())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the browser does not end");
        }
        final String dom = Files.readString(out);
        return dom.substring(dom.indexOf("<title>") + 7, dom.indexOf("</title>"));
    }

    private Path page() throws Exception {
        new BenchReport(BenchRun.read(BenchSample.write(directory))).write(directory);
        return directory.resolve("report.html");
    }

    private static Optional<Path> browser() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
