package org.sipsleuth.social.cluster;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;

/// Makes features comparable: counts by their logarithm, ln(1 + x); then less the median, divided
/// by the distance of the quartiles. Immutable.
public final class Scaling {

    private static final double LEAST_SPREAD = 0.1;

    /// Beyond so many distances of quartiles values differ no further.
    private static final double FARTHEST = 10;

    private final List<Feature> features;
    private final double[] medians;
    private final double[] spreads;

    private Scaling(List<Feature> features, double[] medians, double[] spreads) {
        this.features = features;
        this.medians = medians;
        this.spreads = spreads;
    }

    /// Learns medians and quartiles. Where the quartiles are closer than 0.1, that is the distance.
    ///
    /// @param rows at least one
    /// @param features those that are used
    public static Scaling of(List<FeatureTable.Row> rows, List<Feature> features) {
        double[] medians = new double[features.size()];
        double[] spreads = new double[features.size()];
        for (int i = 0; i < medians.length; i++) {
            Feature feature = features.get(i);
            double[] sorted = rows.stream().mapToDouble(row -> bare(feature, row)).sorted().toArray();
            medians[i] = quantile(sorted, 0.5);
            spreads[i] = spread(sorted);
        }
        return new Scaling(List.copyOf(features), medians, spreads);
    }

    /// Learns those of one feature.
    ///
    /// @param values of the feature, at least one
    public static Scaling of(Feature feature, double[] values) {
        double[] sorted = values.clone();
        Arrays.setAll(sorted, i -> bare(feature, sorted[i]));
        Arrays.sort(sorted);
        return new Scaling(List.of(feature), new double[]{quantile(sorted, 0.5)}, new double[]{spread(sorted)});
    }

    /// One that was learned before.
    ///
    /// @param medians of counts ln(1 + x), of shares the value; in the order of the features
    /// @param spreads the distances of the quartiles, above 0
    /// @throws IllegalArgumentException if the numbers are not of that kind
    public static Scaling of(List<Feature> features, double[] medians, double[] spreads) {
        if (medians.length != features.size() || spreads.length != features.size()
                || !Arrays.stream(spreads).allMatch(spread -> spread > 0)) {
            throw new IllegalArgumentException("a scaling of " + features.size() + " features");
        }
        return new Scaling(List.copyOf(features), medians.clone(), spreads.clone());
    }

    /// The scaling of some of the features, in the order of this one.
    public Scaling of(Collection<Feature> some) {
        int[] places = IntStream.range(0, medians.length).filter(i -> some.contains(features.get(i))).toArray();
        return new Scaling(IntStream.of(places).mapToObj(features::get).toList(),
                IntStream.of(places).mapToDouble(i -> medians[i]).toArray(),
                IntStream.of(places).mapToDouble(i -> spreads[i]).toArray());
    }

    private static double spread(double[] sorted) {
        return Math.max(LEAST_SPREAD, quantile(sorted, 0.75) - quantile(sorted, 0.25));
    }

    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    private static double bare(Feature feature, FeatureTable.Row row) {
        return bare(feature, row.of(feature));
    }

    private static double bare(Feature feature, double value) {
        return feature.kind() == Feature.Kind.COUNT ? Math.log1p(value) : value;
    }

    /// The features, in the order of [#scaled].
    public List<Feature> features() {
        return features;
    }

    /// The medians: of counts ln(1 + x), of shares the value.
    public double[] medians() {
        return medians.clone();
    }

    /// The distances of the quartiles, of the same.
    public double[] spreads() {
        return spreads.clone();
    }

    /// The median of a feature, in its own unit.
    ///
    /// @param place of the feature in [#features]
    public double median(int place) {
        boolean isCount = features.get(place).kind() == Feature.Kind.COUNT;
        return isCount ? Math.expm1(medians[place]) : medians[place];
    }

    /// The scaled features of a row, each from -10 to 10.
    public double[] scaled(FeatureTable.Row row) {
        double[] values = new double[medians.length];
        Arrays.setAll(values, i -> scaled(i, row));
        return values;
    }

    private double scaled(int i, FeatureTable.Row row) {
        double value = (bare(features.get(i), row) - medians[i]) / spreads[i];
        return Math.clamp(value, -FARTHEST, FARTHEST);
    }
}
