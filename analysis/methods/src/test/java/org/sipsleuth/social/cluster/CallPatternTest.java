package org.sipsleuth.social.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.InventedCalls;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;

final class CallPatternTest {

    @Test
    void theBordersAreThoseOfThePaper() {
        assertEquals(CallPattern.RECEIVER, CallPattern.of(0, 1));
        assertEquals(CallPattern.RECEIVER, CallPattern.of(3, 10));
        assertEquals(CallPattern.NONE, CallPattern.of(3.5, 10));
        assertEquals(CallPattern.NONE, CallPattern.of(4, 10));
        assertEquals(CallPattern.BOTH, CallPattern.of(4.1, 10));
        assertEquals(CallPattern.BOTH, CallPattern.of(29, 10));
        assertEquals(CallPattern.CALLER, CallPattern.of(30, 10));
        assertEquals(CallPattern.CALLER, CallPattern.of(1, 0));
    }

    @Test
    void aClusterHasThePatternOfMostOfItsUsers() {
        InventedCalls calls = new InventedCalls();
        for (int i = 0; i < 8; i++) {
            for (int call = 0; call < 10; call++) {
                calls.call("caller" + i, "receiver" + i, MONDAY + call * HOUR / 4);
            }
        }
        for (int call = 0; call < 10; call++) {
            calls.call("receiver0", "caller0", MONDAY + call * HOUR / 4);
        }
        CallRecords records = calls.records();
        List<FeatureTable.Row> rows =
                FeatureTable
                        .of(records, UserCalls.of(records), IntStream.range(0, 16).boxed().toList(),
                                Periods.whole(records.fromNanos(), records.toNanos(), ZoneOffset.UTC), RunMonitor.NONE)
                        .rows();
        UserClusters one =
                UserClusters.of(rows.stream().map(row -> new double[]{row.period()}).toList(), 1, 1, RunMonitor.NONE);
        ClusterPattern all = ClusterPattern.of(rows, one).getFirst();
        assertEquals(16, all.rows());
        assertEquals(7 / 16.0, all.share());
        Scaling scaling = Scaling.of(rows, List.of(Feature.CALLS_MADE, Feature.CALLS_RECEIVED));
        UserClusters three = UserClusters.of(rows.stream().map(scaling::scaled).toList(), 3, 1, RunMonitor.NONE);
        List<ClusterPattern> patterns = ClusterPattern.of(rows, three);
        assertEquals(new ClusterPattern(CallPattern.BOTH, 2, 1), patterns.getLast());
        assertEquals(List.of(CallPattern.RECEIVER, CallPattern.CALLER),
                patterns.subList(0, 2).stream().map(ClusterPattern::pattern).sorted().toList());
    }
}
