package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Place;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.Row;
import org.sipsleuth.run.RunMonitor;

/// Verdicts about steps: for whom they hold, and how they are stored.
class StepVerdictTest {

    private static final Subject STEP = Subject.step("order BYE/200 after INVITE/486");
    private static final Scope PHONE = Scope.senders(List.of("192.0.2.11"));
    private static final Scope SCANNER = Scope.senders(List.of("203.0.113.66"));
    private static final Scope BOTH = Scope.senders(List.of("203.0.113.66", "192.0.2.11"));
    private static final Scope SERVER = Scope.server(List.of("192.0.2.1"));
    private static final Optional<Place> NOWHERE = Optional.empty();

    @TempDir private Path folder;

    private CaseFile created() throws IOException {
        return Cases.create(folder.resolve("a.case"), "alice");
    }

    private static List<String> standing(CaseFile its) throws IOException {
        return its.verdicts().standing().stream().map(each -> each.text() + " " + each.scopeText()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"everywhere", "senders 192.0.2.11", "server 192.0.2.1 2001:db8::1"})
    void aScopeIsReadAsItIsWritten(String word) {
        assertEquals(Optional.of(word), Scope.of(word).map(Scope::word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "senders", "everywhere 192.0.2.1"})
    void whatIsNoScopeIsNotRead(String word) {
        assertEquals(Optional.empty(), Scope.of(word));
        Row row = Row.EMPTY.with("subject", "step").with("judgement", "safe").with("scope", word);
        assertEquals(Optional.of(word), Verdict.unknownWord(row), "and not taken from another case");
    }

    @Test
    void aScopeHoldsForThoseWhomItNames() {
        assertTrue(PHONE.covers("192.0.2.11", "192.0.2.1"));
        assertFalse(PHONE.covers("203.0.113.66", "192.0.2.1"));
        assertTrue(SERVER.covers("203.0.113.66", "192.0.2.1"));
        assertFalse(SERVER.covers("192.0.2.1", "192.0.2.2"));
        assertTrue(Scope.EVERYWHERE.covers("", ""));
    }

    @Test
    void theScopeIsStoredWithTheVerdict() throws IOException {
        Verdict decided;
        try (CaseFile made = created()) {
            decided = made.decide(STEP, BOTH, Judgement.MISCONFIGURATION, "old firmware", NOWHERE);
        }
        try (CaseFile again = Cases.open(folder.resolve("a.case"), "bob")) {
            assertEquals(List.of(decided), again.verdicts().on(STEP));
            assertEquals(Optional.of(BOTH), decided.scope());
            assertTrue(Cases.log(again).getLast().content().endsWith("\"scope\":\"senders 192.0.2.11 203.0.113.66\"}"),
                    Cases.log(again).getLast().content());
        }
        assertEquals(List.of(), Cases.verify(folder.resolve("a.case")).faults());
    }

    @Test
    void verdictsOnTheSameStepForOthersStandTogether() throws IOException {
        try (CaseFile made = created()) {
            made.decide(STEP, PHONE, Judgement.SAFE, "", NOWHERE);
            made.decide(STEP, SCANNER, Judgement.ATTACK_HIGH, "", NOWHERE);
            assertEquals(List.of("safe from 192.0.2.11", "attack, high from 203.0.113.66"), standing(made));
            assertEquals(List.of(), made.verdicts().conflicts());
        }
    }

    @Test
    void aWiderVerdictOfTheSameAnalystReplacesANarrowerOne() throws IOException {
        try (CaseFile made = created()) {
            made.decide(STEP, PHONE, Judgement.SAFE, "", NOWHERE);
            made.decide(STEP, BOTH, Judgement.ANOMALOUS, "", NOWHERE);
            assertEquals(List.of("anomalous from 192.0.2.11, 203.0.113.66"), standing(made));
            made.undo();
            assertEquals(List.of("safe from 192.0.2.11"), standing(made));
            made.decide(STEP, Scope.EVERYWHERE, Judgement.SAFE, "", NOWHERE);
            assertEquals(List.of("safe everywhere"), standing(made));
        }
    }

    @Test
    void aDifferentJudgementForTheSameHostsIsAContradiction() throws IOException {
        try (CaseFile made = created()) {
            made.decide(STEP, Scope.EVERYWHERE, Judgement.SAFE, "", NOWHERE);
        }
        try (CaseFile again = Cases.open(folder.resolve("a.case"), "bob")) {
            again.decide(STEP, SCANNER, Judgement.ATTACK_LOW, "", NOWHERE);
            again.decide(STEP, PHONE, Judgement.SAFE, "", NOWHERE);
            List<Verdicts.Conflict> conflicts = again.verdicts().conflicts();
            assertEquals(1, conflicts.size());
            assertEquals(List.of("alice", "bob"), conflicts.getFirst().verdicts().stream().map(Verdict::who).toList(),
                    "bob's second word is the same as alice's");
            again.decide(Subject.step("order BYE"), SCANNER, Judgement.ANOMALOUS, "", NOWHERE);
            assertEquals(1, again.verdicts().conflicts().size(), "of another step");
        }
    }

    @Test
    void anOldVerdictOnTheSequenceOfTheDialogIsAContradiction() throws IOException {
        Optional<Place> seen = Optional.of(new Place("cafe", 7, "call"));
        Optional<Place> elsewhere = Optional.of(new Place("cafe", 9, "other call"));
        try (CaseFile made = created()) {
            made.decide(Subject.sequence("INVITE 486 ACK"), Judgement.SAFE, "", seen);
        }
        try (CaseFile again = Cases.open(folder.resolve("a.case"), "bob")) {
            again.decide(Subject.step("problem no_ack"), SERVER, Judgement.ATTACK_LOW, "", elsewhere);
            assertEquals(List.of(), again.verdicts().conflicts(), "whether it covers the dialog is not known");
            again.decide(STEP, PHONE, Judgement.SAFE, "", seen);
            assertEquals(List.of(), again.verdicts().conflicts(), "the same");
            again.decide(STEP, SCANNER, Judgement.ATTACK_LOW, "", seen);
            assertEquals(List.of("alice", "bob"),
                    again.verdicts().conflicts().getFirst().verdicts().stream().map(Verdict::who).toList());
        }
        try (CaseFile first = Cases.open(folder.resolve("a.case"), "alice")) {
            List<Verdict> both = first.verdicts().conflicts().getFirst().verdicts();
            assertEquals(1, first.verdicts().conflicts(List.of(both)).size(), "known already");
            first.undo();
            assertEquals(List.of(), first.verdicts().conflicts());
            assertEquals(List.of(both),
                    first.verdicts().conflicts(List.of(both, both)).stream().map(Verdicts.Conflict::verdicts).toList(),
                    "what captures show");
            first.decide(Subject.sequence("INVITE 486 ACK"), Judgement.SAFE, "", seen);
            first.decide(STEP, SCANNER, Judgement.ATTACK_LOW, "", seen);
            assertEquals(1, first.verdicts().conflicts().size(), "bob's, not her own later one");
        }
    }

    @Test
    void aStepHasItsNameWithoutItsCaptures() {
        assertEquals("Dropped: no ACK", Subject.step("problem no_ack").title());
        assertEquals("BYE/200 after INVITE/486", Subject.step("order BYE/200 after INVITE/486").title());
        assertEquals("nothing known", Subject.step("nothing known").title());
        assertEquals("call", Subject.dialog("call").title());
    }

    @Test
    void stepsForNamedHostsMergeWithTheirScope() throws IOException {
        Path other = folder.resolve("b.case");
        try (CaseFile bob = Cases.create(other, "bob")) {
            bob.decide(STEP, SERVER, Judgement.ATTACK_LOW, "", NOWHERE);
        }
        try (CaseFile made = created()) {
            made.decide(STEP, Scope.EVERYWHERE, Judgement.SAFE, "", NOWHERE);
            CaseMerge.Result merged = CaseMerge.merge(made, other, Set.of(), RunMonitor.NONE);
            assertEquals(1, merged.conflicts().size());
            assertEquals(List.of("safe everywhere", "attack, low at 192.0.2.1"), standing(made));
        }
        assertEquals(List.of(), Cases.verify(folder.resolve("a.case")).faults());
    }
}
