package org.sipsleuth.casefile.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.casefile.Cases;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.text.FileName;

class CaseStoreTest {

    private static final Row PBX = Row.EMPTY.with("address", "192.0.2.1")
            .with("name", "PBX")
            .with("at", "2026-11-20T12:00:00Z")
            .with("who", "alice");
    private static final Row SCANS = Row.EMPTY.with("name", "scans")
            .with("expression", "sip")
            .with("at", "2026-11-20T12:00:00Z")
            .with("who", "alice");

    @TempDir private Path folder;

    private Path made(int version) throws IOException {
        Path file = folder.resolve("a.case");
        CaseStore.create(OutputFile.at(file, OutputRules.NEW_FILES), version, Cases.author("alice"),
                change -> change.put(CaseTable.FILTER, SCANS));
        return file;
    }

    private static CaseStore open(Path file) throws IOException {
        return CaseStore.open(file, Cases.author("bob"));
    }

    private static void assertRefuses(Reason reason, CaseStore store) {
        CaseException refused =
                assertThrows(CaseException.class, () -> store.change(change -> change.put(CaseTable.ALIAS, PBX)));
        assertEquals(reason, refused.reason());
    }

    private static Reason refusal(Path file) {
        return assertThrows(CaseException.class, () -> open(file).close()).reason();
    }

    @Test
    void aFailedChangeLeavesNothing() throws IOException {
        try (CaseStore store = open(made(CaseSchema.VERSION))) {
            String before = store.lastHash();
            assertThrows(IllegalStateException.class, () -> store.change(change -> {
                change.put(CaseTable.ALIAS, PBX);
                throw new IllegalStateException("fault");
            }));
            assertEquals(List.of(), store.rows(CaseTable.ALIAS));
            assertEquals(before, store.lastHash());
            store.change(change -> change.put(CaseTable.ALIAS, PBX));
        }
        assertIntact();
    }

