package org.sipsleuth.sequence.unknown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sequence.novelty.HopScene.ALICE;
import static org.sipsleuth.sequence.novelty.HopScene.BOB;
import static org.sipsleuth.sequence.novelty.HopScene.PROXY;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceTrainer;
import org.sipsleuth.sequence.SmallCorpus;
import org.sipsleuth.sequence.SmallModel;
import org.sipsleuth.sequence.UnknownSettings;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.novelty.NoveltyModel;

class NoveltyDetectionTest {

    private static SequenceModel model;

    /// 211 calls and 30 that nobody accepts; what is known of whole dialogs comes from elsewhere.
    @BeforeAll
    static void train() {
        HopScene scene = new HopScene();
        for (int i = 0; i < 30; i++) {
            scene.calls(7).callId("busy-" + i).transaction("INVITE 100 486 ACK");
        }
        SipIndex baseline = scene.after(1_000).call().index();
        model = SequenceTrainer.fit(SmallCorpus.corpus(),
                SequenceMethod.novelty(baseline, new BitSet(), Optional.empty(), RunMonitor.NONE),
                SmallCorpus.settings(UnknownSettings.STANDARD), SmallCorpus.facts(), RunMonitor.NONE, _ -> {});
    }

    private static SequenceDetection detect(HopScene scene) {
        SipIndex index = scene.after(1_000).call().index();
        return new SequenceDetector(model).detect(index, RunMonitor.NONE);
    }

    private static Finding only(HopScene scene) {
        List<Finding> findings = detect(scene).findings();
        assertEquals(1, findings.size(), () -> "" + findings);
        return findings.getFirst();
    }

    @Test
    void fileHasBothPartsOfTheModel() throws ModelFormatException {
        assertEquals(2, model.file().version());
        SequenceModel again = SequenceModel.open(ModelFile.read(model.file().toBytes()));
        NoveltyModel before = model.novelty().orElseThrow();
        NoveltyModel after = again.novelty().orElseThrow();
        assertEquals(List.copyOf(before.words().entrySet()), List.copyOf(after.words().entrySet()));
        assertEquals(before.transitions(), after.transitions());
        assertEquals(before.dialogs(), after.dialogs());
        assertEquals(before.usualBits(), after.usualBits());
        assertEquals(before.calibration().orElseThrow().pValue(3), after.calibration().orElseThrow().pValue(3));
    }

    @Test
    void modelOfWholeDialogsOnlyKeepsItsVersion() {
        SequenceModel paper = SmallModel.small();
        assertEquals(1, paper.file().version());
        assertEquals(Optional.empty(), paper.novelty());
    }

    /// Whole dialogs with this order were never seen, but each of their hops is known.
    @Test
    void dialogWhoseHopsAreKnownIsNoFinding() {
        HopScene scene = new HopScene().calls(9).callId("x");
        scene.transaction(ALICE, PROXY, "INVITE 100 180");
        scene.transaction(PROXY, BOB, "INVITE 100 180 200 ACK");
        SequenceDetection detection = new SequenceDetector(model).detect(scene.index(), RunMonitor.NONE);
        assertEquals(1, detection.groups().size());
        assertEquals(List.of(), detection.findings());
        Familiarity familiarity = detection.familiarity().orElseThrow();
        assertFalse(familiarity.isUnknown(9));
        assertEquals(0, familiarity.expectedUnknown());
    }

    @Test
    void findingStatesTheStepItsCountsAndTheNearestKnownTransaction() {
        HopScene scene = new HopScene().calls(30).callId("x").transaction("INVITE 100 486");
        Finding finding = only(scene.callId("y").transaction("INVITE 100 486"));
        assertEquals("Unfamiliar transaction: INVITE 100 486 without ACK", finding.statement().title().text());
        assertEquals("2 dialogs have the transaction INVITE 100 486 on a hop. This step is rare: no"
                + " further message after 486 to INVITE, seen 0 of 30 times after 486 to"
                + " INVITE. A final response to INVITE must be acknowledged (RFC 3261"
                + " §17.1.1.3). The only sender in this network has it (192.0.2.11)."
                + " Among 241 held-out dialogs of the baseline, a share of 0.0041 is as"
                + " surprising (p-value). The nearest known transaction is INVITE 100 486"
                + " ACK, 30 times in training.", finding.statement().explanation().text());
        assertEquals(2, finding.evidence().dialogs(detect(scene).index()).length);
        assertTrue(finding.grounds().isGrounded());
        assertTrue(finding.grounds().decisive().isAnomalous());
        assertFalse(finding.rationale().get().sections().isEmpty());
    }

