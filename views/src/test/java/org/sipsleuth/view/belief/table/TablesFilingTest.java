package org.sipsleuth.view.belief.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.table.PaperTables;
import org.sipsleuth.belief.table.TablesFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.view.belief.state.Later;
import org.sipsleuth.view.belief.state.TableChoice;
import org.sipsleuth.view.belief.state.TablesInUse;
import org.sipsleuth.view.session.page.FileChoice;

/// Tables that are changed, saved and opened again.
class TablesFilingTest {

    @TempDir Path folder;
    private final Later later = new Later();
    private final TablesInUse tables = new TablesInUse();
    private final List<String> reported = new ArrayList<>();
    private final List<Path> inputs = new ArrayList<>();
    private final TablesFiling filing = new TablesFiling(tables, new FileChoice() {
        @Override
        public Optional<Path> toOpen(Window window) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(Window window, String name) {
            return Optional.empty();
        }
    }, later, () -> OutputRules.CONFIRMED.with(inputs));

    @BeforeEach
    void takePapers() {
        tables.own(PaperTables.working());
    }

    private BeliefTables now() {
        return tables.tablesProperty().get().orElseThrow();
    }

    private void open(Path file) {
        filing.read(file, reported::add);
        later.doAll();
    }

    private void save(Path file) {
        filing.write(now(), file, reported::add);
        later.doAll();
    }

    private void change() {
        tables.setPrior(TrafficClass.NORMAL, 0.5);
        tables.setBorder(Variable.REQUEST_INTENSITY, 0, 12.5);
        tables.addBorder(Variable.DESTINATIONS, 3);
        tables.set(Variable.DESTINATIONS, TrafficClass.SCAN, 0, 0.25);
        tables.set(Variable.DESTINATIONS, TrafficClass.SCAN, 1, 0.25);
        tables.set(Variable.DESTINATIONS, TrafficClass.SCAN, 2, 0.5);
    }

    @Test
    void theReasonOfARefusalGoesWhenTheTablesInUseAreOpenedAgain() throws IOException {
        Path good = folder.resolve("good.yaml");
        Files.writeString(good, TablesFile.write(now()));
        open(good);
        open(Files.writeString(folder.resolve("bad.yaml"), "no tables"));
        assertFalse(reported.getLast().isEmpty());
        open(good);
        assertEquals("", reported.getLast());
    }

    @Test
    void anInputIsNotReplaced() throws IOException {
        Path input = Files.writeString(folder.resolve("open.pcapng"), "evidence");
        inputs.add(input);
        save(input);
        assertEquals("evidence", Files.readString(input));
        assertTrue(reported.getLast().contains("is an input"), reported.getLast());
    }

    @Test
    void whatWasChangedIsSavedAndOpenedAgain() {
        change();
        BeliefTables changed = now();
        save(folder.resolve("mine.yaml"));
        tables.reset();
        assertNotEquals(changed, now());
        open(folder.resolve("mine.yaml"));
        assertEquals(0.5, now().prior().get(TrafficClass.NORMAL), 1e-12);
        assertEquals(List.of(12.5), now().table(Variable.REQUEST_INTENSITY).orElseThrow().borders());
        assertEquals(changed.all(), now().all());
        assertFalse(tables.isChanged());
        assertEquals(Optional.of(TableChoice.OWN), tables.choiceProperty().get());
        assertEquals(List.of("Written to mine.yaml.", ""), reported);
    }

    @Test
    void aBrokenFileIsReportedWithItsLineAndNothingIsLost() throws IOException {
        change();
        BeliefTables changed = now();
        String good = TablesFile.write(changed);
        int line = good.lines().toList().indexOf("  destinations:") + 1;
        Path broken = folder.resolve("broken.yaml");
        Files.writeString(broken, good.replace("  destinations:", "  destinatons:"));
        open(broken);
        assertEquals(1, reported.size());
        assertTrue(reported.getFirst().contains("line " + line + ":"), reported.getFirst());
        assertTrue(reported.getFirst().contains("destinations"), reported.getFirst());
        assertEquals(changed, now());
        assertTrue(tables.isChanged());
    }

    @Test
    void hostileFilesChangeNothingAndAreReportedInVisibleLetters() throws IOException {
        change();
        BeliefTables changed = now();
        for (String hostile : List.of("a: &a [1]\nb: *a", "[".repeat(5_000), "a: !!java.net.URL [x]", "\u202e\u0007: 1",
                "schema: \"\u202egnp.exe\"", "x".repeat(1 << 19), "")) {
            reported.clear();
            Path file = folder.resolve("hostile.yaml");
            Files.writeString(file, hostile);
            open(file);
            assertEquals(1, reported.size());
            assertTrue(reported.getFirst().chars().noneMatch(c -> c < ' ' || c == 0x202e));
            assertTrue(reported.getFirst().length() < 500, reported.getFirst());
            assertEquals(changed, now());
        }
        reported.clear();
        open(folder.resolve("gone.yaml"));
        assertEquals(1, reported.size());
        assertEquals(changed, now());
    }

    @Test
    void whatCannotBeWrittenIsReportedAndTheFileBeforeStays() throws IOException {
        Path noFolder = folder.resolve("none").resolve("mine.yaml");
        save(noFolder);
        assertEquals(1, reported.size());
        assertTrue(reported.getFirst().contains("there is no directory"), reported.getFirst());
        reported.clear();
        Files.createDirectory(folder.resolve("directory.yaml"));
        save(folder.resolve("directory.yaml"));
        assertEquals(1, reported.size());
        try (var left = Files.list(folder)) {
            assertEquals(1, left.count()); // nothing half-written
        }
    }
}
