package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.LogEntry;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;

/// A case of version 2, in which whole sequences were judged, and attacks were called vulnerable.
class OldCaseTest {

    private static final String LAST_HASH = "baa356ed5b0d847b77768315d6fbc004c83dca9ffb9563bc1125d7d6714ecfcc";
    private static final List<String> DECIDED =
            List.of("safe: OPTIONS 200 (alice)", "attack, high: INVITE 486 BYE 200 (alice)", "attack, low: x@y (alice)",
                    "Attack confirmed, critical: i1 (alice)", "attack, medium: OPTIONS 200 (bob)");

    @TempDir private Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("old.case");
        try (InputStream in = OldCaseTest.class.getResourceAsStream("version-2.case")) {
            Files.write(file, Objects.requireNonNull(in).readAllBytes());
        }
    }

    private static List<String> decided(CaseFile opened) throws IOException {
        return opened.verdicts()
                .standing()
                .stream()
                .map(each -> "%s: %s (%s)".formatted(each.text(), each.subject().key(), each.who()))
                .toList();
    }

    @Test
    void itIsReadAsItIs() throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (CaseFile opened = CaseFile.openReadOnly(file, Cases.author("carol"))) {
            assertEquals(DECIDED, decided(opened));
            assertEquals(LAST_HASH, opened.lastHash());
        }
        assertEquals(List.of(), Cases.verify(file).faults());
        assertEquals(-1, Files.mismatch(file, Files.write(folder.resolve("before"), before)), "unchanged");
    }

    @Test
    void itsVerdictsStandAfterMigrationAndItsLogGoesOn() throws IOException {
        try (CaseFile opened = Cases.open(file, "carol")) {
            assertEquals(Optional.empty(), opened.obstacle());
            assertEquals(DECIDED, decided(opened));
            assertEquals(
                    List.of("safe", "vulnerable_high", "vulnerable_low", "vulnerable_critical", "vulnerable_medium"),
                    opened.verdicts().standing().stream().map(Verdict::word).toList(), "no stored word is rewritten");
            assertTrue(Cases.log(opened).stream().map(LogEntry::hash).anyMatch(LAST_HASH::equals));
            opened.decide(Subject.step("order BYE"), Scope.EVERYWHERE, Judgement.NEEDS_MORE, "", Optional.empty());
        }
        assertEquals(List.of(), CaseVerification.of(file, Optional.of(LAST_HASH), List.of(), RunMonitor.NONE).faults());
        assertTrue(Files.exists(folder.resolve("old.case.v2")), "its copy is kept");
        try (CaseFile again = Cases.open(file, "carol")) {
            assertEquals(6, again.verdicts().standing().size());
        }
    }

    @Test
    void itIsMergedWithItsWords() throws IOException {
        Path into = folder.resolve("new.case");
        Author carol = new Author("carol", "SipSleuth test",
                Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC)); // later than the verdicts
        try (CaseFile made = CaseFile.create(into, "Case 1", OutputRules.NEW_FILES, carol)) {
            CaseMerge.Result merged = CaseMerge.merge(made, file, Set.of(), RunMonitor.NONE);
            assertTrue(merged.isComplete(), merged.disputed().toString());
            assertEquals(DECIDED, decided(made));
            assertTrue(CaseMerge.merge(made, file, Set.of(), RunMonitor.NONE).isWithoutNews(), "once");
        }
        assertEquals(List.of(), Cases.verify(into).faults());
    }
}