    /// The answer does not depend on how fast the machine is.
    @Test
    void aStatementEndsAfterSoManyStepsAsTheFileCanNeed() throws IOException {
        try (CaseStore store = open(made(CaseSchema.VERSION))) {
            String sql =
                    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT %d) SELECT max(n) FROM r";
            assertEquals(10_000, store.database().number(sql.formatted(10_000)));
            CaseException refused =
                    assertThrows(CaseException.class, () -> store.database().number(sql.formatted(5_000_000)));
            assertEquals(Reason.DAMAGED, refused.reason());
        }
    }

    @Test
    void aValueIsNoLargerThanAnAttachment() throws IOException {
        try (CaseStore store = open(made(CaseSchema.VERSION))) {
            String sql = "SELECT length(zeroblob(%d))";
            assertEquals(CaseSchema.MOST_ATTACHED_BYTES,
                    store.database().number(sql.formatted(CaseSchema.MOST_ATTACHED_BYTES)));
            assertThrows(CaseException.class,
                    () -> store.database().number(sql.formatted(2L * CaseSchema.MOST_ATTACHED_BYTES)));
        }
    }

    private void assertIntact() throws IOException {
        assertEquals(List.of(), LogReplay.of(folder.resolve("a.case"), Optional.empty()).faults());
    }

    @Test
    void aFullDiskLosesOnlyTheChangeThatDidNotFit() throws IOException {
        Path file = made(CaseSchema.VERSION);
        int kept = 0;
        try (CaseStore store = open(file)) {
            long pages = store.database().number("PRAGMA page_count");
            store.database().number("PRAGMA max_page_count = " + (pages + 3));
            Reason reason = null;
            for (int i = 0; reason == null; i++) {
                Row row = PBX.with("address", "192.0.2." + i).with("name", "x".repeat(2_000));
                try {
                    store.change(change -> change.put(CaseTable.ALIAS, row));
                    kept++;
                } catch (CaseException full) {
                    reason = full.reason();
                }
            }
            assertEquals(Reason.DISK_FULL, reason);
            assertTrue(kept > 0);
            assertEquals(kept, store.rows(CaseTable.ALIAS).size());
            store.database().number("PRAGMA max_page_count = 100000");
            store.change(change -> change.put(CaseTable.ALIAS, PBX));
        }
        try (CaseStore store = open(file)) {
            assertEquals(kept + 1, store.rows(CaseTable.ALIAS).size());
        }
        assertIntact();
    }

    @Test
    void theSecondOfOneProgramIsReadOnly() throws IOException {
        Path file = made(CaseSchema.VERSION);
        try (CaseStore first = open(file)) {
            try (CaseStore second = open(file)) {
                assertRefuses(Reason.IN_USE, second);
                first.change(change -> change.put(CaseTable.ALIAS, PBX));
                assertEquals(1, second.rows(CaseTable.ALIAS).size());
            }
            try (CaseStore third = open(file)) { // the second took no lock with it
                assertRefuses(Reason.IN_USE, third);
            }
        }
        try (CaseStore later = open(file)) {
            assertEquals(Optional.empty(), later.obstacle());
        }
    }

    @Test
    void aCaseInUseIsNotReplaced() throws IOException {
        Path file = made(CaseSchema.VERSION);
        try (CaseStore first = open(file)) {
            CaseException refused = assertThrows(CaseException.class, () -> CaseStore.create(file,
                    OutputRules.CONFIRMED, Cases.author("bob"), change -> change.put(CaseTable.ALIAS, PBX)));
            assertEquals(Reason.IN_USE, refused.reason());
            assertEquals(List.of("scans"), names(first));
        }
        CaseStore.create(file, OutputRules.CONFIRMED, Cases.author("bob"), change -> change.put(CaseTable.ALIAS, PBX));
        assertIntact();
    }

    @Test
    void aNameCanHaveAnyCharacter() throws IOException {
        Path file = FileName.sibling(folder.resolve("x"), "a?b=c&%41#;'ü\udce9.case");
        CaseStore.create(file, OutputRules.NEW_FILES, Cases.author("bob"),
                change -> change.put(CaseTable.FILTER, SCANS));
        try (CaseStore store = open(file); Stream<Path> files = Files.list(folder)) {
            store.change(change -> change.put(CaseTable.ALIAS, PBX));
            assertEquals(1, store.rows(CaseTable.ALIAS).size());
            assertEquals(2, files.count()); // and its lock
        }
        assertEquals(List.of(), LogReplay.of(file, Optional.empty()).faults());
    }

    @Test
    void readOnlyIsReadOnly() throws IOException {
        Path file = made(CaseSchema.VERSION);
        byte[] before = Files.readAllBytes(file);
        try (CaseStore store = CaseStore.openReadOnly(file, Cases.author("bob"))) {
            assertRefuses(Reason.READ_ONLY, store);
            assertEquals(1, store.rows(CaseTable.FILTER).size());
            CaseException refused =
                    assertThrows(CaseException.class, () -> store.database().execute("DELETE FROM filter"));
            assertEquals(Reason.READ_ONLY, refused.reason());
        }
        assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("kept"), before)));
    }

    @Test
    void aFolderThatCannotBeWrittenIsReadOnly() throws IOException {
        Path file = made(CaseSchema.VERSION);
        assertTrue(folder.toFile().setWritable(false));
        try {
            assumeFalse(Files.isWritable(folder), "permissions do not bind this user");
            try (CaseStore store = open(file)) {
                assertRefuses(Reason.READ_ONLY, store);
                assertEquals(1, store.rows(CaseTable.FILTER).size());
            }
        } finally {
            assertTrue(folder.toFile().setWritable(true));
        }
    }

    @Test
    void anOldCaseIsMigratedAndItsCopyKept() throws IOException {
        Path file = folder.resolve("a.case");
        try (var in = CaseStoreTest.class.getResourceAsStream("version-1.case")) {
            Files.write(file, in.readAllBytes());
        }
        byte[] old = Files.readAllBytes(file);
        assertIntact();
        try (CaseStore before = CaseStore.openReadOnly(file, Cases.author("bob"))) {
            assertEquals(List.of(), before.rows(CaseTable.ALIAS));
            assertEquals(List.of("scans"), names(before));
        }
        try (CaseStore store = open(file)) {
            assertEquals(Optional.empty(), store.obstacle());
            assertEquals(List.of("scans"), names(store));
            store.change(change -> change.put(CaseTable.ALIAS, PBX));
        }
        assertIntact();
        assertEquals(-1, Files.mismatch(folder.resolve("a.case.v1"), Files.write(folder.resolve("old"), old)));
        try (CaseStore store = open(file)) {
            assertEquals(1, store.rows(CaseTable.ALIAS).size());
        }
    }

    private static List<String> names(CaseStore store) throws CaseException {
        return store.rows(CaseTable.FILTER).stream().map(row -> row.text("name")).toList();
    }

    @Test
    void theCopyOfAnOldCaseReplacesNothing() throws IOException {
        Path file = made(1);
        Path copy = Files.writeString(folder.resolve("a.case.v1"), "something else");
        assertEquals(Reason.COPY_EXISTS, refusal(file));
        assertEquals("something else", Files.readString(copy));
        Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        open(file).close(); // as after a migration that was interrupted
        assertIntact();
    }

    @Test
    void whatIsNoCaseIsRefused() throws IOException {
        Path file = folder.resolve("b.case");
        assertEquals(Reason.NO_FILE, refusal(file));
        assertFalse(Files.exists(file));
        Files.writeString(file, "no database, but rather long text ".repeat(100));
        assertEquals(Reason.NOT_A_CASE, refusal(file));
        Files.writeString(file, "");
        assertEquals(Reason.NOT_A_CASE, refusal(file));
        assertEquals(Reason.NO_REGULAR_FILE, refusal(folder));
    }

    @Test
    void aNewerCaseIsRefused() throws IOException {
        Path file = made(CaseSchema.VERSION);
        try (CaseDatabase database = CaseDatabase.open(file, true)) {
            database.execute("PRAGMA user_version = 7");
        }
        byte[] before = Files.readAllBytes(file);
        CaseException newer = assertThrows(CaseException.class, () -> open(file).close());
        assertEquals(
                file + ": was written by a newer SipSleuth (case schema 7; this program reads up to 3). Install that"
                        + " version or a later one to open it; the file is unchanged",
                newer.getMessage());
        assertArrayEquals(before, Files.readAllBytes(file));
    }
}
