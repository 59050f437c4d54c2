package org.sipsleuth.dialog.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.transaction.TransactionTable;

/// Legs that a server stopped, and calls that go on under another Call-ID. In each scene Alice calls
/// through a PBX, which calls phones under Call-IDs of its own.
class SiblingLegsTest {

    private static final String ALICE = "192.0.2.11";
    private static final String PBX = "192.0.2.1";
    private static final String BERTA = "192.0.2.21";
    private static final String CARLA = "192.0.2.22";
    private static final String DORIS = "192.0.2.23";

    private static final String ELSEWHERE = "cancelled: answered elsewhere (487)";
    private static final String BY_CALLER = "cancelled: cancelled by the caller (487)";
    private static final String BY_SERVER = "cancelled: stopped by the server (487)";

    private final Scene scene = new Scene().every(20);

    private SiblingLegsTest leg(String callId, String user) {
        scene.callId(callId).branch(callId).user(user);
        return this;
    }

    private SiblingLegsTest invite(String callId, String user, String from, String to) {
        leg(callId, user).scene.request(from, to, "INVITE", 1).response(to, from, 100, "INVITE", 1);
        scene.response(to, from, 180, "INVITE", 1);
        return this;
    }

    private SiblingLegsTest answer(String callId, String user, String from, String to) {
        leg(callId, user).scene.response(to, from, 200, "INVITE", 1).withinDialog();
        scene.branch(callId + "-ack").request(from, to, "ACK", 1);
        return this;
    }

    private SiblingLegsTest refuse(String callId, String user, String from, String to, int status) {
        leg(callId, user).scene.response(to, from, status, "INVITE", 1).request(from, to, "ACK", 1);
        return this;
    }

    private SiblingLegsTest cancel(String callId, String user, String from, String to) {
        leg(callId, user).scene.request(from, to, "CANCEL", 1).response(to, from, 200, "CANCEL", 1);
        return refuse(callId, user, from, to, 487);
    }

    private SiblingLegsTest after(long seconds) {
        scene.after(seconds);
        return this;
    }

    private static String calls(SipIndex index) {
        CallRecords calls =
                CapturedCalls.withWithheld(TransactionTable.of(index, RunMonitor.NONE), UserNames.AS_WRITTEN, _ -> true)
                        .records();
        DialogCalls counted = new DialogCalls(new org.sipsleuth.dialog.sight.Sight(index));
        int all = IntStream.range(0, index.dialogs().size()).map(dialog -> counted.of(dialog).size()).sum();
        long answered = IntStream.range(0, calls.size()).filter(calls::isAnswered).count();
        return "%d calls, %d answered; %d in statistics".formatted(calls.size(), answered, all);
    }

    /// The outcomes in the order of the dialogs, and the calls.
    private void assertOutcomes(String calls, String... outcomes) {
        SipIndex index = scene.index();
        OutcomeReader reader = new OutcomeReader(index);
        assertEquals(Stream.of(outcomes).toList(),
                IntStream.range(0, index.dialogs().size()).mapToObj(dialog -> reader.of(dialog).text()).toList());
        assertEquals(calls, calls(index));
    }

    @Test
    void theReasonNamesTheOtherDialog() {
        ringing().answer("c", "carla", PBX, CARLA).cancel("b", "berta", PBX, BERTA);
        assertEquals("answered in frame 10 with Call-ID c", reason(scene.index(), 1));
        Scene moved = new SiblingLegsTest().redirected("sip:carla@192.0.2.22").invite("c", "carla", PBX, CARLA).scene;
        assertEquals("followed after 40 ms in frame 4 with Call-ID c", reason(moved.index(), 0));
    }

    private static String reason(SipIndex index, int dialog) {
        return new EndReasons(index, new MessageTexts(index)).of(dialog, new OutcomeReader(index).of(dialog));
    }

    private static final String ONE = "1 calls, 1 answered; 1 in statistics";
    private static final String ONE_LOST = "1 calls, 0 answered; 1 in statistics";
    private static final String UP = "established: not captured";

    private SiblingLegsTest ringing() {
        return invite("in", "600", ALICE, PBX).invite("b", "berta", PBX, BERTA).invite("c", "carla", PBX, CARLA);
    }

    @Test
    void aLegStopsRingingWhenAnotherPhoneAnswered() {
        ringing().after(5)
                .answer("c", "carla", PBX, CARLA)
                .cancel("b", "berta", PBX, BERTA)
                .answer("in", "600", ALICE, PBX)
                .assertOutcomes(ONE, UP, ELSEWHERE, UP);
    }

