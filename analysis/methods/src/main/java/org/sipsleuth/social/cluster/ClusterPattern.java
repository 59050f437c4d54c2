package org.sipsleuth.social.cluster;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sipsleuth.social.feature.FeatureTable;

/// The pattern that most users of a cluster follow (paper 5, Table 3).
///
/// @param pattern the most frequent one, the first of equal ones
/// @param rows how many rows the cluster has, 0 or more
/// @param share of these that follow it, 0 to 1; near 0.9 in the paper
public record ClusterPattern(CallPattern pattern, int rows, double share) {

    /// Those of all clusters, in the order of their numbers.
    ///
    /// @param rows those that were clustered, in the same order
    public static List<ClusterPattern> of(List<FeatureTable.Row> rows, UserClusters clusters) {
        return IntStream.range(0, clusters.count())
                .mapToObj(cluster -> of(IntStream.range(0, rows.size())
                        .filter(row -> clusters.of(row) == cluster)
                        .mapToObj(row -> CallPattern.of(rows.get(row)))
                        .toList()))
                .toList();
    }

    private static ClusterPattern of(List<CallPattern> patterns) {
        Map<CallPattern, Integer> counts = new EnumMap<>(CallPattern.class);
        patterns.forEach(pattern -> counts.merge(pattern, 1, Integer::sum));
        return counts.entrySet()
                .stream()
                .max(Map.Entry.<CallPattern, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(most -> new ClusterPattern(most.getKey(), patterns.size(),
                        (double) most.getValue() / patterns.size()))
                .orElse(new ClusterPattern(CallPattern.NONE, 0, 0));
    }
}