    @Test
    void responseWithoutRequestIsNamedAsThat() {
        HopScene scene = new HopScene().calls(30).after(1_000).callId("x");
        Finding finding = only(scene.further(ALICE, BOB, "200"));
        assertEquals("Unfamiliar transaction: 200 to INVITE without any request before it",
                finding.statement().title().text());
        assertTrue(finding.statement()
                .explanation()
                .text()
                .contains("This step is rare: 200 to INVITE without any request before it,"
                        + " seen in 0 of 452 transactions."),
                finding.statement().explanation().text());
        assertFalse(finding.statement().explanation().text().contains("nearest"));
    }

    @Test
    void orderThatWasNeverSeenIsNamedAsThat() {
        HopScene scene = new HopScene().calls(9).callId("x").transaction("INVITE 100 486 ACK");
        Finding finding = only(scene.transaction("+BYE 200"));
        assertEquals("Unfamiliar order of transactions: BYE/200 after INVITE/486", finding.statement().title().text());
        assertTrue(finding.statement().explanation().text().contains("seen 0 of 30 times after INVITE/486"),
                finding.statement().explanation().text());
    }

    @Test
    void nearestKnownTransactionIsNamedOnlyWhereItIsNear() {
        HopScene near = new HopScene().calls(9).callId("x").transaction("INVITE 183 200 ACK");
        assertTrue(only(near).statement().explanation().text().contains("The nearest known"));
        HopScene far = new HopScene().calls(9).callId("x").transaction("INVITE 181 182 183 199 603 ACK");
        assertFalse(only(far).statement().explanation().text().contains("nearest"));
        HopScene other = new HopScene().calls(9).callId("x").transaction("OPTIONS 200");
        assertFalse(only(other).statement().explanation().text().contains("nearest"));
    }

    @Test
    void onlyWhatIsRareHereAndDepartsFromTheProtocolIsMoreThanInfo() {
        HopScene rare = new HopScene().calls(30).callId("x").transaction("INVITE 100 486");
        assertEquals(Severity.LOW, only(rare).severity());
        HopScene harmless = new HopScene().calls(30).callId("x").transaction("OPTIONS 200");
        assertEquals(Severity.INFO, only(harmless).severity());
        HopScene usual = new HopScene().calls(2);
        for (int i = 0; i < 5; i++) {
            usual.callId("x" + i).transaction("INVITE 100 486");
        }
        assertEquals(Severity.INFO, only(usual).severity());
    }

    @Test
    void whatDepartsFromTheProtocolIsRankedFirst() {
        HopScene scene = new HopScene().calls(30).callId("x").transaction("OPTIONS 200");
        scene.callId("y").transaction("INVITE 100 486");
        List<NoveltyGroup> groups =
                detect(scene).novelty().orElseThrow().groups().stream().map(NoveltyDetection.Group::dialogs).toList();
        assertEquals(List.of("INVITE 100 486", "OPTIONS 200"), groups.stream().map(NoveltyGroup::name).toList());
        Suspicion alone = groups.getLast().suspicion();
        assertEquals(20, groups.getLast().suspicion().with(true).bits() - alone.bits(), 1e-9);
    }

    @Test
    void groupsOfNothingAreNothing() {
        SequenceDetection detection = detect(new HopScene().calls(3));
        assertEquals(List.of(), detection.findings());
        assertEquals(List.of(), detection.novelty().orElseThrow().groups());
    }
}