    @Test
    void theServerMayAnswerTheCallerFirst() {
        ringing().after(5)
                .answer("c", "carla", PBX, CARLA)
                .answer("in", "600", ALICE, PBX)
                .after(0)
                .cancel("b", "berta", PBX, BERTA)
                .assertOutcomes(ONE, UP, ELSEWHERE, UP);
    }

    @Test
    void theServerMayCancelBeforeItHasTheAnswer() {
        ringing().after(5)
                .cancel("b", "berta", PBX, BERTA)
                .answer("c", "carla", PBX, CARLA)
                .answer("in", "600", ALICE, PBX)
                .assertOutcomes(ONE, UP, ELSEWHERE, UP);
    }

    @Test
    void onlyTheLegsOfTheServerAreCaptured() {
        invite("b", "berta", PBX, BERTA).invite("c", "carla", PBX, CARLA)
                .invite("d", "doris", PBX, DORIS)
                .after(5)
                .answer("c", "carla", PBX, CARLA)
                .cancel("b", "berta", PBX, BERTA)
                .cancel("d", "doris", PBX, DORIS)
                .assertOutcomes(ONE, ELSEWHERE, UP, ELSEWHERE);
    }

    @Test
    void theServerAnswersTheCallItself() {
        ringing().after(20)
                .cancel("b", "berta", PBX, BERTA)
                .cancel("c", "carla", PBX, CARLA)
                .answer("in", "600", ALICE, PBX)
                .assertOutcomes(ONE, UP, ELSEWHERE, ELSEWHERE);
    }

    @Test
    void aLegThatIsEndedByByeIsStoppedToo() {
        ringing().after(5).answer("c", "carla", PBX, CARLA).leg("b", "berta");
        scene.withinDialog().branch("bye").request(PBX, BERTA, "BYE", 2).response(BERTA, PBX, 200, "BYE", 2);
        refuse("b", "berta", PBX, BERTA, 487).answer("in", "600", ALICE, PBX)
                .assertOutcomes(ONE, UP, "early dialog ended: answered elsewhere (487)", UP);
    }

    @Test
    void theServerMayShowTheGroupAsTheCaller() {
        invite("in", "600", ALICE, PBX);
        scene.caller("sip:600@example.org");
        invite("b", "berta", PBX, BERTA).invite("c", "carla", PBX, CARLA).after(5).answer("c", "carla", PBX, CARLA);
        cancel("b", "berta", PBX, BERTA);
        scene.caller("sip:100@example.org");
        answer("in", "600", ALICE, PBX).assertOutcomes(ONE, UP, ELSEWHERE, UP);
    }

    @Test
    void theServerMayHaveAnAddressOnEachSide() {
        invite("in", "600", ALICE, "198.51.100.1").invite("b", "berta", PBX, BERTA)
                .invite("c", "carla", PBX, CARLA)
                .after(5)
                .answer("c", "carla", PBX, CARLA)
                .cancel("b", "berta", PBX, BERTA)
                .answer("in", "600", ALICE, "198.51.100.1")
                .assertOutcomes(ONE, UP, ELSEWHERE, UP);
    }

    @Test
    void callerAndPhonesMayBeBehindOneAddress() {
        invite("in", "600", BERTA, PBX).invite("b", "berta", PBX, BERTA)
                .invite("c", "carla", PBX, BERTA)
                .after(15)
                .cancel("b", "berta", PBX, BERTA)
                .after(5)
                .answer("c", "carla", PBX, BERTA)
                .answer("in", "600", BERTA, PBX)
                .assertOutcomes(ONE, UP, BY_SERVER, UP);
    }

    private void local(int from, int to, String start, String callId, String user, String method) {
        String text = (start + "\nVia: SIP/2.0/UDP h;branch=z9hG4bK" + callId + "\nFrom: <sip:100@h>;tag=f\nTo: <sip:"
                + user + "@h>" + (method.equals("INVITE") ? "" : ";tag=t") + "\nCall-ID: " + callId + "\nCSeq: 1 "
                + (method.equals("CANCEL") ? "CANCEL" : "INVITE") + "\n\n").replace("\n", "\r\n");
        byte[] sip = text.getBytes(StandardCharsets.UTF_8);
        scene.frame(Packets.ethernet(0x0800, Packets.ipv4("127.0.0.1", "127.0.0.1", 17, Packets.udp(from, to, sip))));
    }

