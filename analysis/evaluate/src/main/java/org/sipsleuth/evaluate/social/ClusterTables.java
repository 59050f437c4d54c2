package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.social.cluster.ClusterChoice;
import org.sipsleuth.social.cluster.ClusterCriterion;
import org.sipsleuth.social.cluster.PrincipalPlane;

/// How many clusters the active members have by each criterion, and their principal components
/// (paper 5, §5.1 and Table 2). Nothing is asked of ours: the paper's data are not there, and its
/// own curve has no elbow.
final class ClusterTables {

    /// Table 2: *Proportion of Variance*.
    private static final List<Double> PAPER_SHARES =
            List.of(0.15, 0.13, 0.11, 0.10, 0.08, 0.08, 0.07, 0.06, 0.06, 0.06, 0.05, 0.05);

    private final MemberClusters members;

    ClusterTables(MemberClusters members) {
        this.members = members;
    }

    /// The three tables.
    List<EvaluationTable> tables() {
        ClusterChoice choice = members.choice();
        List<EvaluationRow> summary = new ArrayList<>();
        summary.add(row("active members", 1_780.0, members.rows().size()));
        addBest(summary, choice);
        summary.add(row("members in the same one of 9 clusters after a month", null, members.stayed()));
        return List.of(components(),
                new EvaluationTable("clusters", "Clusters of active members, days without attacks", summary),
                new EvaluationTable("clusters-by-k",
                        "Numbers of clusters by six criteria, of " + choice.sampled() + " members", byNumber(choice)));
    }

    private EvaluationTable components() {
        PrincipalPlane plane = members.plane();
        List<EvaluationRow> rows = new ArrayList<>();
        for (int axis = 0; axis < plane.axes(); axis++) {
            rows.add(row("share of the variance, component " + (axis + 1), PAPER_SHARES.get(axis), plane.share(axis)));
        }
        return new EvaluationTable("table-2", "Table 2, principal components of the features", rows);
    }

    private static EvaluationRow row(String name, @Nullable Double paper, double ours) {
        return new EvaluationRow(name, paper, Spread.of(ours), null);
    }

    private static void addBest(List<EvaluationRow> rows, ClusterChoice choice) {
        for (ClusterCriterion criterion : ClusterCriterion.values()) {
            OptionalInt best = choice.best(criterion);
            boolean isOfPaper = criterion == ClusterCriterion.WITHIN || criterion == ClusterCriterion.BIC_FULL;
            if (best.isPresent()) {
                rows.add(row("best k of 1 to " + choice.most() + " by " + name(criterion),
                        isOfPaper ? (double) MemberClusters.COUNT : null, best.getAsInt()));
            }
        }
    }

    static String name(ClusterCriterion criterion) {
        return switch (criterion) {
            case WITHIN -> "WSS (elbow)";
            case SILHOUETTE -> "silhouette";
            case GAP -> "gap";
            case BIC_FULL -> "BIC, full covariance";
            case BIC_DIAGONAL -> "BIC, diagonal covariance";
            case STABILITY -> "stability";
        };
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
