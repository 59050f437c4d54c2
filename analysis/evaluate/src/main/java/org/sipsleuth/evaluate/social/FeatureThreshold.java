package org.sipsleuth.evaluate.social;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;

/// The simplest alternative: one feature, and one limit of it.
///
/// @param feature of the period in which it is highest
/// @param above users with more are flagged
record FeatureThreshold(Feature feature, double above) {

    /// The users above it.
    Set<Integer> flagged(List<FeatureTable.Row> rows) {
        Set<Integer> flagged = new HashSet<>();
        rows.stream().filter(row -> row.of(feature) > above).forEach(row -> flagged.add(row.user()));
        return flagged;
    }

    /// The feature and the limit with the fewest errors, missed and false ones together; halfway
    /// between two observed values, of several equally good ones the first.
    ///
    /// @param bad the users to be flagged
    static FeatureThreshold choose(List<FeatureTable.Row> rows, Set<Integer> bad) {
        FeatureThreshold best = new FeatureThreshold(Feature.CALLS_MADE, Double.POSITIVE_INFINITY);
        long fewest = bad.size();
        for (Feature feature : Feature.values()) {
            Map<Integer, Double> highest = new HashMap<>();
            rows.forEach(row -> highest.merge(row.user(), row.of(feature), Math::max));
            double[] of = bad.stream().mapToDouble(user -> highest.getOrDefault(user, 0.0)).toArray();
            double[] others = highest.entrySet()
                    .stream()
                    .filter(user -> !bad.contains(user.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .toArray();
            double limit = limit(of, others);
            long errors = count(of, value -> value <= limit) + count(others, value -> value > limit);
            if (errors < fewest) {
                fewest = errors;
                best = new FeatureThreshold(feature, limit);
            }
        }
        return best;
    }

    private static double limit(double[] bad, double[] others) {
        return CallThreshold.choose(bad, others).callsPerDay();
    }

    private static long count(double[] values, DoublePredicate isCounted) {
        return Arrays.stream(values).filter(isCounted).count();
    }
}