    @Test
    void programsOnOneHostAreKnownByTheirPorts() {
        local(5070, 5060, "INVITE sip:600@h SIP/2.0", "in", "600", "INVITE");
        local(5060, 5081, "INVITE sip:berta@h SIP/2.0", "b", "berta", "INVITE");
        local(5060, 5082, "INVITE sip:carla@h SIP/2.0", "c", "carla", "INVITE");
        local(5082, 5060, "SIP/2.0 200 OK", "c", "carla", "200");
        local(5060, 5070, "SIP/2.0 200 OK", "in", "600", "200");
        local(5060, 5081, "CANCEL sip:berta@h SIP/2.0", "b", "berta", "CANCEL");
        local(5081, 5060, "SIP/2.0 487 Gone", "b", "berta", "487");
        assertOutcomes(ONE, UP, ELSEWHERE, UP);
    }

    @Test
    void theAnswerOfAnotherCallOfTheSameCallerExplainsNothing() {
        invite("in", "600", ALICE, PBX).invite("b", "berta", PBX, BERTA)
                .after(10)
                .invite("in2", "700", ALICE, PBX)
                .invite("c", "carla", PBX, CARLA)
                .after(5)
                .cancel("b", "berta", PBX, BERTA)
                .answer("c", "carla", PBX, CARLA)
                .answer("in2", "700", ALICE, PBX)
                .after(5)
                .refuse("in", "600", ALICE, PBX, 480)
                .assertOutcomes("3 calls, 2 answered; 3 in statistics", "refused: temporarily unavailable (480)",
                        BY_SERVER, UP, UP);
    }

    @Test
    void whoCallsTheSamePhoneTwiceCancelsByItself() {
        invite("b", "berta", PBX, BERTA).after(2)
                .invite("c", "berta", PBX, BERTA)
                .answer("c", "berta", PBX, BERTA)
                .cancel("b", "berta", PBX, BERTA)
                .assertOutcomes("2 calls, 1 answered; 2 in statistics", BY_CALLER, UP);
    }

    @Test
    void whoHangsUpWhileAGroupRingsCancelsAllLegs() {
        ringing().after(5)
                .cancel("in", "600", ALICE, PBX)
                .cancel("b", "berta", PBX, BERTA)
                .cancel("c", "carla", PBX, CARLA)
                .assertOutcomes("3 calls, 0 answered; 3 in statistics", BY_CALLER, BY_CALLER, BY_CALLER);
    }

    @Test
    void whoHangsUpAloneCancels() {
        invite("b", "berta", PBX, BERTA).after(5)
                .cancel("b", "berta", PBX, BERTA)
                .after(5)
                .invite("c", "carla", PBX, CARLA)
                .answer("c", "carla", PBX, CARLA)
                .assertOutcomes("2 calls, 1 answered; 2 in statistics", BY_CALLER, UP);
    }

    @Test
    void theAnswerOfAnotherCallerExplainsNothing() {
        invite("b", "berta", PBX, BERTA);
        scene.caller("sip:101@example.org");
        invite("c", "carla", PBX, CARLA).after(5).answer("c", "carla", PBX, CARLA);
        scene.caller("sip:100@example.org");
        cancel("b", "berta", PBX, BERTA).assertOutcomes("2 calls, 1 answered; 2 in statistics", BY_CALLER, UP);
    }

    @Test
    void aSourceOfManyAnsweredCallsCancelsByItself() {
        invite("b", "berta", PBX, BERTA).invite("c", "carla", PBX, CARLA)
                .invite("d", "doris", PBX, DORIS)
                .answer("d", "doris", PBX, DORIS)
                .after(5)
                .answer("c", "carla", PBX, CARLA)
                .cancel("b", "berta", PBX, BERTA)
                .assertOutcomes("3 calls, 2 answered; 3 in statistics", BY_CALLER, UP, UP);
    }

    @Test
    void aHuntGroupGoesOnToTheNextPhone() {
        invite("in", "600", ALICE, PBX).invite("b", "berta", PBX, BERTA)
                .after(15)
                .cancel("b", "berta", PBX, BERTA)
                .invite("c", "carla", PBX, CARLA)
                .after(5)
                .answer("c", "carla", PBX, CARLA)
                .answer("in", "600", ALICE, PBX)
                .assertOutcomes(ONE, UP, BY_SERVER, UP);
    }

    @Test
    void aServerGivesUpWhenNobodyAnswers() {
        invite("in", "600", ALICE, PBX).invite("b", "berta", PBX, BERTA)
                .after(30)
                .cancel("b", "berta", PBX, BERTA)
                .refuse("in", "600", ALICE, PBX, 480)
                .assertOutcomes(ONE_LOST, "refused: temporarily unavailable (480)", BY_SERVER);
    }

