package org.sipsleuth.belief.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.rarity.NearestRows;
import org.sipsleuth.rarity.UsualDistances;

/// What is normal of the periods of sources, learned without any attack: how far a period lies from
/// the five nearest normal ones. Higher distances are more anomalous. The same periods give the same
/// model, to the bit. Immutable; any thread.
public final class PeriodNovelty {

    /// So many periods of a capture are compared with at least, evenly spread over it.
    private static final int LEAST_OF_CAPTURE = 20;

    /// More periods cost time, and say little more.
    private static final int MOST = 2_000;

    /// Where normal periods hardly differ, a small difference says little.
    private static final double LEAST_SPREAD = 0.05;

    /// A role is a name, not a measure: a rare one says little by itself.
    private static final double LEAST_SPREAD_OF_ROLES = 0.5;

    /// Beyond so many standard deviations values differ no further.
    private static final double FARTHEST = 10;

    /// A value is unusual if at most so many normal periods are below it, or above.
    private static final double UNUSUAL = 0.01;

    private final Parts parts;
    private final double share;
    private final double threshold;
    private final NearestRows nearest;
    private final UsualDistances usual;
    private final double[] lowest;
    private final double[] highest;

    private PeriodNovelty(Parts parts, double share, double threshold) {
        this.parts = parts;
        this.share = share;
        this.threshold = threshold;
        double[][] scaled = scaledRows();
        nearest = new NearestRows(scaled, new int[scaled.length]);
        usual = new UsualDistances(parts.distances);
        int values = PeriodValue.all().size();
        lowest = new double[values];
        highest = new double[values];
        for (int i = 0; i < values; i++) {
            int place = i;
            double[] sorted = Arrays.stream(parts.rows).mapToDouble(row -> row[place]).sorted().toArray();
            int apart = (int) (UNUSUAL * sorted.length);
            lowest[i] = sorted[apart];
            highest[i] = sorted[sorted.length - 1 - apart];
        }
    }

    /// What was learned, to be stored.
    public static final class Parts {

        private final int captures;
        private final float[][] rows;
        private final double[] distances;
        private final double[] centres;
        private final double[] spreads;
        private final double least;

        /// @param captures how many the periods are of
        /// @param rows the comparable numbers of normal periods
        /// @param distances of these periods from those of other captures; where there is one
        ///     capture, from the others in it
        /// @param centres mean of each number, and with the spreads the unit of distances
        /// @param spreads standard deviation of each number, above 0
        /// @param least the threshold is not below it: how far captures of other networks and days lie
        ///     apart, which one network's cannot show; 0 if the periods themselves show it
        public Parts(int captures, float[][] rows, double[] distances, double[] centres, double[] spreads,
                double least) {
            this.captures = captures;
            this.rows = rows.clone();
            this.distances = distances.clone();
            this.centres = centres.clone();
            this.spreads = spreads.clone();
            this.least = least;
        }

        /// How many captures the periods are of.
        public int captures() {
            return captures;
        }

        /// The comparable numbers of normal periods.
        public float[][] rows() {
            return rows.clone();
        }

        /// How far these periods lie from other normal ones.
        public double[] distances() {
            return distances.clone();
        }

        /// The mean of each number.
        public double[] centres() {
            return centres.clone();
        }

        /// The standard deviation of each number.
        public double[] spreads() {
            return spreads.clone();
        }

        /// The threshold is not below it.
        public double least() {
            return least;
        }

        private OptionalDouble threshold(double share) {
            UsualDistances usual = new UsualDistances(distances);
            OptionalDouble threshold = usual.threshold(share);
            return least == 0 || threshold.isEmpty() ? threshold
                    : OptionalDouble.of(Math.max(least, usual.surelyBelow(share)));
        }

        private boolean isPossible() {
            int values = PeriodValue.all().size();
            return captures > 0 && rows.length > 0 && distances.length == rows.length && centres.length == values
                    && spreads.length == values && Arrays.stream(rows).allMatch(row -> row.length == values)
                    && Arrays.stream(distances).allMatch(distance -> distance >= 0)
                    && Arrays.stream(spreads).allMatch(spread -> spread > 0) && least >= 0;
        }
    }

    /// One that was learned before.
    ///
    /// @param share of normal periods that are farther than the threshold, above 0, below 1
    /// @return empty if there are too few periods for such a share
    /// @throws IllegalArgumentException if the numbers contradict each other
    public static Optional<PeriodNovelty> of(Parts parts, double share) {
        if (!parts.isPossible()) {
            throw new IllegalArgumentException("novelty of " + PeriodValue.all().size() + " values");
        }
        OptionalDouble threshold = parts.threshold(share);
        return threshold.isEmpty() ? Optional.empty()
                : Optional.of(new PeriodNovelty(parts, share, threshold.getAsDouble()));
    }

