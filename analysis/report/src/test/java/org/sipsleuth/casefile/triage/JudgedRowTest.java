package org.sipsleuth.casefile.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.triage.JudgedRow.Coverage;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.unknown.Suspicion;
import org.sipsleuth.triage.TriageCause;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageJoined;
import org.sipsleuth.triage.TriageLoss;
import org.sipsleuth.triage.TriageNeed;
import org.sipsleuth.triage.TriagePlace;
import org.sipsleuth.triage.TriageReason;
import org.sipsleuth.triage.TriageVariant;

/// Which verdicts hold for which dialogs of a row.
class JudgedRowTest {

    private static final String PHONE = "192.0.2.11";
    private static final String OTHER_PHONE = "192.0.2.12";
    private static final String SCANNER = "203.0.113.66";
    private static final String SERVER = "192.0.2.1";
    private static final String OTHER_SERVER = "192.0.2.2";
    private static final TriageCause CAUSE = new TriageCause(TriageCause.Source.ORDER, "BYE/200 after INVITE/486");
    private static final TriageCause OTHER = new TriageCause(TriageCause.Source.ORDER, "BYE/408 after INVITE/486");
    private static final Subject STEP = Subject.step("order BYE/200 after INVITE/486");
    private static final String DIRECT = "INVITE 486 ACK BYE 200";
    private static final String THROUGH_PROXY = "INVITE INVITE 486 ACK 486 ACK BYE BYE 200 200";

    private final List<Verdict> verdicts = new ArrayList<>();

    private JudgedRowTest decide(String who, Subject subject, Scope scope, Judgement judgement) {
        boolean isStep = subject.kind() == Subject.Kind.STEP;
        long number = verdicts.size() + 1;
        verdicts.add(new Verdict("id-" + number, number, subject, isStep ? Optional.of(scope) : Optional.empty(),
                judgement.word(), "", Optional.empty(), Optional.empty(), "2026-11-28T12:00:0" + number + "Z", who));
        return this;
    }

    private JudgedRowTest decide(Scope scope, Judgement judgement) {
        return decide("alice", STEP, scope, judgement);
    }

    private static TriagePlace place(String sender, String server, Integer... dialogs) {
        return new TriagePlace(sender, server, List.of(dialogs));
    }

    /// Three dialogs of each sender; the second of each comes through a proxy.
    private static TriageItem item(TriagePlace... places) {
        List<Integer> dialogs = List.of(places).stream().flatMap(each -> each.dialogs().stream()).distinct().toList();
        return item(List.of(), dialogs,
                List.of(variant(DIRECT, dialogs.stream().filter(each -> each % 3 != 1).toList()),
                        variant(THROUGH_PROXY, dialogs.stream().filter(each -> each % 3 == 1).toList())),
                places);
    }

    private static TriageItem item(List<TriageJoined> alsoBy, List<Integer> dialogs, List<TriageVariant> variants,
            TriagePlace... places) {
        return new TriageItem(CAUSE, 0, alsoBy, "",
                new TriageReason(Sentence.none(), Sentence.none(), "", Sentence.none(), List.of()), dialogs, dialogs,
                dialogs.isEmpty() ? 0 : dialogs.getFirst(), variants, List.of(places), TriageNeed.RARE,
                TriageLoss.NOTHING, 0, new Suspicion(0, false, 0, 0, false), 0, 0, List.of());
    }

    private static TriageVariant variant(String text, List<Integer> dialogs) {
        return new TriageVariant(text, List.of(text.split(" ")), dialogs);
    }

    private static final TriageItem ROW = item(place(PHONE, SERVER, 0, 1, 2), place(OTHER_PHONE, SERVER, 3, 4, 5),
            place(SCANNER, OTHER_SERVER, 6, 7, 8));

    private JudgedRow row(TriageItem item) {
        return new JudgedRow(1, item, JudgedQueue.parts(item, new Verdicts(verdicts)));
    }

    private JudgedRow row() {
        return row(ROW);
    }

    private static List<String> words(JudgedRow row) {
        return row.words()
                .stream()
                .map(word -> "%s %s %d".formatted(word.verdict().who(), word.verdict().text(), word.dialogs()))
                .toList();
    }

    @Test
    void aRowIsDecidedOnceAllItsDialogsAre() {
        assertFalse(row().isDecided());
        decide(Scope.senders(List.of(PHONE, OTHER_PHONE)), Judgement.SAFE);
        assertEquals(6, row().decidedDialogs());
        assertFalse(row().isDecided());
        decide(Scope.senders(List.of(SCANNER)), Judgement.ATTACK_LOW);
        assertEquals(9, row().decidedDialogs());
        assertTrue(row().isDecided());
    }

