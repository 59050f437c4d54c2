package org.sipsleuth.app.command.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.app.command.evaluate.StoredResult.Row;
import org.sipsleuth.evaluation.PlayedSeeds;

/// Tables on pages that are marked with a stored result say what it says. With
/// `-Dsipsleuth.results=write` they are written from it.
final class DocumentedResultsTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Path RESULTS = DOCS.resolve("results");
    private static final Pattern LINK = Pattern.compile("\\]\\(([A-Z-]+\\.md)\\)");
    private static final Pattern COMMAND = Pattern.compile("evaluate [a-z]");
    private static final Pattern FIGURES = Pattern.compile("(?m)^\\|.*\\| \\**[<≤]?0?\\.\\d{2,}.*\\|$");
    private static final Pattern MARK = Pattern.compile("(?m)^<!-- result ");

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    @Test
    void markedTablesAreThoseOfTheStoredResults() throws IOException {
        boolean isWritten = "write".equals(System.getProperty("sipsleuth.results"));
        TreeSet<String> used = new TreeSet<>();
        for (Path page : files(DOCS, ".md")) {
            String text = Files.readString(page);
            String right = regenerated(page.getFileName().toString(), text, used);
            if (isWritten && !right.equals(text)) {
                Files.writeString(page, right);
            } else {
                assertEquals(right, text,
                        page + ": other figures than in docs/results; -Dsipsleuth.results=write" + " writes them");
            }
        }
        List<String> stored = files(RESULTS, ".json").stream().map(file -> file.getFileName().toString()).toList();
        assertEquals(stored, List.copyOf(used), "stored results that no page shows, or the other way round");
    }

    private static String regenerated(String page, String text, TreeSet<String> used) throws IOException {
        Matcher block = ResultMark.BLOCK.matcher(text);
        StringBuilder right = new StringBuilder();
        int marks = 0;
        while (block.find()) {
            marks++;
            ResultMark mark = ResultMark.of(block);
            used.add(mark.file());
            Path file = RESULTS.resolve(mark.file());
            assertTrue(Files.isRegularFile(file), page + ": no stored result " + mark.file());
            String table = mark.markdown(StoredResult.read(file));
            int from = block.start(4) - block.start();
            String whole = block.group();
            String end = whole.substring(block.end(4) - block.start());
            block.appendReplacement(right, Matcher.quoteReplacement(whole.substring(0, from) + table + end));
        }
        block.appendTail(right);
        long all = MARK.matcher(text).results().count();
        assertEquals(all, marks, page + ": a mark that is wrong, or without an end");
        return right.toString();
    }

    /// Rows with fractions outside of the marks were copied by a person.
    @Test
    void pagesWithOtherFiguresAreListed() throws IOException {
        String results = Files.readString(DOCS.resolve("RESULTS.md"));
        String section = results.substring(results.indexOf("## Printed before results were stored"));
        TreeSet<String> listed = new TreeSet<>();
        LINK.matcher(section).results().forEach(link -> listed.add(link.group(1)));
        TreeSet<String> copied = new TreeSet<>();
        for (Path page : files(DOCS, ".md")) {
            String text = Files.readString(page);
            if (COMMAND.matcher(text).find() && FIGURES.matcher(ResultMark.BLOCK.matcher(text).replaceAll("")).find()) {
                copied.add(page.getFileName().toString());
            }
        }
        copied.removeAll(listed);
        assertEquals(new TreeSet<>(), copied, "pages with copied figures that RESULTS.md does not list");
    }

    @Test
    void storedResultsCanBeRepeated() throws IOException {
        for (Path file : files(RESULTS, ".json")) {
            StoredResult result = StoredResult.read(file);
            assertEquals("evaluate", result.command().getFirst(), file::toString);
            assertFalse(result.command().contains("--quick"), () -> file + ": quick figures are no results");
            assertTrue(result.commit().isPresent() && !result.isChanged(), () -> file + ": of no commit");
            for (PlayedSeeds seeds : result.seeds()) {
                boolean isTested = seeds.purpose() == PlayedSeeds.Purpose.TEST;
                assertTrue(
                        !isTested || result.seeds()
                                .stream()
                                .noneMatch(other -> other.purpose() != seeds.purpose() && other.overlaps(seeds)),
                        () -> file + ": learned and tested: " + seeds);
            }
            for (String word : result.command()) {
                boolean isFile = word.contains("/");
                assertTrue(!isFile || Files.exists(DOCS.resolveSibling(word)), () -> file + ": no " + word);
            }
        }
    }

    private static Row row(String name, double ours, double least, double most) {
        return new Row(name, null, ours, least, most, null, false, null, null);
    }

    private static StoredResult result(Row... rows) {
        return new StoredResult(List.of("evaluate"), Optional.empty(), false, List.of(), Map.of("t", List.of(rows)));
    }

    private static ResultMark mark(String line) {
        Matcher block = ResultMark.BLOCK.matcher(line + "\n<!-- end of result -->");
        assertTrue(block.find(), line);
        return ResultMark.of(block);
    }

    @Test
    void rowsAreListedOrCrossed() {
        StoredResult all = result(row("scan: found", 0.98765, 0.9, 1), row("scan: false", 0.000123, 0.000123, 0.000123),
                row("spit: found", 12_345.6, 12_345.6, 12_345.6),
                new Row("other", 0.5, 0.25, 0.25, 0.25, ">= 0.950000", true, 1.0, null));
        assertEquals("""
                | | paper | must | ours | simplest |
                |---|---|---|---|---|
                | other | 0.5 | ≥ 0.95 | **0.25, missed** | 1 |
                """, mark("<!-- result x.json 't' rows '(other)' -->").markdown(all));
        assertEquals("""
                | | found | false |
                |---|---|---|
                | scan | 0.988 (0.9–1) | 0.000123 |
                | spit | 12,346 | |
                """, mark("<!-- result x.json 't' rows '(.*): (?<column>.*)' -->").markdown(all));
    }

    @Test
    void allTablesCanBeCrossed() {
        assertEquals("""
                | | t |
                |---|---|
                | none | 0.5 |
                | filter | 0.75 |
                """, mark("<!-- result x.json '*' rows '(?<column>.*): (?<row>.*): calls' -->")
                .markdown(result(row("none: calls", 0.5, 0.5, 0.5), row("filter: calls", 0.75, 0.75, 0.75))));
    }

    @Test
    void oneSimplestAlternativeOfAllColumnsIsShown() {
        StoredResult all = result(new Row("a: x", null, 1, 1, 1, null, false, 0.5, null),
                new Row("a: y", null, 2, 2, 2, null, false, 0.5, null));
        assertEquals("| | x | y | simplest |\n|---|---|---|---|\n| a | 1 | 2 | 0.5 |\n",
                mark("<!-- result x.json 't' rows '(?<row>.*): (?<column>.*)' -->").markdown(all));
    }

    @Test
    void whatWasNotStoredCannotBeMarked() {
        StoredResult none = result(row("a", 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> mark("<!-- result x.json 'u' -->").markdown(none));
        assertThrows(IllegalArgumentException.class,
                () -> mark("<!-- result x.json 't' rows '(b)' -->").markdown(none));
        assertThrows(AssertionError.class,
                () -> regenerated("p", "<!-- result gone.json 't' -->\n<!-- end of result -->", new TreeSet<>()));
        assertThrows(AssertionError.class,
                () -> regenerated("p", "<!-- result legs.json 't' -->\n| x |\n", new TreeSet<>()));
    }

    @Test
    void numbersHaveThreeDigits() {
        List<String> numbers = new ArrayList<>();
        for (double value : new double[]{0, 1, 0.5, 0.98765, 0.99999, 0.00098765, 12.345, 123.45, 1_234.5, -0.25}) {
            numbers.add(ResultMark.number(value));
        }
        assertEquals(List.of("0", "1", "0.5", "0.988", "1.000", "0.000988", "12.35", "123.5", "1,235", "-0.25"),
                numbers);
        assertEquals("–", ResultMark.number(Double.NaN));
    }
}
