package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A folder in which somebody put things beside a case: whatever lies where the program keeps its
/// lock and SQLite its journal, nothing but the case is changed, and no command hangs.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileCaseFolderTest {

    /// What lies there. Each of them is made of the evidence, or leads to it.
    enum Obstacle {
        SYMBOLIC_LINK, DANGLING_LINK, HARD_LINK, PIPE, DEVICE, DIRECTORY, OTHER_FILE;

        void make(Path place, Path evidence) throws Exception {
            switch (this) {
                case SYMBOLIC_LINK -> Files.createSymbolicLink(place, evidence);
                case DANGLING_LINK -> Files.createSymbolicLink(place, place.resolveSibling("absent"));
                case HARD_LINK -> Files.createLink(place, evidence);
                case PIPE -> assertEquals(0, new ProcessBuilder("mkfifo", "" + place).start().waitFor());
                case DEVICE -> Files.createSymbolicLink(place, Path.of("/dev/zero"));
                case DIRECTORY -> Files.createDirectory(place);
                case OTHER_FILE -> Files.copy(evidence, place);
            }
        }
    }

    @TempDir private Path folder;
    private Path evidence;
    private byte[] bytes;
    private Path file;
    private Path other;

    @BeforeEach
    void makeCases() throws IOException {
        evidence = Path.of(new TestCapture().call(1, "call").in(folder, "evidence.pcap"));
        bytes = Files.readAllBytes(evidence);
        file = folder.resolve("Cargo");
        other = folder.resolve("other.case");
        assertEquals(0, run("create", file).code());
        assertEquals(0, run("create", other, evidence).code());
        Files.deleteIfExists(folder.resolve("Cargo.lock"));
        Files.deleteIfExists(folder.resolve(".Cargo.sipsleuth-lock"));
    }

    private static Run run(String action, Path... paths) {
        List<String> arguments = new java.util.ArrayList<>(List.of("case", action));
        for (Path each : paths) {
            arguments.add(each.toString());
        }
        return Run.of(arguments.toArray(String[]::new));
    }

    private void assertEvidenceIsThere() throws IOException {
        assertArrayEquals(bytes, Files.readAllBytes(evidence));
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesInPlaceOfTheLockStaysAndNothingIsChanged(Obstacle obstacle) throws Exception {
        Path lock = folder.resolve(".Cargo.sipsleuth-lock");
        obstacle.make(lock, evidence);
        byte[] before = Files.readAllBytes(file);
        for (Run refused : List.of(run("add", file, evidence), run("merge", file, other),
                Run.of("case", "create", file.toString(), "--force"))) {
            assertEquals(4, refused.code(), refused.err());
            assertTrue(refused.err().contains(".Cargo.sipsleuth-lock"), refused.err());
            assertTrue(refused.err().contains("move it away"), refused.err());
        }
        for (String action : List.of("show", "verify", "log")) {
            assertEquals(0, run(action, file).code(), action);
        }
        assertEquals(0, Run.of("case", "pack", file.toString(), "-o", folder.resolve("a.zip").toString()).code());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertTrue(Files.exists(lock, LinkOption.NOFOLLOW_LINKS));
        assertEvidenceIsThere();
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesInPlaceOfAnOldLockStays(Obstacle obstacle) throws Exception {
        Path lock = folder.resolve("Cargo.lock");
        obstacle.make(lock, evidence);
        for (Run done : List.of(run("add", file, evidence), run("merge", file, other),
                Run.of("case", "create", file.toString(), "--force"))) {
            assertEquals(0, done.code(), done.err());
        }
        assertTrue(Files.exists(lock, LinkOption.NOFOLLOW_LINKS));
        if (obstacle == Obstacle.OTHER_FILE) {
            assertArrayEquals(bytes, Files.readAllBytes(lock));
        }
        assertEvidenceIsThere();
    }

    @Test
    void aNewCaseIsNotMadeWhereItsLockIsNot() throws Exception {
        Path made = folder.resolve("new.case");
        Files.createSymbolicLink(folder.resolve(".new.case.sipsleuth-lock"), evidence);
        assertEquals(4, run("create", made, evidence).code());
        assertTrue(Files.notExists(made));
        assertEvidenceIsThere();
    }

    private InterruptedCase interrupted() throws IOException {
        return InterruptedCase.of(file, folder.resolve("x.case"));
    }

    @Test
    void anInterruptedChangeIsUndoneByWhatOnlyReads() throws IOException {
        for (String action : List.of("show", "verify", "log")) {
            InterruptedCase hot = interrupted();
            Run read = run(action, hot.file());
            assertEquals(0, read.code(), action + read.err());
            assertTrue(Files.notExists(hot.journal()), action);
            assertEquals(0, run("verify", hot.file()).code());
            Files.delete(hot.file());
        }
    }

    @Test
    void aJournalThatNamesAFileToBeRemovedIsRefused() throws IOException {
        InterruptedCase hot = interrupted();
        hot.addSuperJournal(evidence);
        assertRefused(hot.file(), "x.case-journal");
        String reason = run("show", hot.file()).err();
        assertTrue(reason.contains("names another file"), reason);
        assertTrue(Files.exists(hot.journal()));
    }

    private void assertRefused(Path hostile, String reason) throws IOException {
        List<Run> runs = List.of(run("add", hostile, other), run("merge", hostile, other), run("merge", other, hostile),
                run("show", hostile), run("verify", hostile), run("log", hostile),
                Run.of("case", "create", hostile.toString(), "--force"),
                Run.of("case", "pack", "" + hostile, "-o", "" + folder.resolve("a.zip")));
        for (Run refused : runs) {
            assertNotEquals(0, refused.code(), refused.out());
            assertTrue(refused.err().contains(reason), refused.err());
        }
        assertEvidenceIsThere();
    }

    @ParameterizedTest
    @EnumSource
    void whatLiesInPlaceOfTheJournalStays(Obstacle obstacle) throws Exception {
        Path journal = folder.resolve("Cargo-journal");
        obstacle.make(journal, evidence);
        assertRefused(file, "Cargo-journal");
        assertTrue(Files.exists(journal, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void filesThatBeginLikeAJournalStay() throws IOException {
        Path journal = folder.resolve("Cargo-journal");
        byte[] zeros = new byte[600];
        byte[] magic = HexFormat.of().parseHex("d9d505f920a163d7");
        for (byte[] content : List.of(zeros, magic, Arrays.copyOf(magic, 600), new byte[]{1})) {
            Files.write(journal, content);
            assertRefused(file, "Cargo-journal");
            assertArrayEquals(content, Files.readAllBytes(journal));
        }
        Files.write(journal, new byte[0]); // of a change that had not begun
        assertEquals(0, run("add", file, evidence).code());
    }

    @Test
    void aCaseWithAWriteAheadLogIsRefusedAndGetsNoFiles() throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[18] = 2;
        content[19] = 2;
        Files.write(file, content);
        for (Run refused : List.of(run("show", file), run("verify", file), run("log", file), run("add", file, evidence),
                run("merge", other, file))) {
            assertEquals(3, refused.code(), refused.err());
            assertTrue(refused.err().contains("gave it a write-ahead log"), refused.err());
        }
        assertTrue(Files.notExists(folder.resolve("Cargo-wal")));
        assertArrayEquals(content, Files.readAllBytes(file));
    }

    @Test
    void aCaseOfSeveralNamesIsNotChanged() throws IOException {
        Path second = Files.createLink(folder.resolve("second.case"), file);
        for (Path name : List.of(file, second)) {
            Run refused = run("add", name, evidence);
            assertEquals(4, refused.code(), refused.err());
            assertTrue(refused.err().contains("hard links"), refused.err());
            assertEquals(0, run("show", name).code());
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesOfAWriteAheadLogAreRefused(Obstacle obstacle) throws Exception {
        for (String ending : List.of("-wal", "-shm")) {
            Path place = folder.resolve("Cargo" + ending);
            obstacle.make(place, evidence);
            assertRefused(file, "Cargo" + ending);
            Files.delete(place);
        }
    }

    @Test
    void aJournalIsNotTakenForThatOfANewCase() throws IOException {
        InterruptedCase hot = interrupted();
        Files.delete(hot.file());
        Run refused = run("create", hot.file(), evidence);
        assertEquals(4, refused.code(), refused.err());
        assertTrue(refused.err().contains("x.case-journal"), refused.err());
        assertTrue(Files.notExists(hot.file()));
    }

    @Test
    void anotherDatabaseIsLeftAsItIs() throws IOException {
        Path database = folder.resolve("messages.db");
        InterruptedCase hot = InterruptedCase.of(file, database);
        byte[] content = Files.readAllBytes(database);
        content[71] ^= 1; // the application id
        Files.write(database, content);
        for (String action : List.of("add", "show", "verify")) {
            Run refused = action.equals("add") ? run(action, database, evidence) : run(action, database);
            assertNotEquals(0, refused.code());
        }
        assertArrayEquals(content, Files.readAllBytes(database));
        assertTrue(Files.exists(hot.journal()));
        assertTrue(Files.notExists(folder.resolve(".messages.db.sipsleuth-lock")));
    }

    @Test
    void severalThingsAreAddedAsOneChangeOrNotAtAll() throws IOException {
        String before = run("log", file).out();
        Run one = Run.of("case", "add", file.toString(), evidence.toString(), folder + "/no.pcap", "--alias",
                "192.0.2.1=PBX", "--filter", "all=sip");
        assertEquals(3, one.code());
        assertTrue(one.err().contains("nothing was added"), one.err());
        assertEquals("", one.out());
        assertEquals(before, run("log", file).out());
        Path made = folder.resolve("made.case");
        assertEquals(3, run("create", made, evidence, folder.resolve("no.pcap")).code());
        assertTrue(Files.notExists(made));
    }
}
