package org.sipsleuth.sequence.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;

class NoveltyModelTest {

    /// 50 calls, one of them with a re-INVITE, 10 that nobody accepts, and a keep-alive.
    private static HopScene baseline() {
        HopScene scene = new HopScene().calls(49);
        scene.callId("held").transaction("INVITE 100 180 200 ACK");
        scene.transaction("re-INVITE 200 ACK").transaction("+BYE 200");
        for (int i = 0; i < 10; i++) {
            scene.callId("busy-" + i).transaction("INVITE 100 486 ACK");
        }
        return scene;
    }

    private static NoveltyModel model() {
        return new NoveltyTrainer().add(baseline().laterUnits(), _ -> true).fit();
    }

    private static HopNovelty novelty(HopScene scene) {
        return HopNovelty.of(scene.laterUnits(), model());
    }

    private static Step worst(HopNovelty novelty, String callId) {
        int dialog = novelty.units().index().dialogs().find(callId);
        return novelty.step(novelty.worstUnit(dialog));
    }

    private static boolean isUnknown(HopNovelty novelty, String callId) {
        return novelty.isUnknown(novelty.units().index().dialogs().find(callId));
    }

    @Test
    void baselineIsKnown() {
        assertEquals(0, novelty(baseline()).unknown().cardinality());
    }

    @Test
    void missingAckIsAStepThatWasNeverSeenAfterTheFinalResponse() {
        HopNovelty novelty = novelty(new HopScene().call().callId("x").transaction("INVITE 100 486"));
        assertTrue(isUnknown(novelty, "x"));
        Step step = worst(novelty, "x");
        assertEquals("end", step.symbol());
        assertEquals(List.of("486 to INVITE"), step.context());
        assertEquals(0, step.seen());
        assertEquals(10, step.after());
        assertTrue(step.bits() > 3, "" + step.bits());
    }

    @Test
    void responseWithoutRequestIsUnknown() {
        HopNovelty novelty =
                novelty(new HopScene().call().after(1_000).callId("x").further(HopScene.ALICE, HopScene.BOB, "200"));
        Step step = worst(novelty, "x");
        assertEquals("(INVITE)", step.symbol());
        assertEquals(List.of("start"), step.context());
        assertEquals(112, step.after()); // every transaction of training
    }

    @Test
    void orderThatWasNeverSeenIsUnknownThoughItsTransactionsAreNot() {
        HopNovelty novelty =
                novelty(new HopScene().callId("x").transaction("INVITE 100 486 ACK").transaction("+BYE 200"));
        Step step = worst(novelty, "x");
        assertTrue(step.isTransaction());
        assertEquals(List.of("INVITE/486"), step.context());
        assertEquals("BYE/200", step.symbol());
        assertTrue(step.isUnseen());
    }

    @Test
    void newCombinationOfKnownStepsIsKnownThoughTheWholeWordIsNot() {
        HopNovelty novelty = novelty(new HopScene().callId("x").transaction("INVITE 200 ACK"));
        assertTrue(isUnknown(novelty, "x")); // no call without 100 was seen
        NoveltyModel model = new NoveltyTrainer().add(new HopScene().callId("a")
                .transaction("INVITE 180 200 ACK")
                .callId("b")
                .transaction("INVITE 100 180 486 ACK")
                .laterUnits(), _ -> true).fit();
        TransactionWord word = TransactionWord.of("INVITE 180 486 ACK", false);
        assertFalse(model.isObserved(word));
        assertFalse(model.worst(word).isUnseen());
    }

    /// Each scene with the place in its dialog of the message from which on it is unknown.
    @Test
    void aDialogIsUnknownFromTheMessageThatCompletesTheFirstUnseenStep() {
        Map<HopScene, Integer> scenes = new LinkedHashMap<>();
        scenes.put(x().transaction("INVITE 100 404 ACK"), 3);
        scenes.put(x().transaction("INVITE 100 180 200 ACK").transaction("+INFO 200"), 6);
        scenes.put(x().transaction("INVITE 100 486 ACK").transaction("+BYE 200"), 5);
        scenes.put(x().transaction("INVITE 100 486").after(60).transaction("INVITE 100 486 ACK"), 4);
        scenes.put(x().transaction("SUBSCRIBE 489"), 1);
        scenes.put(x().transaction("INVITE 100 180 * 200 * ACK +INFO"), 8);
        scenes.forEach((scene, place) -> {
            HopNovelty novelty = novelty(scene);
            SipIndex index = novelty.units().index();
            int dialog = index.dialogs().find("x");
            int[] messages = index.messagesOf(dialog);
            assertEquals(OptionalInt.of(messages[place - 1]), novelty.unknownFrom(dialog),
                    index.dialogs().sequenceText(dialog));
        });
        HopNovelty known = novelty(x().call());
        assertEquals(OptionalInt.empty(), known.unknownFrom(0));
    }

    private static HopScene x() {
        return new HopScene().callId("x");
    }

    @Test
    void nothingIsNewBecauseTheCaptureBeginsOrEnds() {
        HopScene middle = new HopScene();
        middle.callId("early").further(HopScene.ALICE, HopScene.BOB, "200");
        middle.transaction("+BYE 200").callId("late").transaction("INVITE 100 180");
        HopNovelty novelty = HopNovelty.of(middle.units(), model());
        assertEquals(0, novelty.unknown().cardinality());
    }

    @Test
    void rareStepCitesHowRareItIs() {
        NoveltyModel model = model();
        Step step = model.step(new Transition("start", "INVITE/200", "re-INVITE/200"));
        assertEquals(List.of("INVITE/200"), step.context());
        assertEquals(1, step.seen());
        assertEquals(50, step.after());
        assertFalse(step.isUnseen());
        Step usual = model.step(new Transition("start", "INVITE/200", "BYE/200"));
        assertTrue(step.bits() > 5 && usual.bits() < 0.2, step + " " + usual);
    }

    /// The call with a re-INVITE and the keep-alive are alone with their steps.
    @Test
    void goodTuringCountsDialogsThatAreAloneWithAStep() {
        GoodTuring dialogs = model().dialogs();
        assertEquals(61, dialogs.observed());
        assertEquals(2, dialogs.once());
        assertEquals(2.0 / 61, dialogs.expected());
    }

    /// Upper limits of the mean of a Poisson distribution, as tables have them.
    @Test
    void goodTuringHasAnUpperLimit() {
        assertEquals(3.00 / 600, new GoodTuring(600, 0).most(), 1e-5);
        assertEquals(4.74 / 600, new GoodTuring(600, 1).most(), 1e-5);
        assertEquals(16.96 / 600, new GoodTuring(600, 10).most(), 1e-4);
        assertEquals(1_053.6 / 60_000, new GoodTuring(60_000, 1_000).most(), 1e-4);
        assertEquals(1, new GoodTuring(2, 1).most());
        assertEquals(1, new GoodTuring(0, 0).most());
    }

    @Test
    void dialogsLeftOutAreNotLearned() {
        HopUnits units = baseline().laterUnits();
        int held = units.index().dialogs().find("held");
        NoveltyModel model = new NoveltyTrainer().add(units, dialog -> dialog != held).fit();
        assertEquals(60, model.dialogs().observed());
        assertEquals(1, HopNovelty.of(units, model).unknown().cardinality());
    }
}
