package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The code in docs/ADDING-A-METHOD.md is that of the example, which is compiled and tested.
class AddingAMethodTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CODE = Pattern.compile("```(?:java|properties)\n(.*?)```", Pattern.DOTALL);
    private static final List<String> SOURCES =
            List.of("HopsMethod", "HopsDetector", "HopsDetection", "HopsPage", "Methods")
                    .stream()
                    .map(name -> name + ".java")
                    .toList();

    @Test
    void everyExcerptIsInTheSources() throws IOException {
        String sources = normal(sources());
        List<String> excerpts = CODE.matcher(Files.readString(ROOT.resolve("docs/ADDING-A-METHOD.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertTrue(excerpts.size() > 10, "the page has code");
        assertEquals(List.of(), excerpts.stream().filter(each -> !sources.contains(normal(each))).toList());
    }

    /// Formatting is not compared.
    private static String normal(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static String sources() throws IOException {
        try (Stream<Path> files =
                Stream.of("analysis", "views", "app").map(ROOT::resolve).flatMap(AddingAMethodTest::walk)) {
            return files.filter(AddingAMethodTest::isExample)
                    .map(AddingAMethodTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static boolean isExample(Path file) {
        String name = file.getFileName().toString();
        return SOURCES.contains(name) || name.equals("StandardPages.java")
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
