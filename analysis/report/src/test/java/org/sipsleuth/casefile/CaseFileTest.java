package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.LogEntry;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;

class CaseFileTest {

    private static final Subject SCAN = Subject.sequence("OPTIONS 200");
    private static final Optional<Place> NOWHERE = Optional.empty();

    @TempDir private Path folder;

    private Path file() {
        return folder.resolve("a.case");
    }

    private CaseFile created() throws IOException {
        return Cases.create(file(), "alice");
    }

    private void assertIntact() throws IOException {
        assertEquals(List.of(), Cases.verify(file()).faults());
    }

    @Test
    void verdictsAreThereAgain() throws IOException {
        Optional<Place> place = Optional.of(new Place("ab".repeat(32), 17, "x@y"));
        Verdict decided;
        try (CaseFile made = created()) {
            decided = made.decide(SCAN, Judgement.SAFE, "monitoring", place);
            assertIntact(); // also while it is open
        }
        try (CaseFile again = Cases.open(file(), "bob")) {
            assertEquals(List.of(decided), again.verdicts().on(SCAN));
            assertEquals("alice", decided.who());
            assertEquals("2026-11-20T12:00:03Z", decided.at());
            assertEquals("Case 1", again.properties().get("name"));
        }
        assertIntact();
    }

    @Test
    void theLatestVerdictOfAnAnalystStands() throws IOException {
        try (CaseFile made = created()) {
            made.decide(SCAN, Judgement.SAFE, "", NOWHERE);
            made.decide(SCAN, Judgement.ANOMALOUS, "", NOWHERE);
            assertEquals(List.of(Optional.of(Judgement.ANOMALOUS)),
                    made.verdicts().on(SCAN).stream().map(Verdict::judgement).toList());
            made.undo();
            assertEquals(List.of(Optional.of(Judgement.SAFE)),
                    made.verdicts().on(SCAN).stream().map(Verdict::judgement).toList());
            made.undo();
            assertEquals(List.of(), made.verdicts().on(SCAN));
            assertEquals(Optional.empty(), made.undo());
            assertEquals(4, made.verdicts().all().size());
        }
        assertIntact();
    }

    @Test
    void nobodyUndoesAnothersVerdict() throws IOException {
        try (CaseFile made = created()) {
            made.decide(SCAN, Judgement.SAFE, "", NOWHERE);
        }
        try (CaseFile again = Cases.open(file(), "bob")) {
            assertEquals(Optional.empty(), again.undo());
            again.decide(SCAN, Judgement.ATTACK_HIGH, "", NOWHERE);
            assertEquals(1, again.verdicts().conflicts().size());
            assertTrue(again.undo().isPresent());
            assertEquals(List.of(), again.verdicts().conflicts());
        }
    }

    @Test
    void dialogsAreComparedByCaptureAndFrame() throws IOException {
        Subject dialog = Subject.dialog("x@y");
        try (CaseFile made = created()) {
            made.decide(dialog, Judgement.SAFE, "", Optional.of(new Place("aa", 1, "x@y")));
        }
        try (CaseFile again = Cases.open(file(), "bob")) {
            again.decide(dialog, Judgement.ANOMALOUS, "", Optional.of(new Place("bb", 1, "x@y")));
            assertEquals(List.of(), again.verdicts().conflicts());
            again.decide(dialog, Judgement.ANOMALOUS, "", Optional.of(new Place("aa", 1, "x@y")));
            assertEquals(1, again.verdicts().conflicts().size());
        }
    }

    @Test
    void notesAreThoseOfTheAnnotations() throws IOException {
        DialogNote note = DialogNote.NONE.withMark(Optional.of(NoteMark.B))
                .withTags(new TreeSet<>(List.of("one", "two")))
                .withComment("a comment");
        DialogNote tagged = DialogNote.NONE.withTags(new TreeSet<>(List.of("two")));
        try (CaseFile made = created()) {
            made.annotate(Map.of("x@y", note, "z", tagged));
            assertEquals(Map.of("x@y", note, "z", tagged), made.notes().get("alice").byCallId());
            made.annotate(Map.of("x@y", tagged, "z", DialogNote.NONE));
            assertEquals(Map.of("x@y", tagged), made.notes().get("alice").byCallId());
        }
        assertIntact();
    }

    @Property(tries = 20)
    void anyTextComesBack(@ForAll String callId, @ForAll String comment) throws IOException {
        Path place = Files.createTempDirectory("case").resolve("any.case");
        try (CaseFile made = Cases.create(place, "alice")) {
            made.decide(Subject.dialog(callId), Judgement.SAFE, comment, NOWHERE);
            made.alias(callId, "x" + comment);
            assertEquals(callId, made.verdicts().all().getFirst().subject().key());
            assertEquals(comment, made.verdicts().all().getFirst().note());
            assertEquals(Map.of(callId, "x" + comment), made.aliases());
        }
        assertEquals(List.of(), Cases.verify(place).faults());
    }