    @Test
    void whoHangsUpAtTheSecondPhoneOfAHuntGroupDidNotStopTheFirst() {
        invite("in", "600", ALICE, PBX).invite("b", "berta", PBX, BERTA)
                .after(15)
                .cancel("b", "berta", PBX, BERTA)
                .invite("c", "carla", PBX, CARLA)
                .after(5)
                .cancel("in", "600", ALICE, PBX)
                .cancel("c", "carla", PBX, CARLA)
                .assertOutcomes(ONE_LOST, BY_CALLER, BY_SERVER, BY_CALLER);
    }

    @Test
    void aCallThatIsPickedUpIsAnsweredElsewhere() {
        invite("b", "berta", PBX, BERTA).after(5);
        scene.caller("sip:carla@example.org").more("Replaces: b;to-tag=t;from-tag=f;early-only\r\n");
        leg("pickup", "berta").scene.request(CARLA, PBX, "INVITE", 1);
        scene.more("");
        answer("pickup", "berta", CARLA, PBX);
        scene.caller("sip:100@example.org");
        cancel("b", "berta", PBX, BERTA).assertOutcomes(ONE, ELSEWHERE, UP);
    }

    /// A proxy lets two phones ring under one Call-ID.
    private SiblingLegsTest forked() {
        leg("f", "600").scene.branch("1").request(PBX, BERTA, "INVITE", 1).response(BERTA, PBX, 180, "INVITE", 1);
        scene.branch("2").request(PBX, CARLA, "INVITE", 1).response(CARLA, PBX, 180, "INVITE", 1);
        return after(5);
    }

    private SiblingLegsTest branchCancelled(String branch, String phone) {
        scene.branch(branch).request(PBX, phone, "CANCEL", 1).response(phone, PBX, 200, "CANCEL", 1);
        scene.response(phone, PBX, 487, "INVITE", 1).request(PBX, phone, "ACK", 1);
        return this;
    }

    @Test
    void theSecondBranchOfAForkAnswers() {
        forked().scene.branch("2").response(CARLA, PBX, 200, "INVITE", 1);
        branchCancelled("1", BERTA).assertOutcomes(ONE, UP);
    }

    @Test
    void theFirstBranchOfAForkAnswers() {
        forked().scene.branch("1").response(BERTA, PBX, 200, "INVITE", 1);
        branchCancelled("2", CARLA).assertOutcomes(ONE, UP);
    }

    @Test
    void bothBranchesOfAForkAreCancelled() {
        forked().branchCancelled("1", BERTA).branchCancelled("2", CARLA).assertOutcomes(ONE_LOST, BY_CALLER);
    }

    @Test
    void aCancelThatStatesThatTheCallerDidSoIsBelieved() {
        ringing().after(5).answer("c", "carla", PBX, CARLA);
        scene.more("Reason: SIP;cause=487;text=\"ORIGINATOR_CANCEL\"\r\n");
        leg("b", "berta").scene.request(PBX, BERTA, "CANCEL", 1).more("").response(BERTA, PBX, 200, "CANCEL", 1);
        refuse("b", "berta", PBX, BERTA, 487).assertOutcomes("3 calls, 1 answered; 3 in statistics",
                "ringing: not captured", BY_CALLER, UP);
    }

    private static final String FOLLOWED = "continued: under another Call-ID";

    private SiblingLegsTest redirected(String contact) {
        leg("b", "berta").scene.request(PBX, BERTA, "INVITE", 1).more("Contact: <%s>\r\n".formatted(contact));
        scene.response(BERTA, PBX, 302, "INVITE", 1).more("").request(PBX, BERTA, "ACK", 1);
        return this;
    }

    @Test
    void aRedirectionIsFollowedUnderAnotherCallId() {
        redirected("sip:carla@192.0.2.22").invite("c", "carla", PBX, CARLA)
                .answer("c", "carla", PBX, CARLA)
                .assertOutcomes(ONE, FOLLOWED + " (302)", UP);
    }

    @Test
    void whoSaysFromWhereItWasDivertedFollows() {
        redirected("sip:0049301234@gateway.example");
        scene.more("Diversion: <sip:berta@example.org>;reason=unconditional\r\n");
        leg("c", "+49301234;npdi").scene.request(PBX, CARLA, "INVITE", 1).more("");
        answer("c", "+49301234;npdi", PBX, CARLA).assertOutcomes(ONE, FOLLOWED + " (302)", UP);
    }

