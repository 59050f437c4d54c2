package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseException;

/// A case that two programs open.
class TwoProgramsTest {

    @TempDir private Path folder;

    @Test
    void theSecondProgramReadsUntilTheFirstIsGone() throws Exception {
        Path file = folder.resolve("a.case");
        try (CaseFile made = Cases.create(file, "alice")) {
            made.alias("192.0.2.1", "PBX");
        }
        Process first = CaseProgram.start("hold", file.toString());
        try (BufferedReader out = first.inputReader()) {
            assertEquals("open true", out.readLine());
            try (CaseFile second = Cases.open(file, "alice")) {
                assertEquals(Map.of("192.0.2.1", "PBX"), second.aliases());
                CaseException refused = assertThrows(CaseException.class, () -> second.alias("192.0.2.2", "x"));
                assertTrue(refused.getMessage().contains("other (process " + first.pid()), refused.getMessage());
            }
        } finally {
            first.destroyForcibly().waitFor();
        }
        try (CaseFile later = Cases.open(file, "alice")) {
            assertEquals(Optional.empty(), later.obstacle());
            later.alias("192.0.2.2", "x");
        }
    }

    @Test
    void aProgramThatIsSecondKnowsIt() throws Exception {
        Path file = folder.resolve("a.case");
        try (CaseFile made = Cases.create(file, "alice")) {
            made.alias("192.0.2.1", "PBX");
            Process second = CaseProgram.start("hold", file.toString());
            try (BufferedReader out = second.inputReader()) {
                assertEquals("open false", out.readLine());
                made.alias("192.0.2.2", "phone");
            } finally {
                second.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void aLockOfAnOldVersionIsRespectedAndOnlyRead() throws Exception {
        Path file = folder.resolve("a.case");
        Cases.create(file, "alice").close();
        Process old = CaseProgram.start("lock", file.toString());
        Path lock = folder.resolve("a.case.lock");
        try (BufferedReader out = old.inputReader()) {
            assertEquals("open true", out.readLine());
            try (CaseFile second = Cases.open(file, "alice")) {
                CaseException refused = assertThrows(CaseException.class, () -> second.alias("192.0.2.2", "x"));
                assertEquals(CaseException.Reason.IN_USE, refused.reason());
            }
        } finally {
            old.destroyForcibly().waitFor();
        }
        String content = Files.readString(lock);
        try (CaseFile later = Cases.open(file, "alice")) {
            later.alias("192.0.2.2", "x");
        }
        assertEquals(content, Files.readString(lock));
    }

    @Test
    void aClockThatRunsBackwardsChangesNoOrder() throws Exception {
        Path file = folder.resolve("a.case");
        Cases.create(file, "alice").close();
        Instant now = Instant.parse("2026-11-20T12:00:00Z");
        for (Judgement each : List.of(Judgement.SAFE, Judgement.ANOMALOUS)) {
            now = now.minusSeconds(86_400);
            Author author = new Author("alice", "test", Clock.fixed(now, ZoneOffset.UTC));
            try (CaseFile opened = CaseFile.open(file, author)) {
                opened.decide(Subject.sequence("INVITE 200"), each, "", Optional.empty());
            }
        }
        try (CaseFile opened = Cases.open(file, "alice")) {
            assertEquals(Optional.of(Judgement.ANOMALOUS), opened.verdicts().standing().getLast().judgement());
        }
        assertEquals(List.of(), Cases.verify(file).faults());
    }
}
