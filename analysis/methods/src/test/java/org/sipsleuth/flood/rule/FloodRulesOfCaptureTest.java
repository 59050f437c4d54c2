package org.sipsleuth.flood.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.transaction.Scene.ALICE;
import static org.sipsleuth.transaction.Scene.PROXY;
import static org.sipsleuth.transaction.Scene.STRANGER;

import org.junit.jupiter.api.Test;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.flood.window.WindowSettings;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.InviteAttempts;
import org.sipsleuth.transaction.Scene;

class FloodRulesOfCaptureTest {

    /// So many calls that are acknowledged at once, then so many INVITEs that are not.
    private static FloodRules rules(int calls, int flood) {
        return rules(calls, 10, flood);
    }

    /// @param every time between the messages of calls, in ms
    private static FloodRules rules(int calls, int every, int flood) {
        Scene scene = new Scene().every(every);
        for (int i = 0; i < calls; i++) {
            scene.callId("c" + i).branch("c" + i).request(ALICE, PROXY, "INVITE", 1);
            scene.response(PROXY, ALICE, 200, "INVITE", 1).request(ALICE, PROXY, "ACK", 1);
        }
        scene.every(10);
        for (int i = 0; i < flood; i++) {
            scene.callId("f" + i).branch("f" + i).request(STRANGER, PROXY, "INVITE", 1);
        }
        InviteAttempts attempts = InviteAttempts.of(scene.table());
        InviteWindows windows = InviteWindows.of(attempts, WindowSettings.PAPER);
        return FloodRules.of(WindowInputs.of(windows, RunMonitor.NONE), attempt -> attempts.last(attempt).ack() < 0,
                RunMonitor.NONE);
    }

    @Test
    void rulesFlagTheFirstWindowsOfACapture() {
        FloodRules rules = rules(0, 400);
        assertTrue(rules.isFlagged(FloodRule.UNACKNOWLEDGED, 0));
        assertTrue(rules.isFlagged(FloodRule.CUSUM, 10), "a hundred a second from the beginning");
        int last = rules.inputs().windows().endWindow(0) - 1;
        assertEquals(1, rules.value(FloodRule.SOURCES, last));
        assertEquals(1, rules.value(FloodRule.CALLERS, last));
        assertEquals(1, rules.value(FloodRule.CALLED, last));
        assertEquals(0, rules.value(FloodRule.ENTROPY, last));
    }

    /// Of a call every 1.5 s, about 21 begin in 32 s.
    @Test
    void halfOpenTransactionsAreComparedWithTheUsualRate() {
        FloodRules rules = rules(60, 500, 100);
        int last = rules.inputs().windows().endWindow(0) - 1;
        assertFalse(rules.isFlagged(FloodRule.HALF_OPEN, 20));
        assertTrue(rules.isFlagged(FloodRule.HALF_OPEN, last));
        assertTrue(rules.threshold(FloodRule.HALF_OPEN, last) < 30);
    }

    @Test
    void callsThatAreAcknowledgedAreFlaggedByTheirRateAlone() {
        FloodRules rules = rules(100, 0);
        int last = rules.inputs().windows().endWindow(0) - 1;
        assertFalse(rules.isFlagged(FloodRule.UNACKNOWLEDGED, last));
        assertFalse(rules.isFlagged(FloodRule.HALF_OPEN, last));
        assertTrue(rules.isFlagged(FloodRule.CUSUM, last));
    }

    /// The server gives up 32 s after each; the series falls although no INVITE comes.
    @Test
    void halfOpenTransactionsAreKnownAtEveryChange() {
        FloodRules rules = rules(2, 50);
        TimeSeries open = rules.halfOpen(0);
        InviteAttempts attempts = rules.inputs().windows().attempts();
        assertEquals(0, open.at(attempts.atNanos(0) - 1));
        assertEquals(1, open.at(attempts.atNanos(0)));
        assertEquals(0, open.at(attempts.atNanos(1) - 1));
        long last = attempts.atNanos(attempts.size() - 1);
        assertEquals(50, open.at(last));
        assertEquals(50, open.at(last + 31_000_000_000L));
        assertEquals(0, open.at(last + FloodRules.GIVES_UP.toNanos()));
        assertEquals(2 * 2 + 2 * 50, open.size());
    }

    @Test
    void theSumOfTheRateFallsToZeroBetweenAttempts() {
        Scene scene = new Scene().every(1);
        for (int i = 0; i < 40; i++) {
            scene.callId("f" + i).branch("f" + i);
            scene.request(STRANGER, PROXY, "INVITE", 1);
            if (i == 20) {
                scene.after(60);
            }
        }
        InviteAttempts attempts = InviteAttempts.of(scene.table());
        FloodRules rules =
                FloodRules.of(WindowInputs.of(InviteWindows.of(attempts, WindowSettings.PAPER), RunMonitor.NONE),
                        _ -> true, RunMonitor.NONE);
        TimeSeries sum = rules.cusum(0);
        long before = attempts.atNanos(20);
        assertTrue(sum.at(before) > 10);
        assertEquals(0, sum.at(before + 30_000_000_000L));
    }
}
