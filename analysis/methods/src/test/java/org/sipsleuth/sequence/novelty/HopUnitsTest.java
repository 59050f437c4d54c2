package org.sipsleuth.sequence.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sequence.novelty.HopScene.ALICE;
import static org.sipsleuth.sequence.novelty.HopScene.BOB;
import static org.sipsleuth.sequence.novelty.HopScene.PROXY;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.TransactionTable;

class HopUnitsTest {

    private static List<String> words(HopUnits units) {
        return IntStream.range(0, units.size())
                .mapToObj(unit -> units.words().get(units.word(unit)))
                .map(word -> word.text() + (word.isCut() ? " …" : ""))
                .filter(text -> !text.equals("OPTIONS 200"))
                .toList();
    }

    private static List<String> order(HopUnits units) {
        return IntStream.range(0, units.size())
                .mapToObj(unit -> units.transitions().get(units.transition(unit)))
                .filter(each -> !each.next().equals("OPTIONS/200"))
                .map(each -> (each.isJudged() ? "" : "cut: ") + each.text())
                .toList();
    }

    @Test
    void transactionIsItsTypesInCapturedOrderAndDialogTheirOrder() {
        HopUnits units = new HopScene().call().laterUnits();
        assertEquals(List.of("INVITE 100 180 200 ACK", "BYE 200"), words(units));
        assertEquals(List.of("INVITE/200", "INVITE/200 → BYE/200"), order(units));
    }

    @Test
    void retransmissionsAndRepeatedProvisionalResponsesAddNothing() {
        HopUnits units = new HopScene().transaction("INVITE * 100 180 183 180 * 200 * ACK *").laterUnits();
        assertEquals(List.of("INVITE 100 180 183 200 ACK"), words(units));
    }

    @Test
    void requestWithinDialogHasANameOfItsOwn() {
        HopUnits units = new HopScene().transaction("INVITE 200 ACK")
                .transaction("re-INVITE 200 ACK")
                .transaction("+OPTIONS 200")
                .callId("two")
                .transaction("BYE 481")
                .laterUnits();
        assertEquals(List.of("INVITE 200 ACK", "re-INVITE 200 ACK", "OPTIONS(in-dialog) 200", "BYE(no-dialog) 481"),
                words(units));
    }

    @Test
    void cancelAndItsAckBelongToTheInvite() {
        HopUnits units = new HopScene().transaction("INVITE 100 180 CANCEL 487 ACK").laterUnits();
        assertEquals(List.of("INVITE 100 180 CANCEL 487 ACK"), words(units));
    }

    @Test
    void challengedInviteAndItsRepetitionAreTwoTransactions() {
        HopUnits units =
                new HopScene().transaction("INVITE 100 401 ACK").transaction("INVITE 100 200 ACK").laterUnits();
        assertEquals(List.of("INVITE/401", "INVITE/401 → INVITE/200"), order(units));
    }

    @Test
    void hopsOfOneCallAreApart() {
        HopUnits units = new HopScene().transaction(ALICE, PROXY, "INVITE 100 200 ACK")
                .transaction(PROXY, BOB, "INVITE 180 200 ACK")
                .transaction(BOB, PROXY, "+BYE 200")
                .laterUnits();
        assertEquals(List.of("INVITE/200", "INVITE/200", "INVITE/200 → BYE/200"), order(units));
    }

    @Test
    void transactionAtTheEndOfTheCaptureIsCut() {
        HopUnits units = new HopScene().call().callId("two").transaction("INVITE 100 180").units();
        assertEquals("INVITE 100 180 …", words(units).getLast());
        assertEquals("cut: cut", order(units).getLast());
    }

    @Test
    void transactionWithoutFinalResponseIsNotCutWhereItHadTime() {
        HopUnits units = new HopScene().call().callId("two").transaction("INVITE 100 180").laterUnits();
        assertEquals("INVITE 100 180", words(units).getLast());
        assertEquals("INVITE/-", order(units).getLast());
    }

    @Test
    void dialogThatBeganBeforeTheCaptureIsCutThere() {
        HopUnits units = new HopScene().transaction("+INFO 200").transaction("+BYE 200").laterUnits();
        assertEquals(List.of("INFO 200", "BYE 200"), words(units));
        assertEquals(List.of("cut: cut → INFO/200", "INFO/200 → BYE/200"), order(units));
    }

    @Test
    void responseWithoutRequestIsAUnitUnlessTheCaptureMayHideTheRequest() {
        HopScene early = new HopScene();
        assertEquals(List.of(), words(early.further(ALICE, BOB, "180 200").laterUnits()));
        HopUnits late = new HopScene().call().after(1_000).callId("two").further(ALICE, BOB, "180 200").laterUnits();
        assertEquals("(INVITE) 180 200 …", words(late).getLast());
        assertTrue(late.words().get(late.word(late.size() - 2)).isStray());
    }

    @Test
    void cancelWithoutInviteIsAUnitUnlessTheCaptureMayHideTheInvite() {
        HopUnits early = new HopScene().transaction("CANCEL").laterUnits();
        assertEquals(List.of(), words(early));
        HopUnits late = new HopScene().call().after(1_000).callId("two").transaction("CANCEL").laterUnits();
        assertTrue(words(late).getLast().startsWith("CANCEL"), words(late)::toString);
    }

    @Test
    void hopOfWhichOneDirectionIsSeenIsCut() {
        HopUnits requests = new HopScene().call().transaction(ALICE, PROXY, "INVITE").laterUnits();
        assertEquals("INVITE …", words(requests).getLast());
        HopUnits responses =
                new HopScene().call().after(1_000).callId("two").further(ALICE, PROXY, "180 200").laterUnits();
        assertEquals(2, words(responses).size());
    }