    @Test
    void aContactWithoutUserIsFollowedToItsHost() {
        redirected("sip:192.0.2.22").invite("c", "berta", PBX, CARLA)
                .answer("c", "berta", PBX, CARLA)
                .assertOutcomes(ONE, FOLLOWED + " (302)", UP);
    }

    @Test
    void theCallerFollowsWhatAServerPassedOn() {
        leg("in", "berta").scene.request(ALICE, PBX, "INVITE", 1);
        redirected("sip:carla@192.0.2.22").leg("in", "berta");
        scene.more("Contact: <sip:carla@192.0.2.22>\r\n").response(PBX, ALICE, 302, "INVITE", 1).more("");
        scene.request(ALICE, PBX, "ACK", 1);
        invite("c", "carla", ALICE, CARLA).answer("c", "carla", ALICE, CARLA)
                .assertOutcomes(ONE, FOLLOWED + " (302)", FOLLOWED + " (302)", UP);
    }

    @Test
    void aRedirectionThatNobodyFollowsStaysSo() {
        redirected("sip:carla@192.0.2.22").assertOutcomes(ONE_LOST, "redirected: moved (302)");
    }

    @Test
    void anotherNumberDoesNotFollow() {
        redirected("sip:carla@192.0.2.22").invite("d", "doris", PBX, DORIS)
                .assertOutcomes("2 calls, 0 answered; 2 in statistics", "redirected: moved (302)",
                        "ringing: not captured");
    }

    @Test
    void aStrangerDoesNotFollow() {
        redirected("sip:carla@192.0.2.22").invite("c", "carla", ALICE, CARLA)
                .assertOutcomes("2 calls, 0 answered; 2 in statistics", "redirected: moved (302)",
                        "ringing: not captured");
    }

    @Test
    void whoCallsTheContactMuchLaterDoesNotFollow() {
        redirected("sip:carla@192.0.2.22").after(20)
                .invite("c", "carla", PBX, CARLA)
                .assertOutcomes("2 calls, 0 answered; 2 in statistics", "redirected: moved (302)",
                        "ringing: not captured");
    }

    private SiblingLegsTest challenged() {
        leg("one", "berta").scene.request(ALICE, PBX, "INVITE", 1).response(PBX, ALICE, 407, "INVITE", 1);
        scene.request(ALICE, PBX, "ACK", 1);
        return leg("two", "berta");
    }

    @Test
    void credentialsMayComeUnderAnotherCallId() {
        challenged().scene.more(Scene.credentials("100")).request(ALICE, PBX, "INVITE", 2).more("");
        scene.response(PBX, ALICE, 200, "INVITE", 2).withinDialog().request(ALICE, PBX, "ACK", 2);
        assertOutcomes(ONE, FOLLOWED + " (407)", UP);
    }

    @Test
    void whoCallsAgainWithoutCredentialsDoesNotAnswerTheChallenge() {
        challenged().scene.request(ALICE, PBX, "INVITE", 1).response(PBX, ALICE, 407, "INVITE", 1);
        assertOutcomes("2 calls, 0 answered; 2 in statistics", "refused: authentication required (407)",
                "refused: authentication required (407)");
    }

    private SiblingLegsTest incomplete(String callId, String number) {
        leg(callId, number).scene.request(ALICE, PBX, "INVITE", 1).response(PBX, ALICE, 484, "INVITE", 1);
        scene.request(ALICE, PBX, "ACK", 1);
        return this;
    }

    @Test
    void digitsFollowUnderOtherCallIds() {
        incomplete("one", "0301").after(3).incomplete("two", "03012").after(3).leg("three", "030123");
        scene.request(ALICE, PBX, "INVITE", 1);
        answer("three", "030123", ALICE, PBX).assertOutcomes(ONE, FOLLOWED + " (484)", FOLLOWED + " (484)", UP);
    }

    @Test
    void digitsFollowUnderTheSameCallId() {
        incomplete("one", "0301").after(3).leg("one", "03012").scene.branch("more").request(ALICE, PBX, "INVITE", 2);
        scene.response(PBX, ALICE, 200, "INVITE", 2).withinDialog().branch("ack").request(ALICE, PBX, "ACK", 2);
        assertOutcomes(ONE, UP);
    }

    @Test
    void anotherNumberIsNoMoreDigits() {
        incomplete("one", "0301").after(3)
                .incomplete("two", "0402")
                .assertOutcomes("2 calls, 0 answered; 2 in statistics", "refused: not found (484)",
                        "refused: not found (484)");
    }
}
