package org.sipsleuth.evaluate.social;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;

/// The simplest detector of attacked users: more calls made, or received, a day than so many.
///
/// @param callsPerDay users above it are flagged: mean calls of the days with calls, in the busiest
///     week
record CallThreshold(double callsPerDay) {

    private static final List<Feature> COUNTS = List.of(Feature.CALLS_MADE, Feature.CALLS_RECEIVED);

    /// How many calls a day each user makes, or receives if these are more, in the busiest week
    /// that begins at a time or later.
    ///
    /// @param weeks features of weeks
    /// @param fromNanos in ns since the epoch
    static Map<Integer, Double> busiest(FeatureTable weeks, long fromNanos) {
        Map<Integer, Double> busiest = new HashMap<>();
        for (FeatureTable.Row row : weeks.rows()) {
            if (weeks.periods().startOf(row.period()) >= fromNanos) {
                for (Feature count : COUNTS) {
                    busiest.merge(row.user(), row.of(count), Math::max);
                }
            }
        }
        return busiest;
    }

    /// The threshold with the fewest errors, missed and false ones together, on labelled users;
    /// halfway between two observed values, of several equally good ones the lowest.
    ///
    /// @param bad calls a day of those attacked
    /// @param good calls a day of the others
    static CallThreshold choose(double[] bad, double[] good) {
        TreeSet<Double> values = new TreeSet<>();
        Arrays.stream(bad).forEach(values::add);
        Arrays.stream(good).forEach(values::add);
        double best = Double.POSITIVE_INFINITY;
        long fewest = bad.length;
        Double below = null;
        for (double value : values) {
            if (below != null) {
                CallThreshold between = new CallThreshold((below + value) / 2);
                long errors = bad.length - between.flagged(bad) + between.flagged(good);
                if (errors < fewest) {
                    fewest = errors;
                    best = between.callsPerDay;
                }
            }
            below = value;
        }
        return new CallThreshold(best);
    }

    /// How many users are above it.
    long flagged(double[] users) {
        return Arrays.stream(users).filter(calls -> calls > callsPerDay).count();
    }
}