    @Test
    void safeForOnePhoneDoesNotCoverAScanner() {
        decide(Scope.senders(List.of(PHONE)), Judgement.SAFE);
        JudgedRow later = row(item(place(PHONE, SERVER, 0), place(SCANNER, SERVER, 1)));
        assertEquals(1, later.decidedDialogs());
        assertFalse(later.isSafe());
        assertEquals(Scope.senders(List.of(SCANNER)), later.scope(Scope.Kind.SENDERS, "alice"), "is asked next");
        assertEquals(1, later.message(Scope.senders(List.of(SCANNER))));
    }

    @Test
    void theSameStepThroughAProxyIsTheSame() {
        decide(Scope.senders(List.of(PHONE)), Judgement.SAFE);
        JudgedRow later = row(item(place(PHONE, SERVER, 1)));
        assertEquals(THROUGH_PROXY, later.parts().getFirst().sequence());
        assertTrue(later.isDecided());
    }

    @Test
    void aServerCoversAllWhoAskIt() {
        decide(Scope.server(List.of(SERVER)), Judgement.MISCONFIGURATION);
        assertEquals(6, row().decidedDialogs());
        assertEquals(List.of("alice misconfiguration 6"), words(row()));
    }

    @Test
    void everywhereCoversAlsoWhomNobodyKnows() {
        TriageItem nobody = item(List.of(), List.of(7), List.of());
        decide(Scope.senders(List.of(PHONE)), Judgement.SAFE);
        assertFalse(row(nobody).isDecided());
        assertEquals(Scope.EVERYWHERE, row(nobody).scope(Scope.Kind.SENDERS, "alice"), "no sender can be named");
        decide(Scope.EVERYWHERE, Judgement.SAFE);
        assertTrue(row(nobody).isDecided());
    }

    @Test
    void aDialogBetweenSeveralHostsIsCoveredIfAllOfThemAre() {
        TriageItem twice = item(place(PHONE, SERVER, 0), place(OTHER_PHONE, SERVER, 0));
        decide(Scope.senders(List.of(PHONE)), Judgement.SAFE);
        assertEquals(0, row(twice).decidedDialogs());
        decide(Scope.senders(List.of(PHONE, OTHER_PHONE)), Judgement.SAFE);
        assertEquals(1, row(twice).decidedDialogs());
    }

    @Test
    void theScopeNamesThoseWhomTheAnalystHasNotDecidedAbout() {
        assertEquals(Scope.senders(List.of(PHONE, OTHER_PHONE, SCANNER)), row().scope(Scope.Kind.SENDERS, "alice"));
        decide(Scope.senders(List.of(PHONE)), Judgement.SAFE);
        Scope left = row().scope(Scope.Kind.SENDERS, "alice");
        assertEquals(Scope.senders(List.of(OTHER_PHONE, SCANNER)), left);
        assertEquals(new Coverage(6, 2), row().coverage(left));
        assertEquals(Scope.senders(List.of(PHONE, OTHER_PHONE, SCANNER)), row().scope(Scope.Kind.SENDERS, "bob"));
        assertEquals(Scope.server(List.of(SERVER, OTHER_SERVER)), row().scope(Scope.Kind.SERVER, "bob"));
        assertEquals(new Coverage(9, 3), row().coverage(Scope.EVERYWHERE));
    }

    @Test
    void theWordsOfAllAnalystsStandSideBySide() {
        decide("alice", STEP, Scope.senders(List.of(PHONE)), Judgement.SAFE);
        decide("bob", STEP, Scope.EVERYWHERE, Judgement.SAFE);
        assertEquals(List.of("alice safe 3", "bob safe 9"), words(row()));
        assertEquals(List.of(), row().contradiction());
        assertTrue(row().isSafe());
    }

    @Test
    void differentWordsOnTheSameDialogsContradict() {
        decide("alice", STEP, Scope.senders(List.of(PHONE, SCANNER)), Judgement.SAFE);
        decide("bob", STEP, Scope.server(List.of(OTHER_SERVER)), Judgement.ATTACK_HIGH);
        assertEquals(List.of("alice", "bob"), row().contradiction().stream().map(Verdict::who).toList());
        verdicts.clear();
        decide("alice", STEP, Scope.senders(List.of(PHONE)), Judgement.SAFE);
        decide("bob", STEP, Scope.senders(List.of(SCANNER)), Judgement.ATTACK_HIGH);
        assertEquals(List.of(), row().contradiction(), "of other senders");
    }

