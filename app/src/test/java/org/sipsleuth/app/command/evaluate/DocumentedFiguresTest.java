package org.sipsleuth.app.command.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.Evaluators;

/// Tables of measured figures name what prints them: a command that exists, a benchmark or a test.
class DocumentedFiguresTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern PAGE = Pattern.compile("(METHOD-|EVALUATE-|NOVELTY).*\\.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^(?=## )");

    /// A row of a table with a cell that begins with a fraction, or with a requirement that is met
    // or missed.
    private static final Pattern MEASURED =
            Pattern.compile("(?m)^\\|.*(\\| \\**\\d\\.\\d{2,}|: met\\b|\\*\\*missed|missed\\*\\*).*\\|$");

    private static final Pattern EVALUATE = Pattern.compile("\\bevaluate ([a-z][a-z-]+)\\b");
    private static final Pattern OTHER =
            Pattern.compile("`[^`\n]*\\b(analyze|train|simulate|dialogs|bench/jmh)\\b[^`\n]*`");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void tablesOfFiguresNameTheirCommand() throws IOException {
        List<String> faults = new ArrayList<>();
        int tables = 0;
        Set<String> tests = tests();
        for (Path page : pages()) {
            for (String section : SECTION.split(Files.readString(page))) {
                tables += MEASURED.matcher(section).find() ? 1 : 0;
                faults.addAll(faults(page.getFileName().toString(), section, tests));
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(tables > 15, "sections with figures: " + tables);
    }

    @Test
    void missingCommandsAreFound() {
        String table = "## A\n\n| x | 0.95 |\n";
        assertEquals(List.of("p.md, A: figures of no command"), faults("p.md", table, Set.of()));
        assertEquals(List.of("p.md, A: evaluate nothing does not exist"),
                faults("p.md", table + "`evaluate nothing`", Set.of()));
        assertEquals(List.of(), faults("p.md", table + "`evaluate flood-ack`", Set.of()));
        assertEquals(List.of(), faults("p.md", table + "`ATest`", Set.of("ATest")));
        assertEquals(List.of("p.md, A: figures of no command"), faults("p.md", table + "`BTest`", Set.of("ATest")));
        assertEquals(List.of(), faults("p.md", "## A\n\n| x | 95 |\n", Set.of()));
    }

    private static List<String> faults(String page, String section, Set<String> tests) {
        String name = page + ", " + section.lines().findFirst().orElse("").replace("## ", "");
        List<String> named = EVALUATE.matcher(section).results().map(match -> match.group(1)).toList();
        List<String> faults = new ArrayList<>();
        for (String method : named) {
            if (!Evaluators.METHODS.contains(method)) {
                faults.add(name + ": evaluate " + method + " does not exist");
            }
        }
        boolean isNamed = !named.isEmpty() || OTHER.matcher(section).find()
                || TEST.matcher(section).results().anyMatch(match -> tests.contains(match.group(1)));
        if (!isNamed && MEASURED.matcher(section).find()) {
            faults.add(name + ": figures of no command");
        }
        return faults;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            return files.filter(file -> PAGE.matcher(file.getFileName().toString()).matches()).sorted().toList();
        }
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Test.java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }
}
