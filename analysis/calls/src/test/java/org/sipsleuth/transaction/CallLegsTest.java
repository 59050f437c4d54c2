package org.sipsleuth.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.BOB;
import static org.sipsleuth.transaction.Scene.PROXY;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallLegsTest {

    private static CallLegs legs(String first, String reached, String second, String last) {
        Scene scene = new Scene().callId("a").branch("a").request(first, reached, "INVITE", 1);
        return CallLegs.of(scene.callId("b").branch("b").request(second, last, "INVITE", 1).table());
    }

    @Test
    void theCallThatAServerMakesIsALegOfTheOneThatReachedIt() {
        CallLegs legs = legs(ALICE, PROXY, PROXY, BOB);
        assertEquals(1, legs.furtherLegs());
        assertEquals(0, legs.origin(1));
        assertEquals(List.of(0, 1), legs.dialogs(0));
    }

    private static void offer(Scene scene, String from, String to, String callId, String session) {
        String sdp = "v=0\r\no=- %s IN IP4 %s\r\ns=-\r\nt=0 0\r\nm=audio 40000 RTP/AVP 0\r\n".formatted(session, from);
        scene.raw(from, to, """
                INVITE sip:200@example.org SIP/2.0
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%s
                From: <sip:100@example.org>;tag=f
                To: <sip:200@example.org>
                Call-ID: %s
                CSeq: 1 INVITE
                Content-Type: application/sdp
                Content-Length: %d

                %s""".replace("\n", "\r\n").formatted(callId, callId, sdp.length(), sdp));
    }

    /// A call, and two attempts by an address of a server that it did not reach.
    private static CallLegs attempts(Scene scene, String first, String second) {
        offer(scene, ALICE, PROXY, "a", first);
        offer(scene, "198.51.100.1", BOB, "b", second);
        offer(scene, "198.51.100.1", "198.51.100.9", "c", second);
        return CallLegs.of(scene.table());
    }

    @Test
    void theOfferThatIsPassedOnMakesALeg() {
        String session = "9323146498 32299";
        CallLegs legs = attempts(new Scene().every(10), session, session);
        assertEquals(List.of(0, 1, 2), legs.dialogs(0));
        assertEquals(1, attempts(new Scene().every(10), session, "9323146498 32300").origin(1), "another offer");
        assertEquals(3, attempts(new Scene().every(10), "1 1", "1 1").origins().size(), "counted from 1");
        assertEquals(3, attempts(new Scene().every(2_000), session, session).origins().size(), "much later");
    }

    @Test
    void numbersThatAHostRepeatsShowNoLeg() {
        String session = "53655765 2353687637";
        Scene scene = new Scene().every(10);
        offer(scene, ALICE, PROXY, "before", session);
        assertEquals(4, attempts(scene.after(5), session, session).origins().size());
    }

    @Test
    void callsOfTheSameCallerAreNone() {
        assertEquals(0, legs(ALICE, PROXY, ALICE, PROXY).furtherLegs(), "it calls again");
        assertEquals(0, legs(ALICE, ALICE, ALICE, ALICE).furtherLegs(), "both programs on one host");
        assertEquals(1, legs(ALICE, ALICE, ALICE, ALICE).origin(1));
    }
}
