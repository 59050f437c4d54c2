package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Verdict;

/// A program that is killed (SIGKILL) at random moments while it decides, adds, merges and packs,
/// again and again on the same case: nothing that it confirmed is lost, and nothing is half there.
/// `-Dcase.kills=200` kills it more often, `-Dcase.seed=N` at other moments. Two of three times it
/// is killed while SQLite writes a journal.
class KilledProgramTest {

    private static final int KILLS = Integer.getInteger("case.kills", 4);
    private static final long SEED = Long.getLong("case.seed", 1);
    private static final int MOST_LINES = 12;
    private static final int LONGEST_NANOS = 30_000_000;
    private static final int LONGEST_NANOS_IN_A_CHANGE = 200_000;
    private static final byte[] JOURNAL = HexFormat.of().parseHex("d9d505f920a163d7");

    @TempDir private Path folder;

    private final Random random = new Random(SEED);
    private final List<String> confirmed = new ArrayList<>();
    private int afterConfirmed;
    private int withHotJournal;
    private int packed;

    @Test
    void nothingConfirmedIsLostAndNothingIsHalf() throws Exception {
        Path file = folder.resolve("a.case");
        Path other = folder.resolve("b.case");
        Cases.create(file, "alice").close();
        Cases.create(other, "bob").close();
        for (String capture : List.of("one.pcap", "two.pcap")) {
            Files.writeString(folder.resolve(capture), "bytes of " + capture);
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            killWork(file, other, kill % 3 != 0);
            Path journal = folder.resolve("a.case-journal");
            withHotJournal += isHot(journal) ? 1 : 0;
            assertAllIsThere(file);
            assertFalse(isHot(journal), "reading undoes what was interrupted");
            assertEquals(List.of(), Cases.verify(file).faults());
            assertEquals(List.of(), Cases.verify(other).faults());
            assertArchivesAreWhole();
        }
        System.out.printf(
                "%d kills, %d of them after a confirmed change, %d left a hot journal; %d confirmed changes%n", KILLS,
                afterConfirmed, withHotJournal, confirmed.size());
        if (KILLS >= 200) {
            assertTrue(afterConfirmed >= 100, "after a confirmed change: " + afterConfirmed);
            assertTrue(withHotJournal >= 50, "hot journals: " + withHotJournal);
        }
    }

    /// Kills it at some moment of its work; what it wrote before is confirmed.
    private void killWork(Path file, Path other, boolean isInAChange) throws Exception {
        Process program = CaseProgram.start("work", file.toString(), "" + random.nextLong(), other.toString());
        int before = confirmed.size();
        try (BufferedReader out = program.inputReader()) {
            assertEquals("open true", out.readLine());
            out.lines().limit(random.nextInt(MOST_LINES)).forEach(confirmed::add);
            Path journal = folder.resolve("a.case-journal");
            while (isInAChange && program.isAlive() && !isHot(journal)) {
                Thread.onSpinWait();
            }
            long end = System.nanoTime() + random.nextInt(isInAChange ? LONGEST_NANOS_IN_A_CHANGE : LONGEST_NANOS);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertTrue(program.toHandle().destroyForcibly()); // Process would close its output
            out.lines().forEach(confirmed::add);
        }
        assertEquals(137, program.waitFor());
        afterConfirmed += confirmed.size() > before ? 1 : 0;
    }

    /// Whether a journal begins with its header, as SQLite looks for it.
    private static boolean isHot(Path journal) {
        try (InputStream in = Files.newInputStream(journal)) {
            return Arrays.equals(in.readNBytes(JOURNAL.length), JOURNAL);
        } catch (IOException none) {
            return false;
        }
    }

    private List<String> confirmed(String what) {
        return confirmed.stream()
                .filter(line -> line.startsWith(what + " "))
                .map(line -> line.substring(what.length() + 1))
                .toList();
    }

    /// Reads it without the right to change it.
    private void assertAllIsThere(Path file) throws IOException {
        try (CaseFile again = CaseFile.openReadOnly(file, Cases.author("alice"))) {
            Set<String> ids = again.verdicts().all().stream().map(Verdict::id).collect(Collectors.toSet());
            assertTrue(ids.containsAll(confirmed("verdict")), "verdicts");
            Map<String, DialogNotes> notes = again.notes();
            Set<String> dialogs = notes.getOrDefault("other", DialogNotes.NONE).byCallId().keySet();
            for (String name : confirmed("note")) {
                assertTrue(dialogs.contains(name + "-0"), name);
            }
            assertTrue(notes.keySet().containsAll(confirmed("merge")), "merged notes");
            for (Map.Entry<String, DialogNotes> each : notes.entrySet()) {
                assertWhole(each.getKey(), each.getValue().byCallId());
            }
            assertAddedAsOne(again);
        }
    }

    private static void assertWhole(String analyst, Map<String, DialogNote> notes) {
        Map<String, Long> sizes = notes.keySet()
                .stream()
                .collect(
                        Collectors.groupingBy(name -> name.substring(0, name.lastIndexOf('-')), Collectors.counting()));
        sizes.forEach((name, size) -> assertEquals(3, size, analyst + " " + name));
        for (DialogNote note : notes.values()) {
            assertEquals(3, note.tags().size());
            assertEquals(Optional.of(NoteMark.C), note.mark());
        }
    }

    private void assertAddedAsOne(CaseFile opened) throws IOException {
        String number = opened.aliases().getOrDefault("number", "0");
        int last = confirmed("add").stream().mapToInt(Integer::parseInt).max().orElse(0);
        assertTrue(Integer.parseInt(number) >= last, number + " after " + last);
        if (number.equals("0")) {
            return;
        }
        assertEquals(number, opened.filters().get("number"));
        assertEquals(2, opened.evidence().size());
        List<Attachment> all = opened.attachments();
        assertEquals(2 + 2 * Integer.parseInt(number), all.size());
        for (Attachment each : all) {
            if (!each.name().contains("-")) {
                assertArrayEquals(number.getBytes(StandardCharsets.UTF_8), opened.content(each));
            }
        }
    }

    private void assertArchivesAreWhole() throws IOException {
        int whole = 0;
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "*.zip")) {
            for (Path each : archives) {
                try (ZipFile zip = new ZipFile(each.toFile());
                        InputStream in = zip.getInputStream(zip.getEntry("case.case"))) {
                    assertTrue(in.readAllBytes().length > 0);
                }
                whole++;
                Files.delete(each);
            }
        }
        assertTrue(whole >= confirmed("pack").stream().distinct().count() - packed, "archives");
        packed = (int) confirmed("pack").stream().distinct().count();
    }
}
