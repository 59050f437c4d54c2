package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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
}
