package org.sipsleuth.evaluate.social;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluate.EvaluationRow;
import org.sipsleuth.evaluate.EvaluationTable;
import org.sipsleuth.evaluate.Spread;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.cluster.CallPattern;
import org.sipsleuth.social.cluster.ClusterChoice;
import org.sipsleuth.social.cluster.ClusterCriterion;
import org.sipsleuth.social.cluster.ClusterPattern;
import org.sipsleuth.social.cluster.ClusterTransitions;
import org.sipsleuth.social.cluster.PrincipalPlane;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.cluster.UserClusters;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;

/// How many clusters the active members have by each criterion, and what the paper's nine clusters
/// are like (paper 5, §5.1, Tables 2 and 3). Nothing is asked of ours: the paper's data are not
/// there, and its own curve has no elbow.
final class ClusterTables {

    private static final int MOST = 12;
    private static final int PAPER_CLUSTERS = 9;
    private static final double ACTIVE = 0.25;
    private static final int MONTH = 30;

    private final Society society;
    private final int trainDays;
    private final long seed;
    private final RunMonitor monitor;
    private final List<Integer> active;

    /// @param trainDays so many days without attacks are looked at
    ClusterTables(Society society, int trainDays, long seed, RunMonitor monitor) {
        this.society = society;
        this.trainDays = trainDays;
        this.seed = seed;
        this.monitor = monitor;
        active =
                rows(society.internal(), periods(trainDays)).stream()
                        .filter(row -> row.of(Feature.ACTIVE_DAYS) >= ACTIVE)
                        .map(FeatureTable.Row::user)
                        .toList();
    }

    private Periods periods(int days) {
        Periods whole =
                Periods.whole(
                        society.records().fromNanos(), society.records().toNanos(), ZoneOffset.UTC);
        return new Periods(whole.fromNanos(), days, days, trainDays / days, ZoneOffset.UTC);
    }

    private List<FeatureTable.Row> rows(List<Integer> users, Periods periods) {
        return FeatureTable.of(society.records(), society.calls(), users, periods, monitor).rows();
    }

    private static List<double[]> scaled(List<FeatureTable.Row> rows) {
        Scaling scaling = Scaling.of(rows, List.of(Feature.values()));
        return rows.stream().map(scaling::scaled).toList();
    }

    /// Both tables.
    List<EvaluationTable> tables() {
        List<FeatureTable.Row> rows = rows(active, periods(trainDays));
        List<double[]> scaled = scaled(rows);
        ClusterChoice choice = ClusterChoice.of(scaled, MOST, seed, monitor);
        List<EvaluationRow> summary = new ArrayList<>();
        summary.add(row("active members", 1_780.0, active.size()));
        addBest(summary, choice);
        PrincipalPlane plane = PrincipalPlane.of(scaled);
        summary.add(row("share of the variance on the first axis", 0.15, plane.share(0)));
        summary.add(row("share of the variance on the second axis", 0.13, plane.share(1)));
        addPatterns(summary, rows, scaled);
        summary.add(row("members in the same one of 9 clusters after a month", null, stayed()));
        return List.of(
                new EvaluationTable(
                        "clusters", "Clusters of active members, days without attacks", summary),
                new EvaluationTable(
                        "clusters-by-k",
                        "Numbers of clusters by six criteria, of " + choice.sampled() + " members",
                        byNumber(choice)));
    }

    private static EvaluationRow row(String name, @Nullable Double paper, double ours) {
        return new EvaluationRow(name, paper, Spread.of(ours), null);
    }

    private static void addBest(List<EvaluationRow> rows, ClusterChoice choice) {
        for (ClusterCriterion criterion : ClusterCriterion.values()) {
            OptionalInt best = choice.best(criterion);
            boolean isOfPaper =
                    criterion == ClusterCriterion.WITHIN || criterion == ClusterCriterion.BIC_FULL;
            if (best.isPresent()) {
                rows.add(
                        row(
                                "best k of 1 to " + choice.most() + " by " + name(criterion),
                                isOfPaper ? (double) PAPER_CLUSTERS : null,
                                best.getAsInt()));
            }
        }
    }

    private static String name(ClusterCriterion criterion) {
        return switch (criterion) {
            case WITHIN -> "WSS (elbow)";
            case SILHOUETTE -> "silhouette";
            case GAP -> "gap";
            case BIC_FULL -> "BIC, full covariance";
            case BIC_DIAGONAL -> "BIC, diagonal covariance";
            case STABILITY -> "stability";
        };
    }

    private void addPatterns(
            List<EvaluationRow> summary, List<FeatureTable.Row> rows, List<double[]> scaled) {
        List<ClusterPattern> patterns =
                ClusterPattern.of(rows, UserClusters.of(scaled, PAPER_CLUSTERS, seed, monitor));
        addPattern(
                summary, patterns, CallPattern.RECEIVER, "receivers (pattern 1)", 5, 554.0 / 619);
        addPattern(summary, patterns, CallPattern.CALLER, "callers (pattern 2)", 3, 586.0 / 674);
        addPattern(summary, patterns, CallPattern.BOTH, "both (pattern 3)", 1, 0.9);
    }

    private static void addPattern(
            List<EvaluationRow> summary,
            List<ClusterPattern> patterns,
            CallPattern pattern,
            String name,
            double paperClusters,
            double paperShare) {
        List<ClusterPattern> some =
                patterns.stream().filter(each -> each.pattern() == pattern).toList();
        double rows = some.stream().mapToInt(ClusterPattern::rows).sum();
        double followers = some.stream().mapToDouble(each -> each.share() * each.rows()).sum();
        summary.add(row("of 9 clusters: mostly " + name, paperClusters, some.size()));
        if (rows > 0) {
            summary.add(row("share of these that are " + name, paperShare, followers / rows));
        }
    }

    /// The share of members who are in the same cluster in two months that follow each other.
    private double stayed() {
        Periods months = periods(MONTH);
        List<FeatureTable.Row> rows = rows(active, months);
        UserClusters clusters = UserClusters.of(scaled(rows), PAPER_CLUSTERS, seed, monitor);
        return ClusterTransitions.of(rows, clusters, months.count()).stayed();
    }

    private static List<EvaluationRow> byNumber(ClusterChoice choice) {
        List<EvaluationRow> rows = new ArrayList<>();
        for (ClusterCriterion criterion : ClusterCriterion.values()) {
            for (int k = 1; k <= choice.most(); k++) {
                OptionalDouble value = choice.value(criterion, k);
                String name = name(criterion).replace(" (elbow)", "") + ", k = " + k;
                if (criterion == ClusterCriterion.GAP) {
                    name += String.format(Locale.ROOT, " (error %.4f)", choice.gapError(k));
                }
                if (value.isPresent()) {
                    rows.add(row(name, null, value.getAsDouble()));
                }
            }
        }
        return rows;
    }
}
