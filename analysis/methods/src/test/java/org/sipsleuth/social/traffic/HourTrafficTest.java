package org.sipsleuth.social.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.social.graph.CallGraph;
import org.sipsleuth.social.graph.GroupFlows;

/// When calls begin, and from which group to which.
class HourTrafficTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long NINE = 1_772_442_000L * SECOND; // 2026-03-02T09:00:00Z

    private static CallRecords calls(int count, DoubleSupplier gaps) {
        CallRecords.Builder calls = new CallRecords.Builder();
        double at = 0;
        for (int i = 0; i < count; i++) {
            calls.add("a", "b", NINE + (long) (at * SECOND), i % 2 == 0, 1_000, i);
            at += gaps.getAsDouble();
        }
        return calls.build();
    }

    @Test
    void callsAtRandomFollowTheExponential() {
        Random random = new Random(1);
        List<HourTraffic> hours = HourTraffic.of(calls(300, () -> -10 * Math.log(1 - random.nextDouble())));
        HourTraffic nine = hours.get(9);
        assertTrue(nine.calls() > 250, nine.toString());
        assertEquals(10, nine.meanSeconds(), 1);
        assertFalse(nine.isRejected(), nine.toString());
        assertEquals(0, hours.get(3).calls());
        assertFalse(hours.get(3).isJudged());
    }

    @Test
    void callsOfADiallerDoNot() {
        HourTraffic nine = HourTraffic.of(calls(100, () -> 10)).get(9);
        assertEquals(100, nine.calls());
        assertEquals(50, nine.answered());
        assertEquals(99, nine.gaps());
        assertEquals(10, nine.meanSeconds(), 1e-6);
        assertTrue(nine.isRejected(), nine.toString());
    }

    @Test
    void flowsAreCountedByGroup() {
        CallRecords.Builder calls = new CallRecords.Builder();
        calls.add("a", "b", NINE, true, 1, 0);
        calls.add("a", "c", NINE + 1, true, 1, 1);
        calls.add("c", "a", NINE + 2, true, 1, 2);
        calls.add("c", "a", NINE + 3, true, 1, 3);
        CallRecords records = calls.build();
        int[] groups = new int[3];
        groups[records.user("c")] = 1;
        GroupFlows flows = GroupFlows.of(CallGraph.of(records, 0, 4), groups, 2);
        assertEquals(1, flows.calls(0, 0));
        assertEquals(1, flows.calls(0, 1));
        assertEquals(2, flows.calls(1, 0));
        assertEquals(0, flows.calls(1, 1));
    }
}
