package org.sipsleuth.sequence.unknown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sequence.novelty.HopScene.BOB;
import static org.sipsleuth.sequence.novelty.HopScene.PROXY;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.novelty.CommonTraffic;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.TransactionWord;

/// A baseline of one's own is never worse than the bundled model.
class OwnBaselineTest {

    private static final String STRANGE = "INVITE 200 CANCEL 603 100 ACK";
    private static final CommonTraffic BUNDLED = SequenceMethod.bundled();

    private static NoveltyModel train(HopScene days, Optional<CommonTraffic> common) {
        return SequenceMethod.novelty(days.after(1_000).call().index(), new BitSet(), common, RunMonitor.NONE)
                .orElseThrow();
    }

    /// An office of calls and registrations, in which nobody was ever transferred.
    private static HopScene office() {
        HopScene scene = new HopScene();
        for (int i = 0; i < 40; i++) {
            scene.calls(3).callId("register-" + i).transaction(BOB, PROXY, "REGISTER 401");
            scene.transaction(BOB, PROXY, "REGISTER 200");
        }
        return scene;
    }

    /// What the office does for the first time the day after.
    private static HopUnits transferDay() {
        HopScene scene = new HopScene().calls(20);
        for (int i = 0; i < 3; i++) {
            scene.callId("transfer-" + i).transaction("INVITE 100 180 200 ACK");
            scene.transaction("+REFER 202").transaction(BOB, PROXY, "+NOTIFY 200");
            scene.transaction("+BYE 200");
        }
        return scene.callId("busy").transaction("INVITE 100 180 486 ACK").laterUnits();
    }

    /// A trunk of calls that succeed.
    private static HopScene trunk() {
        return new HopScene().calls(150);
    }

    private static HopUnits refusedDay() {
        HopScene scene = new HopScene().calls(20);
        scene.callId("declined").transaction("INVITE 100 180 603 ACK");
        scene.callId("given up").transaction("INVITE 100 180 CANCEL 200 487 ACK");
        scene.callId("not found").transaction("INVITE 100 404 ACK");
        return scene.callId("asked").transaction("OPTIONS 200").laterUnits();
    }

    private static BitSet unknown(HopUnits units, NoveltyModel model) {
        return HopNovelty.of(units, model).unknown();
    }

    /// Whole sequences are rarer than steps: one that occurred once says nothing about the steps.
    @Test
    void whatIsExpectedOfFurtherDialogsIsSaidByTheStepsOfTheModel() throws IOException {
        SequenceModel bundled = SequenceModel.open(new SequenceMethod().shipped());
        HopScene days = office().callId("alone").transaction("INVITE 100 404 ACK");
        NoveltyModel own = train(days, Optional.empty());
        Training before = bundled.file().modelFacts().training();
        SequenceModel model =
                bundled.withNovelty(own, new TrainingFacts("own", "own", before.inputs(), before.origin()));
        assertEquals(own.dialogs().expected(), model.expectedUnknown());
        assertEquals(own.trainedDialogs(), model.trainedDialogs());
        assertNotEquals(model.known().expectedUnknown(), model.expectedUnknown());
        assertEquals(own.isGrounded(), model.isGrounded());
        assertFalse(train(new HopScene().calls(2), Optional.empty()).isGrounded());
    }

    private static void assertNeverWorse(HopScene days, HopUnits next) {
        NoveltyModel own = train(days, Optional.of(BUNDLED));
        BitSet more = unknown(next, own);
        more.andNot(unknown(next, BUNDLED.model()));
        assertEquals(new BitSet(), more);
        assertTrue(unknown(next, own.foundation().orElseThrow().own()).cardinality() > 0);
    }

    @Test
    void networkInWhichSomebodyIsTransferredForTheFirstTimeKnowsTransfers() {
        assertNeverWorse(office(), transferDay());
    }

    @Test
    void trunkThatRefusesCallsForTheFirstTimeKnowsRefusals() {
        assertNeverWorse(trunk(), refusedDay());
    }

    @Test
    void whatNeitherKnowsStaysUnknown() {
        HopUnits attack = new HopScene().calls(20).callId("attack").transaction(STRANGE).laterUnits();
        for (HopScene days : List.of(office(), trunk())) {
            BitSet unknown = unknown(attack, train(days, Optional.of(BUNDLED)));
            assertEquals(BitSet.valueOf(new long[]{1L << 20}), unknown);
        }
    }

    @Test
    void whatTheNetworkShowsBecomesKnownToo() {
        HopScene strange = trunk();
        for (int i = 0; i < 3; i++) {
            strange.callId("strange-" + i).transaction(STRANGE);
        }
        HopUnits again = new HopScene().callId("again").transaction(STRANGE).laterUnits();
        assertEquals(new BitSet(), unknown(again, train(strange, Optional.of(BUNDLED))));
    }

    @Test
    void countsAreAddedAndThoseOfTheNetworkAreKeptApart() {
        TransactionWord call = new TransactionWord("INVITE", List.of("100", "180", "200", "ACK"), false);
        NoveltyModel own = train(trunk(), Optional.of(BUNDLED));
        NoveltyModel alone = train(trunk(), Optional.empty());
        assertEquals(alone.words(), own.foundation().orElseThrow().own().words());
        assertEquals(alone.transitions(), own.foundation().orElseThrow().own().transitions());
        assertEquals(alone.words().get(call) + BUNDLED.model().words().get(call), own.words().get(call));
        assertEquals(151, own.dialogs().observed());
        assertEquals(151 + BUNDLED.model().dialogs().observed(), own.trainedDialogs());
        assertEquals(0, alone.foundationShare());
        assertTrue(own.foundationShare() > 0.9 && own.foundationShare() < 1);
    }

    /// Transfers are known, but new here: that is what the p-value states.
    @Test
    void whatIsCommonElsewhereIsNewInThisNetwork() {
        HopNovelty novelty = HopNovelty.of(transferDay(), train(office(), Optional.of(BUNDLED)));
        assertFalse(novelty.isUnknown(20));
        assertTrue(novelty.own().isUnknown(20));
        assertFalse(novelty.own().isUnknown(0));
        assertTrue(novelty.model().calibration().orElseThrow().pValue(novelty.own().bits(20)) < 0.05);
    }
}
