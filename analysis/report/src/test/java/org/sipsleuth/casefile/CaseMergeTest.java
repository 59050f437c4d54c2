package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.store.CaseException.Reason;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.LogEntry;
import org.sipsleuth.run.RunMonitor;

class CaseMergeTest {

    private static final Subject SCAN = Subject.sequence("OPTIONS 200");
    private static final Subject CALL = Subject.sequence("INVITE 100 180 200 ACK BYE 200");

    @TempDir private Path folder;
    private Path alices = Path.of("");
    private Path bobs = Path.of("");

    /// Two analysts with the same capture at different places.
    @BeforeEach
    void makeCases() throws IOException {
        alices = folder.resolve("alice.case");
        bobs = folder.resolve("bob.case");
        Path capture = Files.writeString(folder.resolve("a.pcap"), "bytes");
        Path copy = Files.copy(capture, Files.createDirectory(folder.resolve("b")).resolve("x"));
        try (CaseFile alice = Cases.create(alices, "alice")) {
            Evidence evidence = alice.addEvidence(capture, RunMonitor.NONE);
            alice.decide(SCAN, Judgement.SAFE, "monitoring", Optional.empty());
            alice.decide(CALL, Judgement.SAFE, "", Optional.empty());
            alice.decide(Subject.incident("incident-1"), Judgement.ANOMALOUS, "",
                    Optional.of(new Place(evidence.sha256(), 7, "")));
            alice.alias("192.0.2.1", "PBX");
        }
        try (CaseFile bob = Cases.create(bobs, "bob")) {
            Evidence evidence = bob.addEvidence(copy, RunMonitor.NONE);
            bob.decide(SCAN, Judgement.ANOMALOUS, "a mistake", Optional.empty());
            bob.undo();
            bob.decide(SCAN, Judgement.ATTACK_LOW, "answers anybody", Optional.empty());
            bob.decide(CALL, Judgement.SAFE, "", Optional.empty());
            bob.decide(Subject.incident("incident-9"), Judgement.SAFE, "",
                    Optional.of(new Place(evidence.sha256(), 7, "")));
            bob.alias("192.0.2.1", "SBC");
            bob.alias("192.0.2.2", "phone");
            bob.annotate(Map.of("x@y", DialogNote.NONE.withComment("see this")));
        }
    }

    private static CaseMerge.Result merged(CaseFile into, Path other) throws IOException {
        return CaseMerge.merge(into, other, Set.of(), RunMonitor.NONE);
    }

    /// Opens a case a day after the cases were made.
    private static CaseFile openLater(Path file, String who) throws IOException {
        return CaseFile.open(file,
                new Author(who, "SipSleuth test", Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC)));
    }

    private static List<String> said(Verdicts.Conflict conflict) {
        return conflict.verdicts()
                .stream()
                .map(each -> each.who() + " " + each.judgement().map(Judgement::word).orElse(""))
                .toList();
    }

    @Test
    void bothAnalystsVerdictsAreKeptAndConflictsListed() throws IOException {
        CaseMerge.Result result;
        try (CaseFile alice = openLater(alices, "alice")) {
            result = merged(alice, bobs);
            assertEquals(1, alice.evidence().size());
            assertEquals(List.of("alice", "bob"), alice.verdicts().on(CALL).stream().map(Verdict::who).toList());
            assertEquals("see this", alice.notes().get("bob").of("x@y").comment());
            assertEquals(Map.of("192.0.2.1", "PBX", "192.0.2.2", "phone"), alice.aliases());
        }
        assertEquals(List.of(List.of("alice safe", "bob attack_low"), List.of("alice anomalous", "bob safe")),
                result.conflicts().stream().map(CaseMergeTest::said).toList());
        assertEquals(5, result.added(CaseTable.VERDICT));
        assertEquals(0, result.added(CaseTable.EVIDENCE));
        assertEquals(List.of("alias 192.0.2.1: SBC"), result.notTaken());
        assertEquals(List.of(), Cases.verify(alices).faults());
    }

    @Test
    void bothWaysLeadToTheSameVerdicts() throws IOException {
        Path alicesBefore = Files.copy(alices, folder.resolve("before.case"));
        try (CaseFile alice = openLater(alices, "alice"); CaseFile bob = openLater(bobs, "bob")) {
            merged(alice, bobs);
            merged(bob, alicesBefore);
            assertEquals(ids(alice.verdicts().standing()), ids(bob.verdicts().standing()));
        }
    }

    private static List<String> ids(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::id).sorted().toList();
    }

    @Test
    void aSecondMergeAddsNothingButItsEntry() throws IOException {
        try (CaseFile alice = openLater(alices, "alice")) {
            merged(alice, bobs);
            List<LogEntry> before = Cases.log(alice);
            CaseMerge.Result again = merged(alice, bobs);
            assertEquals(Map.of(), again.added());
            List<LogEntry> after = Cases.log(alice);
            assertEquals(before.size() + 1, after.size());
            assertEquals("merged", after.getLast().target());
        }
    }

    @Test
    void nothingIsTakenFromATamperedCase() throws Exception {
        TamperTest.execute(bobs, "UPDATE note SET comment = 'x'");
        byte[] before = Files.readAllBytes(alices);
        try (CaseFile alice = openLater(alices, "alice")) {
            CaseException refused = assertThrows(CaseException.class, () -> merged(alice, bobs));
            assertEquals(Reason.TAMPERED, refused.reason());
        }
        assertEquals(-1, Files.mismatch(alices, Files.write(folder.resolve("kept"), before)));
    }
}
