package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.casefile.entry.Bookmark;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseTable;
import org.sipsleuth.casefile.store.Row;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// No other case speaks in the name of an analyst of the case it is merged into.
class ForgedMergeTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Subject CALL = Subject.dialog("c1");
    private static final Subject SCAN = Subject.sequence("OPTIONS 200");
    private static final String CAPTURE = "ab".repeat(32);

    @TempDir private Path folder;
    private Path alices = Path.of("");
    private Path others = Path.of("");

    private static Author author(String who, Duration later) {
        return new Author(who, "test", Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }

    private static CaseFile open(Path file, String who, Duration later) throws IOException {
        return CaseFile.open(file, author(who, later));
    }

    private Path created(String name, String who, Duration later) throws IOException {
        Path file = folder.resolve(name);
        CaseFile.create(file, name, OutputRules.NEW_FILES, author(who, later)).close();
        return file;
    }

    private static void write(CaseFile its, Judgement judgement, String words) throws IOException {
        its.decide(CALL, judgement, words, Optional.empty());
        its.annotate(Map.of("c1", DialogNote.NONE.withComment(words).withTags(new TreeSet<>(List.of(words + " tag")))));
        its.bookmark(CAPTURE, 1, words);
    }

    @BeforeEach
    void makeCases() throws IOException {
        alices = created("alice.case", "alice", Duration.ZERO);
        try (CaseFile alice = open(alices, "alice", Duration.ZERO)) {
            write(alice, Judgement.ATTACK_CRITICAL, "break-in proved");
        }
        others = created("other.case", "mallory", Duration.ZERO);
    }

    private static List<String> of(String who, CaseFile its) throws IOException {
        DialogNote note = its.notes().getOrDefault(who, new org.sipsleuth.annotation.DialogNotes(Map.of())).of("c1");
        return List.of(
                its.verdicts()
                        .on(CALL)
                        .stream()
                        .filter(each -> each.who().equals(who))
                        .map(each -> each.text() + " " + each.note())
                        .toList()
                        .toString(),
                note.comment() + " " + note.tags(),
                its.bookmarks()
                        .stream()
                        .filter(each -> each.who().equals(who))
                        .map(Bookmark::text)
                        .toList()
                        .toString());
    }

    private static final List<String> ALICES =
            List.of("[attack, critical break-in proved]", "break-in proved [break-in proved tag]", "[break-in proved]");

    private static final List<String> NOTHING = List.of("[]", " []", "[]");

    @ParameterizedTest
    @ValueSource(strings = {"alice", "Alice", " alice ", "\u2003alice", "ali\u200bce", "\uff41lice", "\u0430lice",})
    void rowsInTheNameOfAnAnalystReplaceNothing(String name) throws IOException {
        try (CaseFile forger = open(others, "mallory", Duration.ofHours(1))) {
            put(forger, name, NOW.plusSeconds(600));
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            CaseMerge.merge(alice, others, Set.of(), RunMonitor.NONE);
            assertEquals(ALICES, of("alice", alice));
            assertEquals(List.of("alice"), analysts(alice));
            assertEquals(List.of(), alice.verdicts().conflicts());
        }
    }

    private static List<String> analysts(CaseFile its) throws IOException {
        TreeSet<String> all = new TreeSet<>(its.notes().keySet());
        its.verdicts().all().forEach(each -> all.add(each.who()));
        its.bookmarks().forEach(each -> all.add(each.who()));
        return List.copyOf(all);
    }

    /// Rows as a forger writes them, with a log that agrees.
    private static void put(CaseFile forger, String who, Instant at) throws IOException {
        forger.store().change(change -> {
            change.put(CaseTable.VERDICT, verdict("b".repeat(32), who, at).with("judgement", "safe"));
            change.put(CaseTable.NOTE,
                    Row.EMPTY.with("call_id", "c1")
                            .with("who", who)
                            .with("comment", "FORGED")
                            .with("at", at.toString()));
            change.put(CaseTable.TAG, Row.EMPTY.with("call_id", "c1").with("who", who).with("tag", "FORGED"));
            change.put(CaseTable.BOOKMARK,
                    Row.EMPTY.with("capture", CAPTURE)
                            .with("frame", 1)
                            .with("who", who)
                            .with("text", "FORGED")
                            .with("at", at.toString()));
            change.put(CaseTable.FILTER,
                    Row.EMPTY.with("name", "forged")
                            .with("expression", "sip")
                            .with("who", who)
                            .with("at", at.toString()));
            return null;
        });
    }

    private static Row verdict(String id, String who, Instant at) {
        return Row.EMPTY.with("id", id)
                .with("number", 1)
                .with("subject", "dialog")
                .with("key", "c1")
                .with("note", "")
                .with("at", at.toString())
                .with("who", who);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "mallory", "bob"})
    void anUndoInAnotherCaseUndoesNothingHere(String who) throws IOException {
        String id;
        try (CaseFile alice = open(alices, "alice", Duration.ZERO)) {
            id = alice.verdicts().all().getFirst().id();
        }
        try (CaseFile forger = open(others, "mallory", Duration.ZERO)) {
            forger.store()
                    .change(change -> change.put(CaseTable.VERDICT,
                            verdict("c".repeat(32), who, NOW).with("undoes", id)));
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            String reason = who.equals("alice") ? "ANALYST_HERE" : "UNDOES_OTHERS";
            assertEquals(List.of("VERDICT " + reason + " " + who), disputed(merged(alice)));
            assertEquals(ALICES, of("alice", alice));
        }
    }

    @Test
    void aChangedRowWithAKnownIdReplacesNothing() throws IOException {
        Verdict known;
        try (CaseFile alice = open(alices, "alice", Duration.ZERO)) {
            known = alice.verdicts().all().getFirst();
        }
        try (CaseFile forger = open(others, "mallory", Duration.ZERO)) {
            forger.store().change(change -> change.put(CaseTable.VERDICT, known.row().with("judgement", "safe")));
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            assertEquals(List.of("VERDICT CHANGED alice"), disputed(merged(alice)));
            assertEquals(ALICES, of("alice", alice));
        }
    }

    @Test
    void rowsOfTheFutureLose() throws IOException {
        try (CaseFile bob = open(others, "bob", Duration.ZERO)) {
            bob.decide(SCAN, Judgement.ANOMALOUS, "today", Optional.empty());
        }
        try (CaseFile bob = open(others, "bob", Duration.ofDays(30_000))) {
            bob.decide(SCAN, Judgement.SAFE, "2109", Optional.empty());
            write(bob, Judgement.SAFE, "2109");
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            CaseMerge.merge(alice, others, Set.of(), RunMonitor.NONE);
            assertEquals(List.of("today"), alice.verdicts().on(SCAN).stream().map(Verdict::note).toList());
            assertEquals("[]", of("bob", alice).getFirst());
            assertEquals("[]", of("bob", alice).getLast());
        }
    }

    @Test
    void aCaseComesBackFromAColleagueWithHisRows() throws IOException {
        Path given = Files.copy(alices, folder.resolve("given.case"));
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(1))) {
            write(alice, Judgement.ATTACK_HIGH, "later"); // meanwhile
            alice.remove(alice.bookmarks().getFirst());
        }
        try (CaseFile bob = open(given, "bob", Duration.ofHours(1))) {
            write(bob, Judgement.SAFE, "known to me");
            bob.addEvidence(Files.writeString(folder.resolve("b.pcap"), "bytes"), RunMonitor.NONE);
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            CaseMerge.Result result = CaseMerge.merge(alice, given, Set.of(), RunMonitor.NONE);
            assertEquals(List.of("[attack, high later]", "later [later tag]", "[]"), of("alice", alice));
            assertEquals(List.of("[safe known to me]", "known to me [known to me tag]", "[known to me]"),
                    of("bob", alice));
            assertEquals(1, alice.evidence().size());
            assertEquals(1, result.conflicts().size());
            assertEquals(List.of(),
                    Cases.verify(alices)
                            .faults()
                            .stream()
                            .filter(fault -> !fault.kind().name().startsWith("EVIDENCE"))
                            .toList());
        }
    }

    private CaseMerge.Result merged(CaseFile into, String... accepted) throws IOException {
        return CaseMerge.merge(into, others, Set.of(accepted), RunMonitor.NONE);
    }

    private static List<String> disputed(CaseMerge.Result result) {
        return result.disputed().stream().map(each -> each.table() + " " + each.reason() + " " + each.who()).toList();
    }

    @Test
    void whatIsNotTakenIsListed() throws IOException {
        try (CaseFile forger = open(others, "mallory", Duration.ofHours(1))) {
            put(forger, "Alice", NOW.plusSeconds(600));
            forger.decide(CALL, Judgement.SAFE, "mine", Optional.empty());
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            CaseMerge.Result result = merged(alice);
            assertEquals(List.of("VERDICT LOOKS_ALIKE Alice", "NOTE LOOKS_ALIKE Alice", "TAG LOOKS_ALIKE Alice",
                    "BOOKMARK LOOKS_ALIKE Alice", "FILTER LOOKS_ALIKE Alice"), disputed(result));
            assertEquals("dialog c1", result.disputed().getFirst().about());
            assertEquals("safe", result.disputed().getFirst().content());
            assertEquals(List.of("Alice"), result.acceptable());
            assertEquals(1, result.added(CaseTable.VERDICT)); // that of mallory
            assertEquals(1, result.conflicts().size());
            assertEquals(disputed(result), disputed(merged(alice))); // nothing is settled by it
        }
    }

    @Test
    void whatTheUserAcceptsIsTakenAndTheLaterStands() throws IOException {
        try (CaseFile second = open(others, "alice", Duration.ofMinutes(-30))) {
            write(second, Judgement.SAFE, "earlier, on my other machine");
            second.decide(SCAN, Judgement.SAFE, "there only", Optional.empty());
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            assertEquals(5, merged(alice).disputed().size());
            assertEquals(List.of(), alice.verdicts().on(SCAN));
            assertEquals(5, merged(alice, "Alice").disputed().size()); // an exact name
            CaseMerge.Result result = merged(alice, "alice");
            assertEquals(List.of(), disputed(result));
            assertEquals(ALICES.getFirst(), of("alice", alice).getFirst());
            assertEquals(ALICES.getLast(), of("alice", alice).getLast());
            assertEquals(List.of("there only"), alice.verdicts().on(SCAN).stream().map(Verdict::note).toList());
            assertEquals(3, alice.verdicts().all().size());
            assertEquals(List.of(), Cases.verify(alices).faults());
            assertEquals(Map.of(), merged(alice, "alice").added());
            // these lost, so that the case never contained them, and nothing else vouches for them
            assertEquals(List.of("NOTE ANALYST_HERE alice", "BOOKMARK ANALYST_HERE alice"), disputed(merged(alice)));
        }
    }

    @Test
    void whatIsAcceptedAndLaterReplaces() throws IOException {
        try (CaseFile second = open(others, "alice", Duration.ofHours(1))) {
            write(second, Judgement.SAFE, "later");
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            merged(alice, "alice");
            assertEquals(List.of("[safe later]", "later [break-in proved tag, later tag]", "[later]"),
                    of("alice", alice));
        }
    }

    @Test
    void noAcceptanceBringsRowsOfTheFuture() throws IOException {
        try (CaseFile second = open(others, "alice", Duration.ofHours(3))) {
            write(second, Judgement.SAFE, "later");
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            assertEquals(List.of("VERDICT FUTURE alice", "NOTE FUTURE alice", "BOOKMARK FUTURE alice"),
                    disputed(merged(alice, "alice")));
            assertEquals(ALICES.getFirst(), of("alice", alice).getFirst());
        }
    }

    /// A case of a colleague that was merged once, with more rows since, an hour later each time.
    private void mergeCaseOfBob() throws IOException {
        try (CaseFile bob = open(others, "bob", Duration.ofHours(1))) {
            write(bob, Judgement.ANOMALOUS, "first");
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            assertEquals(List.of(), disputed(merged(alice)));
        }
        try (CaseFile bob = open(others, "bob", Duration.ofHours(3))) {
            write(bob, Judgement.SAFE, "second");
        }
    }

    private static final List<String> BOBS_SECOND =
            List.of("[safe second]", "second [first tag, second tag]", "[second]");

    @Test
    void aColleagueWhoNeverWroteHereGoesOnInTheCaseThatWasMerged() throws IOException {
        mergeCaseOfBob();
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(4))) {
            assertEquals(List.of(), disputed(merged(alice)));
            assertEquals(BOBS_SECOND, of("bob", alice));
            assertEquals(ALICES, of("alice", alice));
        }
        try (CaseFile bob = open(others, "bob", Duration.ofHours(5))) {
            bob.decide(SCAN, Judgement.SAFE, "third", Optional.empty());
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(6))) {
            assertEquals(List.of(), disputed(merged(alice)));
            assertEquals(1, alice.verdicts().on(SCAN).size());
        }
    }

    @Test
    void aColleagueWhoWroteHereDoesNotGoOnInAnotherCase() throws IOException {
        mergeCaseOfBob();
        try (CaseFile bob = open(alices, "bob", Duration.ofHours(3))) {
            bob.decide(SCAN, Judgement.SAFE, "here", Optional.empty());
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(4))) {
            assertEquals(List.of("VERDICT ANALYST_HERE bob", "NOTE ANALYST_HERE bob", "TAG ANALYST_HERE bob",
                    "BOOKMARK ANALYST_HERE bob"), disputed(merged(alice)));
        }
    }

    @Test
    void noOtherCaseGoesOnForAColleague() throws IOException {
        mergeCaseOfBob();
        Path forged = created("forged.case", "mallory", Duration.ZERO);
        try (CaseFile forger = open(forged, "mallory", Duration.ofHours(3))) {
            forger.decide(SCAN, Judgement.SAFE, "mine", Optional.empty());
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(4))) {
            CaseMerge.merge(alice, forged, Set.of(), RunMonitor.NONE);
        }
        // what is put later, in the name of another, did not come by the merge before
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(5))) {
            Row again = Row.EMPTY.with("capture", CAPTURE)
                    .with("frame", 1)
                    .with("who", "bob")
                    .with("text", "first")
                    .with("at", NOW.plusSeconds(60).toString());
            alice.store().change(change -> change.put(CaseTable.BOOKMARK, again));
        }
        try (CaseFile forger = open(forged, "mallory", Duration.ofHours(5))) {
            put(forger, "bob", NOW.plusSeconds(4 * 3600));
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(6))) {
            List<String> before = of("bob", alice);
            CaseMerge.Result result = CaseMerge.merge(alice, forged, Set.of(), RunMonitor.NONE);
            assertEquals(List.of("bob"), result.acceptable());
            assertEquals(5, result.disputed().size());
            assertEquals(before, of("bob", alice));
            assertEquals(List.of(), disputed(merged(alice))); // bob himself
        }
    }

    @Test
    void whoMergesIsAnAnalystOfTheCaseBeforeWritingInIt() throws IOException {
        try (CaseFile forger = open(others, "mallory", Duration.ofHours(1))) {
            put(forger, "carol", NOW.plusSeconds(600));
        }
        try (CaseFile carol = open(alices, "carol", Duration.ofHours(2))) {
            assertEquals(5, merged(carol).disputed().size());
            assertEquals(NOTHING, of("carol", carol));
        }
    }

    @Test
    void aMergeThatIsStoppedChangesNothing() throws IOException {
        try (CaseFile bob = open(others, "bob", Duration.ZERO)) {
            write(bob, Judgement.SAFE, "known to me");
        }
        byte[] before = Files.readAllBytes(alices);
        RunMonitor stopping = new RunMonitor() {
            private boolean isStopped;

            @Override
            public void progress(Progress progress) {
                isStopped = progress.stage().contains("note");
            }

            @Override
            public boolean isCancelled() {
                return isStopped;
            }
        };
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            assertThrows(CancellationException.class, () -> CaseMerge.merge(alice, others, Set.of(), stopping));
            assertEquals(1, alice.verdicts().all().size());
        }
        assertArrayEquals(before, Files.readAllBytes(alices));
    }

    /// Nobody can know which of two colleagues is the true one before their first rows are taken.
    @ParameterizedTest
    @ValueSource(strings = {"Bob", "b\u043eb", "bo\u200bb", "bob "})
    void newAnalystsWhoseNamesLookAlikeAreListedUntilOneIsAccepted(String other) throws IOException {
        try (CaseFile bob = open(others, "bob", Duration.ofHours(1))) {
            write(bob, Judgement.ANOMALOUS, "seen");
            bob.decide(SCAN, Judgement.SAFE, "harmless", Optional.empty());
        }
        try (CaseFile forger = open(others, "mallory", Duration.ofHours(1))) {
            put(forger, other, NOW.plusSeconds(600));
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            CaseMerge.Result result = merged(alice);
            assertEquals(List.of("alice"), analysts(alice));
            assertEquals(Set.of("bob", other), Set.copyOf(result.acceptable()));
            assertEquals(Set.of("ALIKE_THERE"),
                    result.disputed().stream().map(each -> each.reason().name()).collect(Collectors.toSet()));
            assertEquals(10, result.disputed().size());
            assertEquals(5, merged(alice, "bob").disputed().size());
            assertEquals(List.of("alice", "bob"), analysts(alice));
            assertEquals(NOTHING, of(other, alice));
        }
    }

    @Test
    void colleaguesWithDifferentNamesAreTakenTogether() throws IOException {
        for (String who : List.of("bob", "robert", "bobby")) {
            try (CaseFile colleague = open(others, who, Duration.ofHours(1))) {
                write(colleague, Judgement.SAFE, "seen by " + who);
            }
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            assertEquals(List.of(), disputed(merged(alice)));
            assertEquals(List.of("alice", "bob", "bobby", "robert"), analysts(alice));
        }
    }

    @ParameterizedTest
    @CsvSource({"judgement,harmless", "subject,call"})
    void aVerdictWithAWordThatNobodyKnowsIsNoUndo(String column, String word) throws IOException {
        try (CaseFile forger = open(others, "mallory", Duration.ofHours(1))) {
            forger.store()
                    .change(change -> change.put(CaseTable.VERDICT,
                            verdict("d".repeat(32), "mallory", NOW).with("judgement", "safe").with(column, word)));
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            CaseMerge.Result result = merged(alice);
            assertEquals(List.of("VERDICT UNKNOWN_WORD mallory"), disputed(result));
            DisputedRow row = result.disputed().getFirst();
            assertTrue(row.text().contains("\"" + word + "\""), row.text());
            assertEquals(column.equals("judgement") ? "harmless" : "safe", row.content());
            assertEquals(List.of(), result.acceptable());
            assertEquals(1, alice.verdicts().all().size());
        }
    }

    @Test
    void aNoteWithAMarkThatNobodyKnowsIsListed() throws IOException {
        try (CaseFile forger = open(others, "mallory", Duration.ofHours(1))) {
            forger.store()
                    .change(change -> change.put(CaseTable.NOTE,
                            Row.EMPTY.with("call_id", "c1")
                                    .with("who", "mallory")
                                    .with("mark", "Z")
                                    .with("comment", "seen")
                                    .with("at", NOW.toString())));
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            assertEquals(List.of("NOTE UNKNOWN_WORD mallory"), disputed(merged(alice)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b\u2060"})
    void rowsWithoutAnAnalystAreListed(String nobody) throws IOException {
        try (CaseFile forger = open(others, "mallory", Duration.ofHours(1))) {
            put(forger, nobody, NOW.plusSeconds(600));
        }
        try (CaseFile alice = open(alices, "alice", Duration.ofHours(2))) {
            CaseMerge.Result result = merged(alice, nobody);
            assertEquals(5, result.disputed().size());
            assertEquals("it names no analyst", result.disputed().getFirst().text());
            assertEquals(List.of(), result.acceptable());
            assertEquals(List.of("alice"), analysts(alice));
        }
    }
}
