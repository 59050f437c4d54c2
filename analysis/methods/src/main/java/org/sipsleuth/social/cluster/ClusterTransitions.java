package org.sipsleuth.social.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sipsleuth.social.feature.FeatureTable;

/// How many users move from one cluster to another between a period and the next. Clusters must be
/// those of all periods together, so that a number means the same in each. Immutable.
public final class ClusterTransitions {

    private final int[][] moves; // from cluster by to cluster
    private final int[] joined;
    private final int[] left;

    private ClusterTransitions(int[][] moves, int[] joined, int[] left) {
        this.moves = moves;
        this.joined = joined;
        this.left = left;
    }

    /// Where a user is in a period.
    ///
    /// @param user any number
    /// @param period from 0
    /// @param cluster from 0
    public record Membership(int user, int period, int cluster) {}

    private record Key(int user, int period) {}

    /// Counts the moves.
    ///
    /// @param rows those that were clustered, in the same order; a user has a row for each period
    ///     in which it was seen, and at most one
    /// @param periods how many periods were looked at
    public static ClusterTransitions of(List<FeatureTable.Row> rows, UserClusters clusters, int periods) {
        return of(IntStream.range(0, rows.size())
                .mapToObj(row -> new Membership(rows.get(row).user(), rows.get(row).period(), clusters.of(row)))
                .toList(), clusters.count(), periods);
    }

    /// Counts the moves.
    ///
    /// @param memberships at most one for each user and period, in any order
    /// @param clusters how many clusters there are
    /// @param periods how many periods were looked at
    /// @throws IllegalArgumentException if a user is in two clusters in a period
    public static ClusterTransitions of(List<Membership> memberships, int clusters, int periods) {
        Map<Key, Integer> clusterOf = new HashMap<>();
        for (Membership each : memberships) {
            Key key = new Key(each.user(), each.period());
            if (clusterOf.put(key, each.cluster()) != null) {
                throw new IllegalArgumentException(
                        "two clusters of user " + each.user() + " in period " + each.period());
            }
        }
        int[][] moves = new int[clusters][clusters];
        int[] joined = new int[clusters];
        int[] left = new int[clusters];
        for (Membership each : memberships) {
            Integer next = clusterOf.get(new Key(each.user(), each.period() + 1));
            if (next != null) {
                moves[each.cluster()][next]++;
            } else if (each.period() + 1 < periods) {
                left[each.cluster()]++;
            }
            if (each.period() > 0 && !clusterOf.containsKey(new Key(each.user(), each.period() - 1))) {
                joined[each.cluster()]++;
            }
        }
        return new ClusterTransitions(moves, joined, left);
    }

    /// How many clusters there are.
    public int clusters() {
        return moves.length;
    }

    /// How often a user of one cluster is in another, or the same, in the next period.
    public int moves(int from, int to) {
        return moves[from][to];
    }

    /// How often a user is in a cluster that was not seen in the period before; those of the first
    /// period do not count.
    public int joined(int cluster) {
        return joined[cluster];
    }

    /// How often a user is in a cluster that is not seen in the next period; those of the last
    /// period do not count.
    public int left(int cluster) {
        return left[cluster];
    }

    /// The share of moves that end in the same cluster, 0 to 1; NaN without moves.
    public double stayed() {
        double all = 0;
        double same = 0;
        for (int from = 0; from < moves.length; from++) {
            all += IntStream.of(moves[from]).sum();
            same += moves[from][from];
        }
        return same / all;
    }
}
