package org.sipsleuth.evaluate.social;

import java.util.List;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.graph.CallRank;
import org.sipsleuth.social.record.CallRecords;

/// Who would be flagged by CallRank: those with the lowest ranks by the calls after the training
/// days.
final class CallRankBaseline {

    private final CallRank ranks;

    /// @param learned when the training days end, in ns
    CallRankBaseline(CallRecords records, long learned, RunMonitor monitor) {
        ranks = CallRank.of(records, records.firstAt(learned), records.size(), monitor);
    }

    /// How many of the bad ones are flagged if at most so many good ones are.
    ///
    /// @param good one or more
    double found(List<Integer> bad, List<Integer> good, int falseOnes) {
        double[] lowest = good.stream().mapToDouble(ranks::of).sorted().toArray();
        double threshold = lowest[Math.min(lowest.length - 1, falseOnes)];
        return bad.stream().filter(user -> ranks.of(user) < threshold).count();
    }
}