    @Test
    void anAnalystWhoDiffersFromTheirOwnWiderWordIsToldSo() {
        decide(Scope.EVERYWHERE, Judgement.SAFE);
        decide(Scope.senders(List.of(SCANNER)), Judgement.ATTACK_LOW);
        assertEquals(2, row().contradiction().size());
        assertEquals(List.of("alice safe 6", "alice attack, low 3"), words(row()), "the later counts where both hold");
        assertFalse(row().isSafe());
    }

    @Test
    void anOldVerdictCountsForDialogsOfExactlyItsSequence() {
        decide("alice", Subject.sequence(DIRECT), Scope.EVERYWHERE, Judgement.SAFE);
        assertEquals(6, row().decidedDialogs(), "not for those through the proxy");
        assertTrue(row().words().getFirst().isOfSequence());
        assertTrue(row().isAbout(verdicts.getFirst()));
    }

    @Test
    void aVerdictOnTheStepReplacesTheSameAnalystsOldOne() {
        decide("alice", Subject.sequence(DIRECT), Scope.EVERYWHERE, Judgement.SAFE);
        decide("bob", STEP, Scope.EVERYWHERE, Judgement.ANOMALOUS);
        assertEquals(2, row().contradiction().size());
        decide("alice", STEP, Scope.EVERYWHERE, Judgement.ANOMALOUS);
        assertEquals(List.of(), row().contradiction());
        assertEquals(List.of("bob anomalous 9", "alice anomalous 9"), words(row()));
    }

    @Test
    void verdictsOnOtherStepsDoNotCount() {
        decide("alice", Subject.step("order BYE/200"), Scope.EVERYWHERE, Judgement.SAFE);
        decide("alice", Subject.dialog("x@y"), Scope.EVERYWHERE, Judgement.SAFE);
        assertEquals(0, row().decidedDialogs());
        assertTrue(verdicts.stream().noneMatch(each -> row().isAbout(each)));
    }

    /// Dialogs 1 and 2 also have another step, which was joined to the row.
    private static TriageItem joined() {
        TriageJoined refused = new TriageJoined(OTHER, Sentence.none(), List.of(1, 2));
        return item(List.of(refused), List.of(0, 1, 2), List.of(), place(PHONE, SERVER, 0, 1, 2));
    }

    @Test
    void aVerdictOnARowCoversWhatWasJoinedToIt() {
        decide(Scope.senders(List.of(PHONE)), Judgement.MISCONFIGURATION);
        assertTrue(row(joined()).isDecided());
        assertEquals(List.of("alice misconfiguration 3"), words(row(joined())));
    }

    @Test
    void aVerdictOnAJoinedStepCoversTheDialogsWithIt() {
        decide("alice", Subject.step(OTHER.text()), Scope.EVERYWHERE, Judgement.SAFE);
        assertEquals(2, row(joined()).decidedDialogs(), "the first does not have the step");
        assertFalse(row(joined()).isSafe());
        assertTrue(row(joined()).isAbout(verdicts.getFirst()));
        decide(Scope.EVERYWHERE, Judgement.ANOMALOUS);
        assertEquals(2, row(joined()).contradiction().size(), "of the same dialogs");
    }

    @Test
    void aVerdictPointsToTheExampleIfItHoldsForThat() {
        TriageItem joined = joined();
        TriageItem last = new TriageItem(joined.cause(), 0, joined.alsoBy(), "", joined.reason(), joined.dialogs(),
                joined.messages(), 2, joined.variants(), joined.places(), joined.need(), joined.loss(), 0,
                joined.suspicion(), 0, 0, List.of());
        assertEquals(2, row(last).message(Scope.EVERYWHERE));
        assertEquals(0, row(joined).message(Scope.EVERYWHERE));
    }

    @Test
    void tenThousandForgedSendersAreDecidedAtOnce() {
        TriageItem flood = item(IntStream.range(0, 10_000)
                .mapToObj(each -> place("10.%d.%d.1".formatted(each / 256, each % 256), SERVER, each))
                .toArray(TriagePlace[]::new));
        decide(row(flood).scope(Scope.Kind.SENDERS, "alice"), Judgement.ATTACK_LOW);
        assertTrue(row(flood).isDecided());
        assertEquals(new Coverage(10_000, 10_000), row(flood).coverage(Scope.EVERYWHERE));
    }
}
