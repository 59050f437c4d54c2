package org.sipsleuth.view.flood.traffic;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.sipsleuth.flood.network.NetworkKind;

/// A server's traffic in a range of time, aggregated for a picture: so many numbers as it has
/// pixels, however much traffic there is. Immutable.
public final class Aggregate {

    private static final int RATE_PIXELS = 2;

    /// Rates of shorter times say little.
    private static final double LEAST_NANOS = 1e7;

    private static final double LONGEST_LEAST_NANOS = 1e9;
    private static final int LEAST_PARTS = 300;

    private final Traffic traffic;
    private final Slices pixels;
    private final Slices bins;
    private final double[] invites;
    private final double[] answers;
    private final double[] acks;
    private final double[] halfOpen;
    private final double[] overdue;
    private final double[] cusum;
    private final Map<NetworkKind, double[]> verdicts = new EnumMap<>(NetworkKind.class);

    private Aggregate(Traffic traffic, long fromNanos, long toNanos, int width) {
        this.traffic = traffic;
        long span = Math.max(1, toNanos - fromNanos);
        pixels = new Slices(fromNanos, span, width);
        long all = traffic.invites().size() == 0 ? 0
                : traffic.invites().at(traffic.invites().size() - 1) - traffic.invites().at(0);
        double least = Math.clamp((double) all / LEAST_PARTS, LEAST_NANOS, LONGEST_LEAST_NANOS);
        bins = Slices.round(fromNanos, toNanos,
                Slices.roundLength(Math.max(least, (double) span / width * RATE_PIXELS)));
        invites = rates(traffic.invites());
        answers = rates(traffic.answers());
        acks = rates(traffic.acks());
        halfOpen = traffic.halfOpen().highestOf(pixels);
        cusum = traffic.cusum().highestOf(pixels);
        overdue = traffic.overdue().highestOf(pixels);
        for (NetworkKind kind : NetworkKind.values()) {
            verdicts.put(kind, traffic.verdict(kind).highestOf(pixels));
        }
    }

    /// Aggregates. Cost: the windows in the range; no text is read.
    ///
    /// @param width in pixels, at least 1
    public static Aggregate of(Traffic traffic, long fromNanos, long toNanos, int width) {
        return new Aggregate(traffic, fromNanos, toNanos, width);
    }

    private double[] rates(Moments moments) {
        double[] rates = new double[bins.count()];
        int from = moments.before(bins.startOf(0));
        for (int bin = 0; bin < rates.length; bin++) {
            int to = moments.before(bins.startOf(bin + 1));
            rates[bin] = (to - from) / bins.seconds();
            from = to;
        }
        return rates;
    }

    /// What was aggregated.
    public Traffic traffic() {
        return traffic;
    }

    /// A slice for each pixel.
    public Slices pixels() {
        return pixels;
    }

    /// The times that rates are counted in.
    public Slices bins() {
        return bins;
    }

    /// Attempts per second, by bin.
    public double invites(int bin) {
        return invites[bin];
    }

    /// Final responses per second, by bin.
    public double answers(int bin) {
        return answers[bin];
    }

    /// ACKs per second, by bin.
    public double acks(int bin) {
        return acks[bin];
    }

    /// The most transactions half open, by pixel; NaN where no attempt is.
    public double halfOpen(int pixel) {
        return halfOpen[pixel];
    }

    /// The highest share without ACK, 0 to 1, by pixel; NaN where no attempt is.
    public double overdue(int pixel) {
        return overdue[pixel];
    }

    /// The highest cumulative sum of the rate as a share of its limit, by pixel; NaN where no
    /// attempt is.
    public double cusum(int pixel) {
        return cusum[pixel];
    }

    /// The highest score of a network, by pixel; NaN where no window with enough history ends.
    public double verdict(NetworkKind kind, int pixel) {
        return Objects.requireNonNull(verdicts.get(kind))[pixel];
    }
}
