package org.sipsleuth.flood.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.flood.window.WindowSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.Scene;

class OverdueInvitesTest {

    private static final double MILLI = 1e6;

    private static OverdueInvites judged(Scene scene) {
        InviteAttempts attempts = InviteAttempts.of(scene.table());
        return OverdueInvites.of(InviteWindows.of(attempts, WindowSettings.PAPER), RunMonitor.NONE);
    }

    private static long at(Scene scene, int attempt) {
        return InviteAttempts.of(scene.table()).atNanos(attempt);
    }

    /// Calls with all their messages, 10 ms apart.
    private static Scene calls(int count) {
        Scene scene = new Scene().every(10);
        for (int i = 0; i < count; i++) {
            call(scene, "c" + i);
        }
        return scene;
    }

    private static void call(Scene scene, String name) {
        scene.callId(name).branch(name).request(ALICE, PROXY, "INVITE", 1);
        scene.response(PROXY, ALICE, 200, "INVITE", 1).request(ALICE, PROXY, "ACK", 1);
    }

    private static void flood(Scene scene, int count, int status) {
        for (int i = 0; i < count; i++) {
            scene.callId("f" + i).branch("f" + i).request(STRANGER, PROXY, "INVITE", 1);
            if (status > 0) {
                scene.response(PROXY, STRANGER, status, "INVITE", 1);
            }
        }
    }

    @Test
    void anAckIsOverdueASecondAfterTheAnswerAcceptedOrRefused() {
        for (int status : List.of(200, 404)) {
            Scene scene = calls(20);
            flood(scene, 30, status);
            call(scene.after(3), "later");
            OverdueInvites overdue = judged(scene);
            assertFalse(overdue.isOverdue(19));
            double millis = (overdue.knownNanos(20) - at(scene, 20)) / MILLI;
            assertEquals(1_010, millis, 1, "10 ms to the answer, then a second");
            assertEquals(1, overdue.floods(0).size());
            OverdueFlood flood = overdue.floods(0).getFirst();
            assertEquals(overdue.knownNanos(21), flood.knownNanos(), "the second one makes it a flood");
            assertEquals(at(scene, 20), flood.fromNanos());
            assertEquals(at(scene, 49), flood.toNanos());
            assertEquals(30, flood.invites());
        }
    }

    @Test
    void anInviteThatADeadServerDoesNotAnswerIsOverdueToo() {
        Scene scene = calls(20);
        flood(scene, 30, 0);
        call(scene.after(3), "later");
        OverdueInvites overdue = judged(scene);
        assertEquals(1_000, (overdue.knownNanos(20) - at(scene, 20)) / MILLI, 1);
        assertEquals(30, overdue.floods(0).getFirst().invites());
    }

    /// A server that usually takes half a second has two.
    @Test
    void aSlowServerHasFourTimesItsUsualTime() {
        Scene scene = new Scene().every(500);
        for (int i = 0; i < 20; i++) {
            call(scene, "c" + i);
        }
        scene.every(10);
        flood(scene, 10, 0);
        call(scene.after(5), "later");
        OverdueInvites overdue = judged(scene);
        assertEquals(2_000, (overdue.knownNanos(20) - at(scene, 20)) / MILLI, 1);
    }

    @Test
    void aPhoneThatRingsIsNotOverdue() {
        Scene scene = calls(20);
        flood(scene, 10, 180);
        call(scene.after(60), "later");
        assertEquals(List.of(), judged(scene).floods(0));
    }

    @Test
    void callersWhoRepeatTheirInviteWaitForADeadServer() {
        Scene scene = calls(20).every(5);
        for (int i = 0; i < 10; i++) {
            scene.callId("w" + i).branch("w" + i).request(ALICE, PROXY, "INVITE", 1);
            scene.request(ALICE, PROXY, "INVITE", 1);
        }
        call(scene.after(60), "later");
        assertEquals(List.of(), judged(scene).floods(0));
    }

    /// Nothing is overdue beyond what was captured.
    @Test
    void theCaptureMustGoOnUntilTheTime() {
        Scene scene = calls(20);
        flood(scene, 30, 200);
        assertEquals(List.of(), judged(scene).floods(0));
    }

    @Test
    void anAckThatComesTooLateWasOverdueMeanwhile() {
        Scene scene = calls(20);
        for (int i = 0; i < 2; i++) {
            scene.callId("l" + i).branch("l" + i).request(ALICE, PROXY, "INVITE", 1);
            scene.response(PROXY, ALICE, 200, "INVITE", 1);
        }
        scene.after(2).callId("l0").branch("l0").request(ALICE, PROXY, "ACK", 1);
        scene.callId("l1").branch("l1").request(ALICE, PROXY, "ACK", 1);
        assertEquals(1, judged(scene).floods(0).size());
    }

    @Test
    void twoThatAreFarApartAreNoFlood() {
        Scene scene = calls(20);
        flood(scene, 1, 200);
        scene.after(30).callId("g").branch("g").request(STRANGER, PROXY, "INVITE", 1);
        scene.response(PROXY, STRANGER, 200, "INVITE", 1);
        call(scene.after(3), "later");
        OverdueInvites overdue = judged(scene);
        assertTrue(overdue.isOverdue(20) && overdue.isOverdue(21));
        assertEquals(List.of(), overdue.floods(0));
    }

    @Test
    void aWindowIsKnownWhenItsSecondInviteIsOverdue() {
        Scene scene = calls(8);
        flood(scene, 10, 200);
        call(scene.after(3), "later");
        OverdueInvites overdue = judged(scene);
        assertEquals(overdue.knownNanos(9), overdue.knownNanosOfWindow(0), "INVITEs 8 and 9 are of the flood");
        assertEquals(overdue.knownNanos(9), overdue.knownNanosOfWindow(4));
        Scene quiet = calls(10);
        assertEquals(Long.MAX_VALUE, judged(quiet).knownNanosOfWindow(0));
    }
}