    /// Words that a capture has by itself, and beside another one of the same hosts.
    private static void assertSameBeside(Path folder, HopScene scene, HopScene other) throws IOException {
        Path file = folder.resolve("scene.pcap");
        scene.write(file);
        Path beside = folder.resolve("other.pcap");
        other.write(beside);
        List<String> alone = words(units(file));
        List<String> both = words(units(file, beside));
        List<String> elsewhere = words(units(beside));
        assertEquals(Stream.concat(alone.stream(), elsewhere.stream()).sorted().toList(),
                both.stream().sorted().toList());
    }

    private static HopUnits units(Path... files) throws IOException {
        return HopUnits.of(TransactionTable.of(CaptureIndexer.read(List.of(files), RunMonitor.NONE), RunMonitor.NONE),
                RunMonitor.NONE);
    }

    /// All that a capture of a busy host sees.
    private static HopScene busy() {
        return new HopScene().after(-5_000).calls(20).after(1_000).calls(1);
    }

    @Test
    void directionThatWasCapturedElsewhereOnlyIsCut(@TempDir Path folder) throws IOException {
        HopScene requests = new HopScene().callId("one-way").transaction("INVITE").transaction("+OPTIONS");
        assertSameBeside(folder, requests.after(1_000).transaction("OPTIONS"), busy());
    }

    @Test
    void responsesThatWereCapturedElsewhereSayNothingOfAPlaceThatSeesNone(@TempDir Path folder) throws IOException {
        HopScene few = new HopScene().callId("few");
        for (int i = 0; i < 20; i++) {
            few.transaction("OPTIONS");
        }
        assertSameBeside(folder, few.transaction("INVITE 100 180").after(1_000).transaction("OPTIONS"), busy());
    }

    @Test
    void acksThatWereCapturedElsewhereSayNothingOfAPlaceThatSeesNone(@TempDir Path folder) throws IOException {
        HopScene without = new HopScene();
        for (int i = 0; i < 20; i++) {
            without.callId("without-" + i).transaction("INVITE 200").transaction("+BYE 200");
        }
        assertSameBeside(folder, without.after(1_000).transaction("OPTIONS 200"), busy());
    }

    @Test
    void missingAckIsNotCutWhereItHadTime() {
        HopUnits units = new HopScene().call().transaction("INVITE 404").laterUnits();
        assertEquals("INVITE 404", words(units).getLast());
        assertFalse(units.words().get(units.word(2)).isCut());
    }

    private static List<String> orders(HopScene scene) {
        HopUnits units = scene.laterUnits();
        return IntStream.range(0, units.size())
                .mapToObj(unit -> units.transitions().get(units.transition(unit)))
                .filter(Transition::isJudged)
                .map(Transition::text)
                .filter(text -> text.contains("→"))
                .toList();
    }

    @Test
    void aRequestComesAgainOnceTheLastOneHasEnded() {
        assertEquals(List.of("SUBSCRIBE/405 → SUBSCRIBE/405"),
                orders(new HopScene().transaction("SUBSCRIBE 405").transaction("SUBSCRIBE 405")));
    }

    @Test
    void whatTheOtherSideSendsIsNotAgain() {
        assertEquals(List.of(), orders(
                new HopScene().transaction(ALICE, BOB, "SUBSCRIBE 405").transaction(BOB, ALICE, "SUBSCRIBE 405")));
    }

    @Test
    void whatIsSentWhileTheLastOneIsOpenIsNotAgain() {
        HopScene parallel = new HopScene().transaction("SUBSCRIBE").transaction("SUBSCRIBE 405");
        assertEquals(List.of(), orders(parallel));
        HopScene afterTimerF = new HopScene().transaction("SUBSCRIBE").after(40).transaction("SUBSCRIBE 405");
        assertEquals(List.of("SUBSCRIBE/- → SUBSCRIBE/405"), orders(afterTimerF));
    }

    @Test
    void whatAProxyPassesOnOverTheSameHopIsNotAgain() {
        HopScene hairpin = new HopScene().transaction(ALICE, PROXY, "SUBSCRIBE")
                .further(PROXY, ALICE, "SUBSCRIBE 405")
                .further(ALICE, PROXY, "405");
        assertEquals(List.of(), orders(hairpin));
    }

    @Test
    void aResponseToAckIsNamedAsThat() {
        HopScene answered = new HopScene().call().callId("acked").transaction("INVITE 200 ACK");
        HopUnits units = answered.ackAnswered(405).laterUnits();
        assertTrue(words(units).contains("(ACK) 405 …"), words(units).toString());
        assertEquals(Optional.of(Deviation.RESPONSE_TO_ACK), Deviation.of(TransactionWord.of("(ACK) 405", false)));
    }

    @Test
    void ackOfAResponseThatWasCapturedOnAnotherHopIsCut() {
        HopScene scene =
                new HopScene().transaction(ALICE, PROXY, "INVITE 180 ACK").further(PROXY, BOB, "INVITE 180 200 ACK");
        List<String> words = words(scene.laterUnits());
        assertTrue(words.contains("INVITE 180 …"), words.toString());
        assertTrue(words.contains("INVITE 180 200 ACK"), words.toString());
        assertTrue(words(new HopScene().transaction("INVITE 180 ACK").laterUnits()).contains("INVITE 180 ACK"),
                "nowhere answered");
    }
}