    /// Learns what is normal. A period is compared with those of other captures, which are other
    /// networks or other days; of a single capture against the others in it.
    ///
    /// @param captures the normal periods of each, those with enough messages to say anything
    /// @param share of normal periods that are to be farther than the threshold, above 0, below 1
    /// @param known what gives the unit of distances and the least threshold: of a single network many
    ///     numbers never differ, so that it cannot say by itself what is a large difference, and its
    ///     next day has thousands of periods, of which a share as small as this is some, each day;
    ///     empty to learn that, too
    /// @return empty if there are too few periods for such a share
    public static Optional<PeriodNovelty> learn(List<List<Observation>> captures, double share,
            Optional<PeriodNovelty> known) {
        List<List<Observation>> some = captures.stream().filter(each -> !each.isEmpty()).toList();
        if (some.isEmpty()) {
            return Optional.empty();
        }
        int most = Math.max(LEAST_OF_CAPTURE, MOST / some.size());
        List<float[]> rows = new ArrayList<>();
        List<Integer> groups = new ArrayList<>();
        for (int capture = 0; capture < some.size(); capture++) {
            List<Observation> all = some.get(capture);
            int count = Math.min(most, all.size());
            for (int i = 0; i < count; i++) {
                groups.add(some.size() == 1 ? rows.size() : capture);
                rows.add(floats(PeriodValue.row(all.get((int) ((long) i * all.size() / count)))));
            }
        }
        float[][] learned = rows.toArray(float[][]::new);
        double[] centres = known.map(each -> each.parts.centres).orElseGet(() -> centres(learned));
        double[] spreads = known.map(each -> each.parts.spreads).orElseGet(() -> spreads(learned, centres));
        int[] its = groups.stream().mapToInt(each -> each).toArray();
        double[][] scaled = rows.stream().map(row -> scaled(doubles(row), centres, spreads)).toArray(double[][]::new);
        NearestRows others = new NearestRows(scaled, its);
        double[] distances = IntStream.range(0, its.length)
                .parallel()
                .mapToDouble(i -> others.distance(scaled[i], its[i]))
                .toArray();
        double least = known.flatMap(each -> of(each.parts, share)).map(PeriodNovelty::threshold).orElse(0.0);
        return of(new Parts(some.size(), learned, distances, centres, spreads, least), share);
    }

    private static double[] centres(float[][] rows) {
        double[] centres = new double[rows[0].length];
        for (float[] row : rows) {
            for (int i = 0; i < centres.length; i++) {
                centres[i] += (double) row[i] / rows.length;
            }
        }
        return centres;
    }

    private static double[] spreads(float[][] rows, double[] centres) {
        double[] squares = new double[centres.length];
        for (float[] row : rows) {
            for (int i = 0; i < squares.length; i++) {
                squares[i] += (row[i] - centres[i]) * (row[i] - centres[i]) / rows.length;
            }
        }
        Arrays.setAll(squares, i -> Math.max(leastSpread(PeriodValue.all().get(i)), Math.sqrt(squares[i])));
        return squares;
    }

    private static double leastSpread(PeriodValue value) {
        return value.variable() == Variable.SOURCE_ROLE ? LEAST_SPREAD_OF_ROLES : LEAST_SPREAD;
    }

    /// Stored with 32 bits, so that what was learned and what is read again are the same.
    private static float[] floats(double[] row) {
        float[] floats = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            floats[i] = (float) row[i];
        }
        return floats;
    }

    private static double[] doubles(float[] row) {
        return IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray();
    }

    private double[] scaled(double[] row) {
        return scaled(row, parts.centres, parts.spreads);
    }

    private static double[] scaled(double[] row, double[] centres, double[] spreads) {
        double[] scaled = new double[row.length];
        Arrays.setAll(scaled, i -> Math.clamp((row[i] - centres[i]) / spreads[i], -FARTHEST, FARTHEST));
        return scaled;
    }

    /// Judges a period. Cost: linear in the normal periods.
    public PeriodJudgement judge(Observation observation) {
        double distance = nearest.distance(scaled(observation), NearestRows.NO_GROUP);
        return new PeriodJudgement(distance, usual.p(distance), distance > threshold);
    }

    /// How far the five nearest normal periods lie from a period, the nearest first.
    public double[] nearest(Observation observation) {
        return nearest.nearest(scaled(observation), NearestRows.NO_GROUP);
    }

    /// The numbers of a period in the unit of distances, each from -10 to 10.
    public double[] scaled(Observation observation) {
        return scaled(doubles(floats(PeriodValue.row(observation))));
    }

    /// The same of the normal periods.
    public double[][] scaledRows() {
        return Arrays.stream(parts.rows).map(row -> scaled(doubles(row))).toArray(double[][]::new);
    }

    /// The values of a period outside their usual range, those first that are farthest from it.
    public List<UnlikeValue> unlike(Observation observation) {
        float[] row = floats(PeriodValue.row(observation));
        return IntStream.range(0, row.length)
                .filter(i -> row[i] < lowest[i] || row[i] > highest[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -beyond(i, row[i])))
                .map(i -> new UnlikeValue(PeriodValue.all().get(i), observed(i, row[i]), observed(i, lowest[i]),
                        observed(i, highest[i])))
                .toList();
    }

    /// How far outside its range a value lies, in standard deviations.
    private double beyond(int i, double value) {
        return Math.max(lowest[i] - value, value - highest[i]) / parts.spreads[i];
    }

    private static double observed(int i, double comparable) {
        return PeriodValue.all().get(i).observed(comparable);
    }

    /// A period farther than that is unlike normal ones.
    public double threshold() {
        return threshold;
    }

    /// The share of normal periods that are farther.
    public double share() {
        return share;
    }

    /// What was learned.
    public Parts parts() {
        return parts;
    }

    /// How many normal periods it compares with.
    public int periods() {
        return parts.rows.length;
    }

    /// Whether it judges the same in every case.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PeriodNovelty novelty && novelty.share == share
                && Arrays.deepEquals(parts.rows, novelty.parts.rows)
                && Arrays.equals(parts.distances, novelty.parts.distances)
                && Arrays.equals(parts.centres, novelty.parts.centres)
                && Arrays.equals(parts.spreads, novelty.parts.spreads) && parts.least == novelty.parts.least;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(parts.distances) + Double.hashCode(share);
    }
}
