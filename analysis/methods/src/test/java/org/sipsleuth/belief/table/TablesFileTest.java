package org.sipsleuth.belief.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.network.VariableTable;

final class TablesFileTest {

    @TempDir Path folder;

    private static final String PAPER = TablesFile.write(PaperTables.working());

    private static TablesFormatException refusal(String text) {
        return assertThrows(TablesFormatException.class, () -> TablesFile.read(text));
    }

    private static void assertRefused(String text, int line, String reason) {
        TablesFormatException refusal = refusal(text);
        assertEquals(line, refusal.line(), refusal.getMessage());
        assertTrue(refusal.reason().contains(reason), refusal.getMessage());
    }

    private static String changed(String from, String to) {
        assertTrue(PAPER.contains(from), from);
        return PAPER.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));
    }

    private static int lineOf(String part) {
        return (int) PAPER.substring(0, PAPER.indexOf(part)).lines().count() + 1;
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas() throws Exception {
        for (BeliefTables tables : List.of(PaperTables.printed(), PaperTables.working())) {
            String text = TablesFile.write(tables);
            assertEquals(tables, TablesFile.read(text));
            assertEquals(text, TablesFile.write(TablesFile.read(text)));
        }
        BeliefTables odd = PaperTables.working().named("a: \"b\"\n#\u2028\\", "&x *y\t\u0000");
        assertEquals(odd, TablesFile.read(TablesFile.write(odd)));
    }

    private static BeliefTables withNothing(double scan) {
        BeliefTables tables = PaperTables.working();
        ClassVector nothing = ClassVector.of(each -> each == TrafficClass.SCAN ? scan : 1.0 / 3); // no end to it
        return tables.with(tables.table(Variable.RESPONSE_DISTRIBUTION).orElseThrow().withNothing(nothing));
    }

    @Test
    void howProbableNothingIsIsWrittenReadAndHeldToBeAProbability() throws Exception {
        BeliefTables tables = withNothing(0.25);
        String text = TablesFile.write(tables);
        assertEquals(tables, TablesFile.read(text));
        assertNotEquals(PaperTables.working(), TablesFile.read(text));
        assertTrue(text.contains("      SCAN: 0.25\n"), text);
        for (String wrong : List.of("1.5", "-0.1", ".nan", "[1, 0]")) {
            refusal(text.replace("      SCAN: 0.25\n", "      SCAN: " + wrong + "\n"));
        }
        refusal(text.replace("      SCAN: 0.25\n", "")); // one for each class
        assertThrows(IllegalArgumentException.class, () -> withNothing(1.5));
        VariableTable measure = tables.table(Variable.DESTINATIONS).orElseThrow();
        assertThrows(IllegalArgumentException.class, () -> measure.withNothing(ClassVector.uniform()));
    }

    @Test
    void workingTablesAreThePrintedOnesWithRowsThatSumToOneAndOurTableOfParsingErrors() {
        BeliefTables printed = PaperTables.printed();
        BeliefTables working = PaperTables.working();
        for (Variable variable : Variable.ofPaper()) {
            if (variable == Variable.PARSING_ERROR_INTENSITY) {
                assertTrue(printed.table(variable).isEmpty());
                assertTrue(working.table(variable).isPresent());
                continue;
            }
            VariableTable mine = working.table(variable).orElseThrow();
            VariableTable theirs = printed.normalised().table(variable).orElseThrow();
            assertEquals(theirs.borders(), mine.borders());
            for (TrafficClass each : TrafficClass.all()) {
                for (int i = 0; i < mine.states(); i++) {
                    assertEquals(theirs.probability(each, i), mine.probability(each, i), 1e-12);
                }
            }
        }
        for (TrafficClass each : TrafficClass.all()) {
            working.all().forEach(table -> assertEquals(1, table.sum(each), 1e-9));
        }
    }

    @Test
    void aWrongNameIsReportedWithItsLineAndTheNearestOne() {
        assertRefused(changed("  destinations:", "  destinatoins:"), lineOf("  destinations:"),
                "did you mean destinations?");
        assertRefused(changed("    SCAN: [1, 0]", "    SCAM: [1, 0]"), lineOf("    SCAN: [1, 0]"),
                "did you mean SCAN?");
    }

    @Test
    void rowsThatCannotBeAreReportedWithTheirLines() {
        int line = lineOf("    NORMAL: [1, 0]");
        assertRefused(changed("    NORMAL: [1, 0]", "    NORMAL: [0.5, 0.4]"), line, "sums to 0.9");
        assertRefused(changed("    NORMAL: [1, 0]", "    NORMAL: [.nan, 0]"), line, "no number");
        assertRefused(changed("    NORMAL: [1, 0]", "    NORMAL: [1e999, 0]"), line, "no number");
        assertRefused(changed("    NORMAL: [1, 0]", "    NORMAL: [\"1\", 0]"), line, "no number");
        assertRefused(changed("    NORMAL: [1, 0]", "    NORMAL: 1"), line, "list of numbers");
        assertTrue(
                refusal(changed("    NORMAL: [1, 0]", "    NORMAL: [1.5, -0.5]")).reason().contains("no probability"));
        assertTrue(
                refusal(changed("    NORMAL: [1, 0]", "    NORMAL: [1, 0, 0]")).reason().contains("3 numbers, not 2"));
        assertTrue(refusal(changed("intervals: [10]", "intervals: [10, 4]")).reason().contains("rise"));
    }

    @Test
    void printedRowsNeedNotSumToOneWhereItIsSaid() throws Exception {
        String text = changed("rows: sum-to-one", "rows: as-printed");
        TablesFile.read(text.replace("NORMAL: [1, 0]", "NORMAL: [0.5, 0.4]"));
    }

    @Test
    void whatYamlCanDoBesidesIsRefused() {
        assertRefused("", 0, "empty");
        assertRefused("a: &x [1]\nb: *x", 1, "anchors");
        assertRefused("a: [*x]", 1, "anchors");
        assertRefused("a: !!java.net.URL [x]", 1, "tags");
        assertRefused("a: 1\n---\nb: 2", 2, "after the tables' end");
        assertRefused("a: 1\na: 2", 2, "twice");
        assertRefused("a: [", 1, "no YAML");
        assertRefused("[".repeat(5_000), 1, "deeper");
        assertRefused("? [a, b]\n: 1", 1, "a name is a word");
        assertRefused("x".repeat(1 << 19), 0, "characters");
        assertTrue(refusal("a: [" + "1,".repeat(30_000) + "1]").reason().contains("20,000 values"));
    }

    @Test
    void billionLaughsEndAtTheFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c < 'k'; c++) {
            bomb.append("%c: &%c [%s]\n".formatted(c, c, ("*" + (char) (c - 1) + ", ").repeat(8)));
        }
        assertRefused(bomb.toString(), 1, "anchors");
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws Exception {
        Path file = folder.resolve("x.yaml");
        Files.write(file, new byte[]{(byte) 0xff, (byte) 0xfe, 0});
        assertThrows(TablesFormatException.class, () -> TablesFile.read(file));
        assertThrows(TablesFormatException.class, () -> TablesFile.read(folder));
        Files.write(file, PAPER.getBytes(StandardCharsets.UTF_8));
        assertEquals(PaperTables.working(), TablesFile.read(file));
    }

    @Property(tries = 300)
    void anyTextIsTablesOrRefused(@ForAll String text) {
        try {
            TablesFile.read(text);
        } catch (TablesFormatException refused) {
            assertTrue(refused.reason().length() > 0);
        }
    }

    @Property(tries = 300)
    void anyChangeOfAByteIsTablesOrRefused(@ForAll int at, @ForAll char by) {
        StringBuilder text = new StringBuilder(PAPER);
        text.setCharAt(Math.floorMod(at, text.length()), by);
        try {
            TablesFile.read(text.toString());
        } catch (TablesFormatException refused) {
            assertTrue(refused.getMessage().length() < 600, refused.getMessage());
        }
    }
}
