package org.sipsleuth.social.flag;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;

/// By what a user stands out in a period.
public final class FlagReasons {

    private static final int MOST = 4;

    private FlagReasons() {}

    /// The features that stand out most, the farthest first.
    ///
    /// @param row the period
    /// @param all periods of its user, in any order; the earlier ones are its own past
    /// @param scaling of what is usual
    public static List<FlagReason> of(FeatureTable.Row row, List<FeatureTable.Row> all, Scaling scaling) {
        List<FeatureTable.Row> past = all.stream().filter(one -> one.period() < row.period()).toList();
        double[] scaled = scaling.scaled(row);
        return IntStream.range(0, scaled.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -Math.abs(scaled[i])).thenComparingInt(i -> i))
                .limit(MOST)
                .map(i -> {
                    Feature feature = scaling.features().get(i);
                    return new FlagReason(feature, row.of(feature), scaling.median(i), median(past, feature),
                            scaled[i]);
                })
                .toList();
    }

    private static double median(List<FeatureTable.Row> rows, Feature feature) {
        double[] sorted = rows.stream().mapToDouble(row -> row.of(feature)).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