    @Test
    void halvesOfSurrogatePairsAreReplaced() throws IOException {
        try (CaseFile made = created()) {
            made.alias("\udc80", "a\ud800b\0c\u001b");
            assertEquals(Map.of("\ufffd", "a\ufffdb\0c\u001b"), made.aliases());
        }
        assertIntact();
    }

    @Test
    void aliasesFiltersAndBookmarksAreChangedAndRemoved() throws IOException {
        try (CaseFile made = created()) {
            made.alias("192.0.2.1", "PBX");
            made.alias("192.0.2.1", "SBC");
            made.saveFilter("scans", "sip.Method == \"OPTIONS\"");
            made.bookmark("aa", 3, "here");
            assertEquals(Map.of("192.0.2.1", "SBC"), made.aliases());
            assertEquals(Map.of("scans", "sip.Method == \"OPTIONS\""), made.filters());
            assertEquals("here", made.bookmarks().getFirst().text());
            made.alias("192.0.2.1", "");
            made.saveFilter("scans", "");
            made.remove(made.bookmarks().getFirst());
            assertEquals(Map.of(), made.aliases());
            assertEquals(Map.of(), made.filters());
            assertEquals(List.of(), made.bookmarks());
        }
        assertIntact();
    }

    @Test
    void whatChangesNothingIsNotLogged() throws IOException {
        try (CaseFile made = created()) {
            Path capture = Files.writeString(folder.resolve("a.pcap"), "bytes");
            made.addEvidence(capture, RunMonitor.NONE);
            String hash = made.lastHash();
            made.addEvidence(capture, RunMonitor.NONE);
            made.alias("192.0.2.1", "");
            assertEquals(hash, made.lastHash());
        }
    }

    @Test
    void attachmentsKeepTheirContent() throws IOException {
        Path model = Files.writeString(folder.resolve("a.model"), "weights");
        try (CaseFile made = created()) {
            Attachment attached = made.attach(Attachment.Kind.MODEL, model);
            assertEquals(List.of(attached), made.attachments());
            assertArrayEquals(Files.readAllBytes(model), made.content(attached));
        }
        assertIntact();
    }

    @Test
    void movedEvidenceIsFoundByItsHash() throws IOException {
        Path capture = Files.writeString(folder.resolve("a.pcap"), "bytes");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        try (CaseFile made = created()) {
            Evidence evidence = made.addEvidence(capture, RunMonitor.NONE);
            Files.writeString(elsewhere.resolve("a.pcap"), "bytez"); // same name and size
            Path moved = Files.move(capture, elsewhere.resolve("b.pcap"));
            assertEquals(Optional.empty(), made.open(evidence, List.of(), RunMonitor.NONE));
            OpenedFile found = made.open(evidence, List.of(elsewhere), RunMonitor.NONE).orElseThrow();
            assertEquals(moved, found.path());
            assertEquals(moved.toString(), made.evidence().getFirst().path());
            assertEquals("a.pcap", made.evidence().getFirst().name());
            Files.writeString(moved, "other");
            assertTrue(found.change().isPresent());
        }
    }

    @Test
    void changedAndMissingEvidenceIsReported() throws IOException {
        Path capture = Files.writeString(folder.resolve("a.pcap"), "bytes");
        try (CaseFile made = created()) {
            made.addEvidence(capture, RunMonitor.NONE);
        }
        assertIntact();
        Files.writeString(capture, "bytez");
        assertEquals(List.of("EVIDENCE_CHANGED"), Cases.kinds(Cases.verify(file())));
        Files.delete(capture);
        assertEquals(List.of("EVIDENCE_MISSING"), Cases.kinds(Cases.verify(file())));
    }

    @Test
    void aNewCaseReplacesNothing() throws IOException {
        created().close();
        byte[] before = Files.readAllBytes(file());
        assertThrows(OutputRefusedException.class, this::created);
        assertArrayEquals(before, Files.readAllBytes(file()));
        assertFalse(Files.exists(folder.resolve("a.case-journal")));
    }

    @Test
    void theLogNamesWhoWhenWhatAndTheProgram() throws IOException {
        List<LogEntry> log;
        try (CaseFile made = created()) {
            made.alias("192.0.2.1", "Zürich");
            log = Cases.log(made);
        }
        LogEntry last = log.getLast();
        assertEquals("alice", last.who());
        assertEquals("2026-11-20T12:00:03Z", last.at());
        assertEquals("SipSleuth test", last.program());
        assertEquals("put", last.action());
        assertEquals("alias", last.target());
        assertEquals("{\"address\":\"192.0.2.1\",\"name\":\"Z\\u00FCrich\","
                + "\"at\":\"2026-11-20T12:00:03Z\",\"who\":\"alice\"}", last.content());
        assertEquals(log.get(log.size() - 2).hash(), last.previous());
        assertEquals(LogEntry.FIRST, log.getFirst().previous());
    }

    @Test
    void aNameIsOneLine() throws IOException {
        try (CaseFile made = CaseFile.create(file(), "c", OutputRules.NEW_FILES, Cases.author("a\nb\r\u0085\u2028c"))) {
            made.alias("x", "y");
        }
        assertIntact();
    }
}
