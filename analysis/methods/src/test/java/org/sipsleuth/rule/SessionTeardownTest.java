package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.finding.IncidentKind.SESSION_TEARDOWN;
import static org.sipsleuth.rule.CallCapture.ALICE;
import static org.sipsleuth.rule.CallCapture.BOB;
import static org.sipsleuth.rule.CallCapture.PROXY;
import static org.sipsleuth.rule.CallCapture.THIRD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.sentence.Severity;

final class SessionTeardownTest {

    private static List<Finding> found(CallCapture capture) {
        return capture.findings(SESSION_TEARDOWN);
    }

    /// Bob accepts the BYE; Alice, who knows nothing of it, ends the call later, and gets 481.
    private static CallCapture byeOfAThirdHost() {
        return new CallCapture().answered()
                .within(THIRD, BOB, "BYE", 3, "a", "b")
                .answer(BOB, THIRD, 200, "BYE", 3, "a", "b")
                .after(5)
                .within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 481, "BYE", 3, "a", "b");
    }

    @Test
    void byeOfAThirdHostThatIsAcceptedEndsTheCall() {
        Finding finding = byeOfAThirdHost().only(SESSION_TEARDOWN);
        Observation observation = finding.observation().orElseThrow();
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(Severity.CRITICAL, finding.severity());
        assertEquals(List.of(THIRD), observation.actors().addresses());
        assertTrue(observation.victims().contains(BOB));
        assertEquals(List.of(9, 10, 11), CallCapture.keyFrames(finding));
        assertTrue(PhoneScene.sentence(finding).contains("sent 1 BYE request in calls of others"),
                PhoneScene.sentence(finding));
    }

    @Test
    void byeOfAThirdHostThatIsRefusedIsAnAttempt() {
        CallCapture capture = new CallCapture().answered()
                .within(THIRD, BOB, "BYE", 3, "a", "guessed")
                .answer(BOB, THIRD, 481, "BYE", 3, "a", "guessed")
                .after(5)
                .within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 200, "BYE", 3, "a", "b");
        Finding finding = capture.only(SESSION_TEARDOWN);
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        assertEquals(Severity.MEDIUM, finding.severity());
    }

    @Test
    void cancelOfAThirdHostEndsTheRinging() {
        CallCapture capture = new CallCapture().ringing();
        capture.via("SIP/2.0/UDP %s;branch=z9hG4bKa".formatted(ALICE));
        capture.request(THIRD, PROXY, "CANCEL", 2, "a", "")
                .response(PROXY, THIRD, 200, "CANCEL", 2, "a", "p", "a")
                .response(PROXY, ALICE, 487, "INVITE", 2, "a", "b", "a");
        Finding finding = capture.only(SESSION_TEARDOWN);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertEquals(List.of(THIRD), finding.observation().orElseThrow().actors().addresses());
    }

    /// Its address is that of the proxy; Alice's own BYE, which is written otherwise, is refused.
    @Test
    void byeWithAForgedAddressNamesNoActor() {
        CallCapture capture = new CallCapture().answered();
        capture.product("").via("SIP/2.0/UDP %s;branch=z9hG4bK-77".formatted(PROXY));
        capture.within(PROXY, BOB, "BYE", 3, "a", "b")
                .response(BOB, PROXY, 200, "BYE", 3, "a", "b", "-77")
                .after(5)
                .product(CallCapture.PHONE)
                .within(ALICE, PROXY, "BYE", 4, "a", "b")
                .answer(PROXY, ALICE, 481, "BYE", 4, "a", "b");
        Observation observation = capture.only(SESSION_TEARDOWN).observation().orElseThrow();
        assertTrue(observation.actors().areForged());
        assertEquals(List.of(), observation.actors().addresses());
    }

    /// Bob's phone accepts Alice's own BYE as well, which comes later and has the same CSeq.
    private static CallCapture endedTwice(String product, int hops, int laterCSeq) {
        CallCapture capture = new CallCapture().callId("other").request(ALICE, PROXY, "REGISTER", 1, "r", "");
        capture.answer(PROXY, ALICE, 200, "REGISTER", 1, "r", "s")
                .callId("call-1")
                .answered()
                .within(ALICE, PROXY, "INFO", 3, "a", "b")
                .answer(PROXY, ALICE, 200, "INFO", 3, "a", "b")
                .product(product)
                .hops(hops)
                .within(ALICE, PROXY, "BYE", 4, "a", "b")
                .hops(64)
                .product(CallCapture.PHONE)
                .answer(PROXY, ALICE, 200, "BYE", 4, "a", "b")
                .after(14)
                .within(ALICE, PROXY, "BYE", laterCSeq, "a", "b")
                .answer(PROXY, ALICE, 200, "BYE", laterCSeq, "a", "b");
        return capture;
    }

    @Test
    void secondByeOfThePartyShowsThatTheFirstWasForged() {
        for (Finding finding : List.of(endedTwice("", 64, 4).only(SESSION_TEARDOWN),
                endedTwice(CallCapture.PHONE, 57, 4).only(SESSION_TEARDOWN))) {
            assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
            assertTrue(finding.observation().orElseThrow().actors().areForged());
            assertTrue(PhoneScene.sentence(finding).contains("the party itself ended the call later"),
                    PhoneScene.sentence(finding));
        }
    }

    /// A phone that sends its BYE again, as written before or with the next CSeq.
    @Test
    void secondByeOfTheSameWritingOrWithAHigherCSeqIsNone() {
        assertEquals(List.of(), found(endedTwice(CallCapture.PHONE, 64, 4)));
        assertEquals(List.of(), found(endedTwice("", 64, 5)));
    }

    /// The tag is guessed, so it is refused, and the call goes on.
    @Test
    void byeWithAForgedAddressThatIsRefusedIsAnAttempt() {
        CallCapture capture = new CallCapture().answered();
        capture.within(ALICE, PROXY, "BYE", 9, "a", "guessed")
                .answer(PROXY, ALICE, 481, "BYE", 9, "a", "guessed")
                .after(20)
                .within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 200, "BYE", 3, "a", "b");
        Finding finding = capture.only(SESSION_TEARDOWN);
        Observation observation = finding.observation().orElseThrow();
        assertEquals(Outcome.ATTEMPTED, finding.statement().outcome());
        assertEquals(Severity.MEDIUM, finding.severity());
        assertTrue(observation.actors().areForged());
        assertEquals(List.of(9, 10, 11, 12), CallCapture.keyFrames(finding));
    }

    /// The tags are right, but another program wrote it; the other party ends the call later.
    @Test
    void refusedByeOfAnotherProgramIsAnAttempt() {
        CallCapture capture = new CallCapture().answered();
        capture.product("Tool/2")
                .within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 481, "BYE", 3, "a", "b")
                .product(CallCapture.PHONE)
                .after(20)
                .within(BOB, PROXY, "BYE", 1, "b", "a")
                .answer(PROXY, BOB, 200, "BYE", 1, "b", "a");
        assertEquals(Outcome.ATTEMPTED, capture.only(SESSION_TEARDOWN).statement().outcome());
    }

    /// A phone that corrects its own BYE, and one whose BYE crossed the other party's.
    @Test
    void refusedByeOfTheSameProgramIsNone() {
        CallCapture corrected = new CallCapture().answered();
        corrected.within(ALICE, PROXY, "BYE", 2, "a", "b")
                .answer(PROXY, ALICE, 481, "BYE", 2, "a", "b")
                .after(2)
                .within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 200, "BYE", 3, "a", "b");
        assertEquals(List.of(), found(corrected));
        CallCapture crossed = new CallCapture().answered();
        crossed.within(BOB, PROXY, "BYE", 1, "b", "a")
                .answer(PROXY, BOB, 200, "BYE", 1, "b", "a")
                .within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 481, "BYE", 3, "a", "b");
        assertEquals(List.of(), found(crossed));
    }

    /// A session border controller that ends a call by a BYE of its own writing, too late.
    @Test
    void refusedByeOfABackToBackAgentAfterTheCallIsNone() {
        CallCapture capture = new CallCapture().answered();
        capture.within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 200, "BYE", 3, "a", "b")
                .product("Border/1")
                .via("SIP/2.0/UDP %s;branch=z9hG4bK-77".formatted(PROXY));
        capture.within(PROXY, BOB, "BYE", 9, "a", "b").response(BOB, PROXY, 481, "BYE", 9, "a", "b", "-77");
        assertEquals(List.of(), found(capture));
    }

    /// An accepted BYE of another program from Alice's address, between others of hers.
    private static CallCapture byeAfter(int usualHops, int hops, int laterHops, String product) {
        CallCapture capture = new CallCapture().hops(usualHops).answered();
        capture.within(ALICE, PROXY, "INFO", 3, "a", "b")
                .answer(PROXY, ALICE, 200, "INFO", 3, "a", "b")
                .within(ALICE, PROXY, "INFO", 4, "a", "b")
                .answer(PROXY, ALICE, 200, "INFO", 4, "a", "b")
                .product(product)
                .hops(hops)
                .within(ALICE, PROXY, "BYE", 5, "a", "b")
                .hops(laterHops)
                .product(CallCapture.PHONE)
                .answer(PROXY, ALICE, 200, "BYE", 5, "a", "b");
        return capture.registrant("alice")
                .callId("other")
                .request(ALICE, PROXY, "REGISTER", 1, "r", "")
                .answer(PROXY, ALICE, 200, "REGISTER", 1, "r", "s");
    }

    @Test
    void byeOfAnotherProgramThatCameAnotherWayIsForged() {
        Finding finding = byeAfter(64, 57, 64, "Tool/2").only(SESSION_TEARDOWN);
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertTrue(finding.observation().orElseThrow().actors().areForged());
        assertTrue(finding.statement().explanation().text().contains("another hop limit"),
                finding.statement().explanation().text());
    }

    /// The same program; the same way; a way that changes for good.
    @Test
    void byeOfAnotherProgramOrAnotherWayAloneIsNone() {
        assertEquals(List.of(), found(byeAfter(64, 57, 64, CallCapture.PHONE)));
        assertEquals(List.of(), found(byeAfter(64, 64, 64, "Tool/2")));
        assertEquals(List.of(), found(byeAfter(64, 57, 57, "Tool/2")));
    }

    /// Two ways from the start, as by two routers or from two phones behind one address.
    @Test
    void byeFromAnAddressWithTwoHopLimitsIsNone() {
        CallCapture capture = new CallCapture().hops(57);
        capture.callId("first").request(ALICE, PROXY, "REGISTER", 1, "r", "");
        capture.answer(PROXY, ALICE, 200, "REGISTER", 1, "r", "s").callId("call-1").hops(64);
        capture.answered()
                .product("Tool/2")
                .hops(57)
                .within(ALICE, PROXY, "BYE", 5, "a", "b")
                .hops(64)
                .answer(PROXY, ALICE, 200, "BYE", 5, "a", "b")
                .product(CallCapture.PHONE)
                .callId("other")
                .request(ALICE, PROXY, "REGISTER", 1, "r", "")
                .answer(PROXY, ALICE, 200, "REGISTER", 1, "r", "s");
        assertEquals(List.of(), found(capture));
    }

    @Test
    void byeOfAPartyThroughItsProxyIsNone() {
        CallCapture capture = new CallCapture().answered()
                .within(ALICE, PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, ALICE, 200, "BYE", 3, "a", "b");
        assertEquals(List.of(), found(capture));
    }

    /// The capture is made at Alice, and Bob's address is known from his Contact only.
    @Test
    void byeStraightFromTheOtherPartyIsNone() {
        CallCapture capture = new CallCapture();
        capture.media(ALICE).with("Contact: <sip:alice@%s>\r\n".formatted(ALICE));
        capture.request(ALICE, PROXY, "INVITE", 2, "a", "");
        capture.media(BOB).with("Contact: <sip:bob@%s>\r\nServer: Other/1\r\n".formatted(BOB));
        capture.answer(PROXY, ALICE, 200, "INVITE", 2, "a", "b")
                .within(ALICE, BOB, "ACK", 2, "a", "b")
                .product("Other/2")
                .within(BOB, ALICE, "BYE", 1, "b", "a")
                .answer(ALICE, BOB, 200, "BYE", 1, "b", "a");
        assertEquals(List.of(), found(capture));
    }

    /// Alice's phone goes from one network to another, and hangs up there.
    @Test
    void byeOfAPhoneThatChangedItsAddressIsNone() {
        CallCapture capture = new CallCapture().answered()
                .within("198.51.100.7", PROXY, "BYE", 3, "a", "b")
                .answer(PROXY, "198.51.100.7", 200, "BYE", 3, "a", "b");
        assertEquals(List.of(), found(capture));
    }

    @Test
    void aCaptureThatBeginsWithinTheCallShowsNothing() {
        CallCapture capture = new CallCapture().within(ALICE, PROXY, "INFO", 3, "a", "b")
                .answer(PROXY, ALICE, 200, "INFO", 3, "a", "b")
                .product("Other/2")
                .within(THIRD, PROXY, "BYE", 4, "a", "b")
                .answer(PROXY, THIRD, 200, "BYE", 4, "a", "b");
        assertEquals(List.of(), found(capture));
    }

    /// The proxy forked the INVITE, and cancels one branch when the other is answered.
    @Test
    void cancelThatAProxyMakesIsNone() {
        CallCapture capture = new CallCapture().ringing();
        capture.via("SIP/2.0/UDP %s;branch=z9hG4bK1".formatted(PROXY));
        capture.request(PROXY, BOB, "CANCEL", 2, "a", "")
                .response(BOB, PROXY, 200, "CANCEL", 2, "a", "b", "1")
                .response(BOB, PROXY, 487, "INVITE", 2, "a", "b", "1.a");
        assertEquals(List.of(), found(capture));
    }

    /// Another proxy of the same provider passes on what Alice sends.
    @Test
    void byeThatAnotherProxyPassesOnIsNone() {
        CallCapture capture = new CallCapture().answered();
        capture.via("SIP/2.0/UDP 10.0.0.2;branch=z9hG4bK9", "SIP/2.0/UDP %s;branch=z9hG4bKa9".formatted(ALICE));
        capture.product("Proxy/3")
                .within("10.0.0.2", BOB, "BYE", 3, "a", "b")
                .response(BOB, "10.0.0.2", 200, "BYE", 3, "a", "b", "9.a9");
        assertEquals(List.of(), found(capture));
    }

    /// One caller cancels; of another one, somebody else does under its address.
    @Test
    void cancelWithoutTheRouteAndProgramOfItsInviteIsForged() {
        CallCapture capture = new CallCapture();
        cancelled(capture.callId("call-1"), "10.0.0.23", CallCapture.PHONE, ROUTE);
        cancelled(capture.callId("call-2"), ALICE, "", "");
        Finding finding = capture.only(SESSION_TEARDOWN);
        Observation observation = finding.observation().orElseThrow();
        assertEquals(Outcome.SUCCEEDED, finding.statement().outcome());
        assertTrue(observation.actors().areForged());
        assertEquals(List.of(), observation.actors().addresses());
        assertTrue(observation.victims().contains(PROXY));
        assertTrue(PhoneScene.sentence(finding).contains("1 CANCEL request with the address"),
                PhoneScene.sentence(finding));
    }

    /// All CANCELs of the program are so; or only one field is omitted.
    @Test
    void cancelAsTheProgramWritesItIsNone() {
        CallCapture all = new CallCapture();
        cancelled(all.callId("call-1"), "10.0.0.23", "", "");
        cancelled(all.callId("call-2"), ALICE, "", "");
        assertEquals(List.of(), found(all));
        CallCapture one = new CallCapture();
        cancelled(one.callId("call-1"), "10.0.0.23", CallCapture.PHONE, ROUTE);
        cancelled(one.callId("call-2"), ALICE, "", ROUTE);
        assertEquals(List.of(), found(one));
    }

    @Test
    void cancelOfAnotherProgramThatCameAnotherWayIsForged() {
        for (int hops : new int[]{57, 64}) {
            CallCapture capture = new CallCapture().registrant("alice").callId("first");
            for (int i = 1; i <= 4; i++) {
                capture.request(ALICE, PROXY, "REGISTER", i, "r", "")
                        .answer(PROXY, ALICE, 200, "REGISTER", i, "r", "s");
            }
            invite(capture.callId("call-1"), ALICE).hops(hops);
            cancel(capture, ALICE, "", ROUTE).hops(64).callId("other");
            capture.request(ALICE, PROXY, "REGISTER", 1, "r", "").answer(PROXY, ALICE, 200, "REGISTER", 1, "r", "s");
            assertEquals(hops == 57 ? 1 : 0, found(capture).size());
        }
    }

    private static final String ROUTE = "Route: <sip:10.0.0.1;lr>\r\n";

    private static void cancelled(CallCapture capture, String caller, String product, String more) {
        cancel(invite(capture, caller), caller, product, more);
    }

    private static CallCapture invite(CallCapture capture, String caller) {
        capture.media(caller).with(ROUTE).via(branch(caller));
        return capture.product(CallCapture.PHONE).request(caller, PROXY, "INVITE", 2, "a", "");
    }

    private static CallCapture cancel(CallCapture capture, String caller, String product, String more) {
        capture.product(product).with(more).via(branch(caller));
        return capture.request(caller, PROXY, "CANCEL", 2, "a", "")
                .product(CallCapture.PHONE)
                .hops(64)
                .response(PROXY, caller, 200, "CANCEL", 2, "a", "p", "a")
                .response(PROXY, caller, 487, "INVITE", 2, "a", "p", "a");
    }

    private static String branch(String caller) {
        return "SIP/2.0/UDP %s;branch=z9hG4bKa".formatted(caller);
    }
}
