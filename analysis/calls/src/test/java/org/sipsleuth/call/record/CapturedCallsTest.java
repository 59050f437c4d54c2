package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sipsleuth.transaction.CallLegs;
import org.sipsleuth.transaction.Scene;

final class CapturedCallsTest {

    @Test
    void aCallIsOneOverItsHopsAndItsTries() {
        Scene scene = new Scene();
        scene.every(1_000).user("200").callId("one").branch("a");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.response(Scene.PROXY, Scene.ALICE, 401, "INVITE", 1);
        scene.request(Scene.ALICE, Scene.PROXY, "ACK", 1);
        scene.branch("b").more(Scene.credentials("100"));
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 2);
        scene.more("").branch("c").request(Scene.PROXY, Scene.BOB, "INVITE", 2);
        scene.response(Scene.BOB, Scene.PROXY, 200, "INVITE", 2);
        scene.branch("b").response(Scene.PROXY, Scene.ALICE, 200, "INVITE", 2);
        scene.after(30).withinDialog().branch("d").request(Scene.ALICE, Scene.PROXY, "BYE", 3);
        scene.response(Scene.PROXY, Scene.ALICE, 200, "BYE", 3);
        CallRecords calls = CapturedCalls.of(scene.table(), UserNames.AS_WRITTEN);
        assertEquals(1, calls.size());
        assertEquals(List.of("100", "200"), calls.users());
        assertEquals(0, calls.caller(0));
        assertEquals(1, calls.callee(0));
        assertTrue(calls.isAnswered(0));
        assertEquals(31_000, calls.talkMillis(0), 2_000);
        assertEquals(0, calls.origin(0));
    }

    @Test
    void refusedCallsAreNotAnsweredAndServiceCodesAreNoUsers() {
        Scene scene = new Scene();
        scene.every(1_000).user("200").callId("one").branch("a");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.response(Scene.PROXY, Scene.ALICE, 486, "INVITE", 1);
        scene.user("*98").callId("two").branch("b");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.response(Scene.PROXY, Scene.ALICE, 200, "INVITE", 1);
        CallRecords calls = CapturedCalls.of(scene.table(), UserNames.AS_WRITTEN);
        assertEquals(1, calls.size());
        assertFalse(calls.isAnswered(0));
    }

    @Test
    void aServerThatCallsOnMakesNoCallOfItsOwn() {
        Scene scene = new Scene();
        scene.every(100).user("200").callId("first").branch("a");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.callId("second").branch("b").request(Scene.PROXY, Scene.STRANGER, "INVITE", 1);
        scene.callId("third").branch("c").request(Scene.STRANGER, Scene.BOB, "INVITE", 1);
        scene.callId("fourth").branch("d").request(Scene.PROXY, Scene.BOB, "INVITE", 1);
        scene.after(10).callId("fifth").branch("e").request(Scene.PROXY, Scene.BOB, "INVITE", 1);
        CallRecords calls = CapturedCalls.of(scene.table(), UserNames.AS_WRITTEN);
        assertEquals(2, calls.size(), "the one of ALICE, and one ten seconds later");
        CallLegs legs = CallLegs.of(scene.table());
        assertEquals(List.of(0, 1, 2, 3), legs.dialogs(calls.origin(0)));
        assertEquals(List.of(4), legs.dialogs(calls.origin(1)));
    }

    @Test
    void aCallerWhoTriesAgainMakesTwoCalls() {
        Scene scene = new Scene();
        scene.every(100).user("200").callId("first").branch("a");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.callId("second").branch("b").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        assertEquals(2, CapturedCalls.of(scene.table(), UserNames.AS_WRITTEN).size());
    }

    /// From hides the caller in one of these ways, and one hop of one leg names it in one of those.
    @Test
    void aWithheldCallerIsTheOneThatTheNetworkAsserts() {
        List<String> hidden = List.of("sip:anonymous@anonymous.invalid", "sip:Anonymous@192.0.2.9",
                "sip:Restricted@192.0.2.9", "sip:unavailable@unknown.invalid", "sip:192.0.2.9");
        List<String> asserted = List.of("P-Asserted-Identity: <sip:+15550100@example.org>\r\n",
                "P-Asserted-Identity: \"N\" <tel:+1-555-0100>\r\nPrivacy: id\r\n",
                "P-Asserted-Identity: <sip:anonymous@x>, <tel:+15550100>\r\n",
                "Remote-Party-ID: <sip:+15550100@x>;party=calling;privacy=full\r\n",
                "Remote-Party-ID: <sip:7@x>;party=called\r\nP-Asserted-Identity: <sip:+15550100;npdi@x>\r\n");
        Random random = new Random(7);
        for (int variant = 0; variant < 25; variant++) {
            String named = asserted.get(variant % 5);
            boolean isLater = random.nextBoolean();
            Scene scene = new Scene();
            scene.every(100).caller(hidden.get(variant / 5)).user("200").callId("one");
            scene.branch("a").more(isLater ? "" : named);
            scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
            scene.branch("b").more(isLater ? named : "");
            scene.request(Scene.PROXY, Scene.BOB, "INVITE", 1);
            scene.callId("two").branch("c").more("");
            scene.after(60).request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
            CapturedCalls users = CapturedCalls.counted(scene.table(), UserNames.AS_WRITTEN, _ -> true);
            assertEquals(List.of("+15550100", "200"), users.records().users(),
                    hidden.get(variant / 5) + " " + named + isLater);
            assertEquals(1, users.leftOut().count(), "the second call names nobody");
            boolean isWithheld = variant / 5 < 4;
            CapturedCalls all = CapturedCalls.withWithheld(scene.table(), UserNames.AS_WRITTEN, _ -> true);
            assertEquals(isWithheld ? 2 : 1, all.records().size());
            assertEquals(isWithheld ? LeftOut.NONE : new LeftOut(0, 0, 1), all.leftOut());
            assertEquals(isWithheld, all.records().user(CapturedCalls.WITHHELD) >= 0);
        }
    }

    /// What the network asserts does not replace a caller whom From names.
    @Test
    void aNamedCallerStays() {
        Scene scene = new Scene();
        scene.user("200").callId("one").branch("a");
        scene.more("P-Asserted-Identity: <sip:+15550100@example.org>\r\nPrivacy: id\r\n");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        assertEquals(List.of("100", "200"), CapturedCalls.of(scene.table(), UserNames.AS_WRITTEN).users());
    }

    @Test
    void whatIsLeftOutIsCountedByReason() {
        Scene scene = new Scene();
        scene.every(1_000).user("*98").callId("one").branch("a");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.user("200").caller("sip:anonymous@anonymous.invalid").callId("two").branch("b");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        assertEquals(Optional.of("2 calls left out: withheld number (1), service code (1)"),
                CapturedCalls.counted(scene.table(), UserNames.AS_WRITTEN, _ -> true).leftOut().sentence("call"));
    }
}
