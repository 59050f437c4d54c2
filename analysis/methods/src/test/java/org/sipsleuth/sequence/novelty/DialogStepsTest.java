package org.sipsleuth.sequence.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

class DialogStepsTest {

    private static final double TINY = 1e-9;

    private static HopScene baseline() {
        HopScene scene = new HopScene().calls(50);
        for (int i = 0; i < 30; i++) {
            scene.callId("busy-" + i).transaction("INVITE 100 486 ACK");
            scene.callId("alive-" + i).transaction("OPTIONS 200");
        }
        return scene;
    }

    private static NoveltyModel model() {
        return new NoveltyTrainer().add(baseline().laterUnits(), _ -> true).fit();
    }

    private static HopNovelty novelty(HopScene scene) {
        return HopNovelty.of(scene.laterUnits(), model());
    }

    private static DialogSteps steps(HopScene scene) {
        HopNovelty novelty = novelty(scene);
        return DialogSteps.of(novelty, novelty.units().index().dialogs().find("x"));
    }

    private static HopScene x() {
        return new HopScene().callId("x");
    }

    /// What departs, and at which place.
    private static String departure(HopScene scene) {
        DialogSteps steps = steps(scene);
        return steps.firstUnseen()
                .map(step -> steps.place(step.message()) + (step.isAbsence() ? " nothing" : " " + step.step().symbol()))
                .orElse("known");
    }

    @Test
    void eachMessageOfAKnownCallHasItsStepOnItsHop() {
        DialogSteps steps = steps(x().transaction("INVITE 100 180 200 ACK").transaction("+BYE 200"));
        List<String> symbols = Arrays.stream(steps.messages())
                .mapToObj(message -> steps.own(message).orElseThrow().step().symbol())
                .toList();
        assertEquals(List.of("INVITE", "100 to INVITE", "180 to INVITE", "200 to INVITE", "ACK to INVITE", "BYE",
                "200 to BYE"), symbols);
        assertEquals(Optional.empty(), steps.firstUnseen());
        assertEquals(Optional.empty(), steps.listed());
    }

    @Test
    void missingAckShowsAtTheByeAndNamesWhatWasExpected() {
        DialogSteps steps = steps(x().transaction("INVITE 100 180 200").after(40).transaction("+BYE 200"));
        HopStep departure = steps.firstUnseen().orElseThrow();
        assertEquals(5, steps.place(departure.message()));
        assertTrue(departure.isAbsence());
        assertEquals("ACK to INVITE", departure.expected(model()).likely().getFirst().symbol());
        assertEquals(Optional.of(Deviation.ANSWER_WITHOUT_ACK), departure.deviation());
        assertEquals(steps.firstUnseen(), steps.listed());
    }

    @Test
    void byeAfterAFailureShowsAtTheBye() {
        DialogSteps steps = steps(x().transaction("INVITE 100 486 ACK").transaction("+BYE 200"));
        HopStep departure = steps.firstUnseen().orElseThrow();
        assertEquals(5, steps.place(departure.message()));
        assertEquals("BYE/200", departure.step().symbol());
        assertTrue(departure.expected(model()).likely().getFirst().isEnd(), "a failed call ends the dialog");
        assertEquals(Optional.of(Deviation.BYE_AFTER_FAILURE), departure.deviation());
    }

    @Test
    void whatIsNotAnsweredShowsWhenItIsDue() {
        assertEquals("1 nothing", departure(x().transaction("OPTIONS")));
        assertEquals("2 nothing", departure(x().transaction("OPTIONS").after(60).transaction("OPTIONS 200")));
        assertEquals("1 NOTIFY", departure(x().transaction("+NOTIFY 481")));
    }

    @Test
    void eachHopThroughAProxyHasStepsOfItsOwn() {
        HopScene scene = x();
        scene.transaction(HopScene.ALICE, HopScene.PROXY, "INVITE 100");
        scene.transaction(HopScene.PROXY, HopScene.BOB, "INVITE 100 180 200 ACK");
        DialogSteps steps = steps(scene.further(HopScene.ALICE, HopScene.PROXY, "200"));
        for (int message : steps.messages()) {
            steps.own(message)
                    .ifPresent(step -> assertFalse(step.step().context().contains("INVITE/200"),
                            "an INVITE to another host follows nothing"));
        }
        HopStep second = steps.own(steps.messages()[2]).orElseThrow();
        assertEquals("INVITE", second.step().symbol());
        assertFalse(second.step().isUnseen());
    }

