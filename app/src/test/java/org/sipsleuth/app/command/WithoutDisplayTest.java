package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Captures without a command where there is no display: the answer as text.
final class WithoutDisplayTest {

    private static final Path SAMPLES = Path.of("../sample-captures").toAbsolutePath().normalize();

    @TempDir private Path folder;

    private static String sample(String name) {
        return SAMPLES.resolve(name).toString();
    }

    @Test
    void theTextOfAnalyzeComesFirstThenFailedCallsThenTheCommands() {
        String dropped = sample("dropped.pcap");
        String analyzed = Run.of("analyze", dropped).out();
        Run run = Run.of(dropped);
        assertEquals(0, run.code(), run.err());
        assertNull(run.opened());
        assertTrue(run.err().lines().findFirst().orElse("").contains("no display"), run.err());
        assertTrue(run.out().startsWith(analyzed), run.out());
        List<String> rest = run.out().substring(analyzed.length()).lines().toList();
        assertEquals("Calls: 6; dropped, failed or refused: 2", rest.get(1));
        List<String> rows = rest.subList(3, 5).stream().map(row -> row.strip()).toList();
        assertTrue(rows.stream().anyMatch(row -> row.matches("1  dropped: no ACK +\\d+  5d0e6b45@198.51.100.20")),
                rest.toString());
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("1  refused: busy (486)")), rest.toString());
        assertEquals("List all dialogs:   sipsleuth dialogs " + dropped, rest.get(6));
    }

    @Test
    void theCommandForFailedCallsListsAsManyAsWereCounted() {
        String dropped = sample("dropped.pcap");
        String line = Run.of(dropped)
                .out()
                .lines()
                .filter(text -> text.startsWith("List failed calls:"))
                .findFirst()
                .orElseThrow();
        String filter = line.substring(line.indexOf('\'') + 1, line.lastIndexOf('\''));
        Run listed = Run.of("dialogs", "--filter", filter, "--format", "csv", dropped);
        assertEquals(2, listed.records().size(), listed.out());
    }

    @Test
    void manyDialogsAreSummedUpByCause() {
        Run run = Run.of(sample("incident.pcap"));
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("Registrations and other dialogs: "), run.out());
        assertTrue(run.out().lines().count() < 120, run.out());
        String analyzed = Run.of("analyze", sample("incident.pcap")).out();
        long sum = run.out()
                .substring(analyzed.length())
                .lines()
                .filter(line -> line.matches(" *[\\d,]+  (dropped|failed|refused): .*"))
                .mapToLong(line -> Long.parseLong(line.strip().split(" ")[0]))
                .sum();
        long expected = Run.of("dialogs", "--format", "csv", sample("incident.pcap"))
                .records()
                .stream()
                .filter(row -> row.matches(".*,(dropped|failed|refused),.*"))
                .count();
        assertTrue(sum > 0);
        assertEquals(expected, sum);
    }

    @Test
    void aCaptureWithoutFailuresSaysSo() throws IOException {
        String file = new TestCapture().call(0, "a").in(folder, "call.pcap");
        Run run = Run.of(file);
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\nCalls: 1; dropped, failed or refused: 0\n"), run.out());
        assertFalse(run.out().contains("List failed calls"), run.out());
    }

    @Test
    void severalFilesAndFoldersAreOneAnswer() throws IOException {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.copy(SAMPLES.resolve("dropped.pcap"), tree.resolve("a.pcap"));
        Files.copy(SAMPLES.resolve("busy.pcap"), tree.resolve("b.pcap"));
        Files.writeString(tree.resolve("notes.txt"), "no capture");
        Run run = Run.of("--recursive", tree.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("\nCalls: 7; dropped, failed or refused: 3"), run.out());
        assertTrue(run.out().contains("2  refused: busy (486)"), run.out());
        assertEquals(1, run.err().split("not captures", -1).length - 1, run.err());
    }

    @Test
    void formatsAndExitCodesAreThoseOfAnalyze() throws IOException {
        String dropped = sample("dropped.pcap");
        assertEquals(Run.of("analyze", "--format", "json", dropped).out(), Run.of("--format", "json", dropped).out());
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve("dropped.pcap"));
        Path cut = folder.resolve("cut.pcap");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 100));
        Run damaged = Run.of(cut.toString());
        assertEquals(3, damaged.code());
        assertTrue(damaged.out().contains("\nCalls: "), damaged.out());
    }

    /// The display is no matter where there is nothing to show.
    @Test
    void ofMissingFilesOnlyThatIsSaid() {
        Run none = Run.of("missing.pcap", folder.toString());
        assertEquals(3, none.code());
        assertEquals(
                "sipsleuth: missing.pcap: no such file\nsipsleuth: " + folder
                        + ": is a directory, not a capture; use --recursive to read the captures in it",
                none.err().strip());
        assertEquals("", none.out());
        Run some = Run.of("missing.pcap", sample("dropped.pcap"));
        assertEquals(3, some.code());
        assertTrue(some.err().contains("no display"), some.err());
        assertEquals(1, some.err().split("missing.pcap: no such file", -1).length - 1, some.err());
    }

    @Test
    void namesAreQuotedAndHarmlessInTheCommands() throws IOException {
        Path odd = folder.resolve("it's an\u001b[31m odd.pcap");
        Files.copy(SAMPLES.resolve("busy.pcap"), odd);
        Run run = Run.of(odd.toString());
        assertEquals(0, run.code(), run.err());
        assertFalse(run.out().contains("\u001b"), run.out());
        assertTrue(run.out().contains("it'\\''s an"), run.out());
    }
}
