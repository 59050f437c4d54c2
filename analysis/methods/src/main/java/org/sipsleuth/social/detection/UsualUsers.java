package org.sipsleuth.social.detection;

import java.util.List;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.flag.FlagModel;

/// What is usual of users in periods of one length.
///
/// @param flags the border of what is usual
/// @param mostMade calls made on a day with calls that one period of a hundred exceeds, 0 or more
/// @param mostReceived the same, of calls received
record UsualUsers(FlagModel flags, double mostMade, double mostReceived) {

    private static final double EXCEEDED = 0.01;

    /// @throws IllegalArgumentException if a number of calls is below 0
    UsualUsers {
        if (!(mostMade >= 0 && mostReceived >= 0)) {
            throw new IllegalArgumentException("a number of calls is below 0");
        }
    }

    static UsualUsers of(FlagModel flags, List<FeatureTable.Row> rows) {
        return new UsualUsers(flags, most(rows, Feature.CALLS_MADE), most(rows, Feature.CALLS_RECEIVED));
    }

    private static double most(List<FeatureTable.Row> rows, Feature feature) {
        double[] sorted = rows.stream().mapToDouble(row -> row.of(feature)).sorted().toArray();
        return sorted[(int) ((1 - EXCEEDED) * (sorted.length - 1))];
    }

    /// The number of calls that few exceed.
    ///
    /// @param feature calls made or calls received
    double most(Feature feature) {
        return feature == Feature.CALLS_MADE ? mostMade : mostReceived;
    }
}