    @Test
    void retransmissionsHaveNoStepAndWhatTheCaptureHidesNeither() {
        DialogSteps steps = steps(x().transaction("INVITE * 100 180 180 200 ACK"));
        int[] messages = steps.messages();
        assertEquals(Optional.of(DialogSteps.NoStep.RETRANSMISSION), steps.noStep(messages[1]));
        assertEquals(Optional.empty(), steps.own(messages[1]));
        assertTrue(steps.noStep(messages[4]).isPresent());
        HopNovelty early = HopNovelty.of(x().further(HopScene.ALICE, HopScene.BOB, "200").units(), model());
        DialogSteps hidden = DialogSteps.of(early, 0);
        assertEquals(Optional.of(DialogSteps.NoStep.CUT), hidden.noStep(hidden.messages()[0]));
        HopNovelty late = HopNovelty.of(x().transaction("INVITE 100 180").units(), model());
        DialogSteps open = DialogSteps.of(late, 0);
        assertTrue(open.isCutAfter(open.messages()[2]));
        assertFalse(open.isCutAfter(open.messages()[1]));
    }

    /// Every dialog of random scenes: unknown ones depart where [HopNovelty#unknownFrom] has it, at
    /// an unseen step; the listed step is that of [HopNovelty#worstUnit]; known ones do not depart.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFirstDepartingMessageIsThatOfTheVerdict(long seed) {
        HopNovelty novelty = novelty(random(new SplittableRandom(seed)));
        NoveltyModel model = novelty.model();
        int unknown = 0;
        for (int dialog = 0; dialog < novelty.units().index().dialogs().size(); dialog++) {
            DialogSteps steps = DialogSteps.of(novelty, dialog);
            int[] messages = steps.messages();
            OptionalInt first = Arrays.stream(messages)
                    .filter(message -> steps.at(message).stream().anyMatch(each -> each.step().isUnseen()))
                    .findFirst();
            assertEquals(novelty.isUnknown(dialog), first.isPresent());
            assertEquals(novelty.unknownFrom(dialog), first);
            if (novelty.isUnknown(dialog)) {
                unknown++;
                HopStep listed = steps.listed().orElseThrow();
                assertEquals(novelty.step(novelty.worstUnit(dialog)), listed.step());
                assertTrue(listed.message() >= first.getAsInt());
                assertEquals(novelty.bits(dialog), listed.step().bits());
            }
            Set<List<Integer>> places = new HashSet<>();
            for (HopStep each : steps.all()) {
                assertTrue(places.add(List.of(each.unit(), each.place())), "a step shows once: " + each);
                assertSumIsOne(each.expected(model));
                assertSumIsOne(each.nextTransaction(model));
                assertEquals(each.step().isUnseen(), each.expected(model).probability(each.step().symbol()) == 0,
                        each.toString());
            }
        }
        assertTrue(unknown > 0, "the scene has something odd");
    }

    private static void assertSumIsOne(Expectation expectation) {
        double sum = expectation.likely().stream().mapToDouble(Expected::probability).sum();
        assertEquals(1, sum + expectation.rest(), TINY);
        assertTrue(expectation.rest() >= 0);
        for (int i = 1; i < expectation.likely().size(); i++) {
            assertTrue(expectation.likely().get(i - 1).probability() >= expectation.likely().get(i).probability());
        }
    }

    private static HopScene random(SplittableRandom random) {
        List<String> some = List.of("INVITE 100 180 200 ACK", "INVITE 100 486 ACK", "INVITE 100 486", "+BYE 200",
                "OPTIONS 200", "OPTIONS", "+INFO 200", "INVITE 100 CANCEL 487 ACK", "INVITE * 180 200 * ACK",
                "+NOTIFY 481", "re-INVITE 200 ACK", "REGISTER 401");
        List<String> hosts = List.of(HopScene.ALICE, HopScene.BOB, HopScene.PROXY);
        HopScene scene = new HopScene();
        for (int dialog = 0; dialog < 12; dialog++) {
            scene.callId("random-" + dialog);
            for (int i = random.nextInt(1, 5); i > 0; i--) {
                int from = random.nextInt(3);
                scene.transaction(hosts.get(from), hosts.get((from + 1) % 3), some.get(random.nextInt(some.size())));
                scene.after(random.nextInt(80));
            }
        }
        return scene;
    }

    @Test
    void continuationsAndTheRestAddUpToOneAfterAnything() {
        NoveltyModel model = model();
        for (TransactionWord word : model.words().keySet()) {
            IntStream.rangeClosed(0, word.types().size() + 1)
                    .forEach(symbols -> assertSumIsOne(model.expectation(word, symbols)));
        }
        TransactionWord never = new TransactionWord("PUBLISH", List.of("489"), false);
        assertEquals(List.of(), model.expectation(never, 1).likely());
        assertEquals(1, model.expectation(never, 1).rest());
        assertFalse(model.expectation(never, 1).isGrounded());
    }

    @Test
    void timesAreThoseOfKnownDialogsOfTheCapture() {
        HopScene scene = new HopScene().calls(9).callId("odd").transaction("INVITE 100 486");
        HopNovelty novelty = novelty(scene);
        HopTimes times = HopTimes.of(novelty, 0, RunMonitor.NONE);
        HopTimes.Usual usual = times.ofMessage("INVITE", "100 to INVITE").orElseThrow();
        assertEquals(9, usual.count(), "the unknown dialog shows nothing of what is usual");
        assertEquals(1_000_000_000L, usual.medianNanos());
        assertEquals(1_000_000_000L, usual.mostNanos());
        assertEquals(9, times.ofTransaction("INVITE/200", "BYE/200").orElseThrow().count());
        assertEquals(Optional.empty(), times.ofMessage("100 to INVITE", "486 to INVITE"));
    }

    @Test
    void timesAreThoseOfOneNetworkWhateverElseIsOpen(@TempDir Path directory) throws IOException {
        Path many = directory.resolve("many.pcap");
        Path few = directory.resolve("few.pcap");
        new HopScene().calls(9).write(many);
        HopScene other = new HopScene().after(10_000_000);
        for (int call = 0; call < 4; call++) {
            other.callId("other-" + call).transaction("INVITE 100 180 200 ACK").transaction("+BYE 200");
        }
        other.write(few);
        SipIndex index = CaptureIndexer.read(List.of(many, few), RunMonitor.NONE);
        HopUnits units = HopUnits.of(TransactionTable.of(index, RunMonitor.NONE), RunMonitor.NONE);
        HopNovelty novelty = HopNovelty.of(units, model());
        int network = index.dialogs().coverageOf(0);
        int last = index.dialogs().coverageOf(index.dialogs().find("other-0"));
        assertNotEquals(network, last);
        assertEquals(9,
                HopTimes.of(novelty, network, RunMonitor.NONE)
                        .ofMessage("INVITE", "100 to INVITE")
                        .orElseThrow()
                        .count());
        assertEquals(Optional.empty(), HopTimes.of(novelty, last, RunMonitor.NONE).ofMessage("INVITE", "100 to INVITE"),
                "too few cases");
    }

    @Test
    void aStepIsLateByTheTimersOfTheProtocol() {
        HopScene scene = x().transaction("INVITE").after(40).further(HopScene.ALICE, HopScene.BOB, "100 486 ACK");
        HopScene quick = x().transaction("OPTIONS 200");
        assertEquals(Optional.of(ProtocolTimer.INVITE_RESPONSE),
                ProtocolTimer.after(TransactionWord.of("INVITE 180 200 ACK", false), 1));
        assertEquals(Optional.of(ProtocolTimer.INVITE_FINAL),
                ProtocolTimer.after(TransactionWord.of("INVITE 180 200 ACK", false), 2));
        assertEquals(Optional.of(ProtocolTimer.ACK_TO_SUCCESS),
                ProtocolTimer.after(TransactionWord.of("INVITE 180 200 ACK", false), 3));
        assertEquals(Optional.empty(), ProtocolTimer.after(TransactionWord.of("INVITE 180 200 ACK", false), 4));
        assertFalse(steps(quick).all().stream().anyMatch(HopStep::isLate));
        HopStep answer = steps(scene).all().stream().filter(each -> each.place() == 1).findFirst().orElseThrow();
        assertTrue(answer.elapsedNanos() > ProtocolTimer.INVITE_RESPONSE.nanos());
        assertTrue(answer.isLate());
    }
}
