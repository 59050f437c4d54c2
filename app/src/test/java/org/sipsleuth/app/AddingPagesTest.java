package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The code in the pages about adding something is that of the examples, which are compiled and
/// tested.
class AddingPagesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CODE = Pattern.compile("```(?:java|properties)\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "ADDING-A-METHOD.md, HopsMethod HopsDetector HopsDetection HopsPage Methods StandardPages, 10",
        "ADDING-A-RULE.md, LargeOptions IncidentKind, 2",
        "ADDING-AN-EXPORT-FORMAT.md, CefFormat, 3"})
    void everyExcerptIsInTheSources(String page, String examples, int least) throws IOException {
        String sources = normal(sources(Set.of(examples.split(" "))));
        List<String> excerpts = CODE.matcher(Files.readString(ROOT.resolve("docs").resolve(page)))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertTrue(excerpts.size() > least, "excerpts of %s: %d".formatted(page, excerpts.size()));
        assertEquals(List.of(), excerpts.stream().filter(each -> !sources.contains(normal(each))).toList());
    }

    /// Formatting is not compared.
    private static String normal(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String sources(Set<String> examples) throws IOException {
        try (Stream<Path> files =
                Stream.of("analysis", "views", "app").map(ROOT::resolve).flatMap(AddingPagesTest::walk)) {
            return files.filter(file -> isExample(file, examples))
                    .map(AddingPagesTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static boolean isExample(Path file, Set<String> examples) {
        return examples.contains(file.getFileName().toString().replace(".java", ""))
                || file.endsWith("view/hops/texts.properties");
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
