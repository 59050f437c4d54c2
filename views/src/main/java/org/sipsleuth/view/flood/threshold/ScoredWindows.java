package org.sipsleuth.view.flood.threshold;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.view.flood.traffic.Moments;
import org.sipsleuth.view.flood.traffic.Traffic;

/// The scores of a network for the windows of a server, sorted, so that any threshold is counted at
/// once: 8 bytes for each. Immutable.
public final class ScoredWindows {

    /// Flagged windows of one server belong together up to this pause, as in a finding.
    private static final long PAUSE = 20_000_000_000L;

    private final Traffic traffic;
    private final NetworkKind kind;
    private final double[] all;
    private final double[] malicious;
    private final boolean hasTruth;

    private ScoredWindows(
            Traffic traffic, NetworkKind kind, double[] all, double[] malicious, boolean hasTruth) {
        this.traffic = traffic;
        this.kind = kind;
        this.all = all;
        this.malicious = malicious;
        this.hasTruth = hasTruth;
    }

    /// How many windows lie at or above a threshold.
    ///
    /// @param flagged of all that have a score
    /// @param scored all that have a score
    /// @param found of those that are malicious
    /// @param malicious all that have a score and are malicious; 0 without a truth
    public record Counts(int flagged, int scored, int found, int malicious) {

        /// The share of malicious windows that is found, 0 to 1; NaN without any.
        public double foundShare() {
            return malicious == 0 ? Double.NaN : (double) found / malicious;
        }

        /// The share of legitimate windows that is flagged, 0 to 1; NaN without any.
        public double falseShare() {
            return scored == malicious
                    ? Double.NaN
                    : (double) (flagged - found) / (scored - malicious);
        }
    }

    /// Those of a server. Cost: sorting its windows.
    public static ScoredWindows of(Traffic traffic, NetworkKind kind) {
        int count = traffic.decided().size();
        Optional<BitSet> truth = traffic.maliciousWindows();
        double[] all = new double[count];
        double[] malicious = new double[count];
        int scored = 0;
        int bad = 0;
        for (int i = 0; i < count; i++) {
            double score = traffic.verdict(kind).value(i);
            if (Double.isNaN(score)) {
                continue;
            }
            all[scored++] = score;
            if (truth.isPresent() && truth.get().get(i)) {
                malicious[bad++] = score;
            }
        }
        return new ScoredWindows(
                traffic, kind, sorted(all, scored), sorted(malicious, bad), truth.isPresent());
    }

    private static double[] sorted(double[] values, int count) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /// Whose windows they are.
    public Traffic traffic() {
        return traffic;
    }

    /// Whose scores they are.
    public NetworkKind kind() {
        return kind;
    }

    /// Whether it is known which windows are malicious.
    public boolean hasTruth() {
        return hasTruth;
    }

    /// The counts at a threshold. Cost: log of the windows.
    public Counts at(double threshold) {
        return new Counts(
                atLeast(all, threshold),
                all.length,
                atLeast(malicious, threshold),
                malicious.length);
    }

    private static int atLeast(double[] sorted, double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return sorted.length - low;
    }

    /// The threshold that a share of all windows reaches.
    ///
    /// @param share 0 to 1
    public double quantile(double share) {
        return all.length == 0
                ? 1
                : all[(int) Math.clamp((1 - share) * all.length, 0, all.length - 1)];
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
