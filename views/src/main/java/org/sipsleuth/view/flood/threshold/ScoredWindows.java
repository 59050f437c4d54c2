package org.sipsleuth.view.flood.threshold;

import java.util.stream.IntStream;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.view.flood.traffic.Moments;
import org.sipsleuth.view.flood.traffic.Traffic;
import org.sipsleuth.view.ui.chart.ScoreCounts;

/// The scores of a network for the windows of a server. Immutable.
public final class ScoredWindows {

    /// Flagged windows of one server belong together up to this pause, as in a finding.
    private static final long PAUSE = 20_000_000_000L;

    private final Traffic traffic;
    private final NetworkKind kind;
    private final ScoreCounts counts;

    private ScoredWindows(Traffic traffic, NetworkKind kind, ScoreCounts counts) {
        this.traffic = traffic;
        this.kind = kind;
        this.counts = counts;
    }

    /// Those of a server. Cost: sorting its windows.
    public static ScoredWindows of(Traffic traffic, NetworkKind kind) {
        double[] scores =
                IntStream.range(0, traffic.decided().size()).mapToDouble(i -> traffic.verdict(kind).value(i)).toArray();
        return new ScoredWindows(traffic, kind, ScoreCounts.of(scores, traffic.maliciousWindows()));
    }

    /// Whose windows they are.
    public Traffic traffic() {
        return traffic;
    }

    /// Whose scores they are.
    public NetworkKind kind() {
        return kind;
    }

    /// How many of them each threshold flags.
    public ScoreCounts counts() {
        return counts;
    }

    /// How many times in a row flagged windows come, with pauses of 20 s between them: so many
    /// floods there would be if this network alone decided. Cost: all windows.
    ///
    /// @param least the fewest windows of a flood
    public int stretches(double threshold, int least) {
        Moments ends = traffic.decided();
        int found = 0;
        int windows = 0;
        long last = 0;
        for (int i = 0; i < ends.size(); i++) {
            if (!(traffic.verdict(kind).value(i) >= threshold)) {
                continue;
            }
            windows = windows > 0 && ends.at(i) - last <= PAUSE ? windows + 1 : 1;
            found += windows == least ? 1 : 0;
            last = ends.at(i);
        }
        return found;
    }
}
