package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.entry.Verdict;

/// A program that is killed (SIGKILL) at random moments of a triage, again and again on the same
/// case: nothing that it confirmed is lost, and nothing is half there. `-Dcase.kills=100` kills it
/// more often, `-Dcase.seed=N` at other moments.
class KilledProgramTest {

    private static final int KILLS = Integer.getInteger("case.kills", 5);
    private static final long SEED = Long.getLong("case.seed", 1);
    private static final int MOST_LINES = 40;
    private static final int LONGEST_MILLIS = 30;
    private static final int TAGS = 3;

    @TempDir private Path folder;

    private final List<String> confirmed = new ArrayList<>();

    @Test
    void nothingConfirmedIsLostAndNothingIsHalf() throws Exception {
        Path file = folder.resolve("a.case");
        Cases.create(file, "alice").close();
        Random random = new Random(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
            killTriage(file, random);
            assertAllIsThere(file, kill);
        }
        System.out.printf("%d kills, %d confirmed changes%n", KILLS, confirmed.size());
    }

    /// Kills it at some moment of its work; what it wrote before is confirmed.
    private void killTriage(Path file, Random random) throws Exception {
        Process triage = CaseProgram.start("triage", file.toString(), "" + random.nextLong());
        try (BufferedReader out = triage.inputReader()) {
            assertEquals("open true", out.readLine());
            out.lines().limit(random.nextInt(MOST_LINES)).forEach(confirmed::add);
            Thread.sleep(random.nextInt(LONGEST_MILLIS), random.nextInt(1_000_000));
            assertTrue(triage.toHandle().destroyForcibly()); // Process would close its output
            out.lines().forEach(confirmed::add);
        }
        assertEquals(137, triage.waitFor());
    }

    private void assertAllIsThere(Path file, int kills) throws IOException {
        try (CaseFile again = Cases.open(file, "alice")) {
            assertEquals(Optional.empty(), again.obstacle());
            List<Verdict> all = again.verdicts().all();
            Set<String> ids = all.stream().map(Verdict::id).collect(Collectors.toSet());
            Set<String> undone =
                    all.stream()
                            .flatMap(each -> each.undoes().stream())
                            .collect(Collectors.toSet());
            Map<String, DialogNote> notes =
                    again.notes().isEmpty() ? Map.of() : again.notes().get("other").byCallId();
            for (String line : new HashSet<>(confirmed)) {
                String name = line.substring(line.indexOf(' ') + 1);
                boolean isThere =
                        line.startsWith("verdict ")
                                ? ids.contains(name)
                                : line.startsWith("undo ")
                                        ? undone.contains(name)
                                        : notes.containsKey(name);
                assertTrue(isThere, line);
            }
            for (DialogNote note : notes.values()) {
                assertEquals(TAGS, note.tags().size());
                assertEquals(Optional.of(NoteMark.C), note.mark());
            }
            int changes = all.size() + notes.size();
            assertTrue(changes - confirmed.size() <= kills, "more than one unconfirmed each time");
        }
        assertEquals(List.of(), Cases.verify(file).faults());
    }
}
