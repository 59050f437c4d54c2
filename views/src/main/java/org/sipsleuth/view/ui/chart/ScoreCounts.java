package org.sipsleuth.view.ui.chart;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/// Scores, sorted, so that any threshold is counted at once: 8 bytes for each.
/// Immutable.
public final class ScoreCounts {

    private final double[] all;
    private final double[] malicious;
    private final boolean hasTruth;

    private ScoreCounts(double[] all, double[] malicious, boolean hasTruth) {
        this.all = all;
        this.malicious = malicious;
        this.hasTruth = hasTruth;
    }

    /// How many score at or above a threshold.
    ///
    /// @param flagged of all
    /// @param scored all
    /// @param found of those that are malicious
    /// @param malicious all that are; 0 without a truth
    public record Counts(int flagged, int scored, int found, int malicious) {

        /// The share of malicious ones that is flagged, 0 to 1; NaN without any.
        public double foundShare() {
            return malicious == 0 ? Double.NaN : (double) found / malicious;
        }

        /// The share of the others that is flagged, 0 to 1; NaN without any.
        public double falseShare() {
            return scored == malicious ? Double.NaN : (double) (flagged - found) / (scored - malicious);
        }

        /// The share of all that is flagged, 0 to 1; 0 of none.
        public double flaggedShare() {
            return scored == 0 ? 0 : (double) flagged / scored;
        }
    }

    /// Sorts scores; NaN are left out.
    ///
    /// @param truth which of them are malicious; empty if that is not known
    public static ScoreCounts of(double[] scores, Optional<BitSet> truth) {
        double[] all = Arrays.stream(scores).filter(score -> !Double.isNaN(score)).sorted().toArray();
        double[] malicious = IntStream.range(0, scores.length)
                .filter(i -> truth.isPresent() && truth.get().get(i))
                .mapToDouble(i -> scores[i])
                .filter(score -> !Double.isNaN(score))
                .sorted()
                .toArray();
        return new ScoreCounts(all, malicious, truth.isPresent());
    }

    /// Whether it is known which are malicious.
    public boolean hasTruth() {
        return hasTruth;
    }

    /// Whether a ROC can be drawn: there are malicious messages and others.
    public boolean hasRoc() {
        return hasTruth && malicious.length > 0 && malicious.length < all.length;
    }

    /// How many there are.
    public int size() {
        return all.length;
    }

    /// The counts at a threshold.
    public Counts at(double threshold) {
        return new Counts(above(all, threshold), all.length, above(malicious, threshold), malicious.length);
    }

    /// The smallest score of which this share lies below, 0 to 1.
    public double quantile(double share) {
        return all.length == 0 ? 0 : all[Math.clamp((long) (share * all.length), 0, all.length - 1)];
    }

    /// The area below the ROC: how likely a malicious message scores above another one, equal
    /// scores half.
    public double area() {
        double sum = 0;
        for (double score : malicious) {
            double below = below(all, score) - below(malicious, score);
            double level = all.length - above(all, Math.nextUp(score)) - below(all, score)
                    - (malicious.length - above(malicious, Math.nextUp(score)) - below(malicious, score));
            sum += below + level / 2;
        }
        return sum / malicious.length / (all.length - malicious.length);
    }

    private static int above(double[] sorted, double threshold) {
        return sorted.length - below(sorted, threshold);
    }

    /// How many are less.
    private static int below(double[] sorted, double threshold) {
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
        return low;
    }
}
