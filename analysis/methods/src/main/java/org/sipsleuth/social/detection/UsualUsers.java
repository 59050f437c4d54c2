package org.sipsleuth.social.detection;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.flag.FlagModel;
import org.sipsleuth.social.flag.FlagSettings;
import org.sipsleuth.social.flag.NeighbourModel;

/// What is usual of users in periods of one length.
///
/// @param border of what is usual, by the one-class SVM
/// @param neighbours how far usual users lie from others; empty in models of other networks, whose
///     users say nothing about chance here
/// @param mostMade calls made on a day with calls that one period of a hundred exceeds, 0 or more
/// @param mostReceived the same, of calls received
record UsualUsers(FlagModel border, Optional<NeighbourModel> neighbours, double mostMade, double mostReceived) {

    private static final double EXCEEDED = 0.01;

    /// @throws IllegalArgumentException if a number of calls is below 0
    UsualUsers {
        if (!(mostMade >= 0 && mostReceived >= 0)) {
            throw new IllegalArgumentException("a number of calls is below 0");
        }
    }

    /// Learns from the periods of usual users.
    ///
    /// @return empty if they are too few to say
    static Optional<UsualUsers> learn(List<FeatureTable.Row> rows, FlagSettings settings, RunMonitor monitor) {
        return FlagModel.learn(rows, SocialSettings.FEATURES, settings, monitor)
                .map(border -> of(border, NeighbourModel.learn(rows, SocialSettings.COMPARED, settings, monitor),
                        rows));
    }

    private static UsualUsers of(FlagModel border, Optional<NeighbourModel> neighbours, List<FeatureTable.Row> rows) {
        return new UsualUsers(border, neighbours, most(rows, Feature.CALLS_MADE), most(rows, Feature.CALLS_RECEIVED));
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
