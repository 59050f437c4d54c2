package org.sipsleuth.evaluate.social;

import java.util.List;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.graph.CallRank;

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

    /// The area under the ROC curve: how likely a bad one has a lower rank than a good one, 0 to 1;
    /// 0.5 is chance.
    double areaUnderCurve(List<Integer> bad, List<Integer> good) {
        double[] ofGood = good.stream().mapToDouble(ranks::of).sorted().toArray();
        double sum = 0;
        for (int user : bad) {
            double rank = ranks.of(user);
            sum += ofGood.length - (places(ofGood, rank) + places(ofGood, Math.nextUp(rank))) / 2.0;
        }
        return sum / ((double) bad.size() * good.size());
    }

    /// How many are below a rank.
    private static int places(double[] sorted, double rank) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < rank) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
