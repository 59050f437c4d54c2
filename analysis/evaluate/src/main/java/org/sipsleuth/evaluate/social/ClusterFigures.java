package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.social.cluster.ClusterChoice;
import org.sipsleuth.social.cluster.ClusterCriterion;
import org.sipsleuth.social.cluster.PrincipalPlane;
import org.sipsleuth.social.cluster.UserClusters;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;

/// Clusters of active members (paper 5, Figs 12 to 15).
final class ClusterFigures {

    /// So many clusters has our example of k-means; the paper's Fig. 12 is one without data.
    private static final int EXAMPLE = 3;

    private static final double PERCENT = 100;

    private final MemberClusters members;

    ClusterFigures(MemberClusters members) {
        this.members = members;
    }

    List<PaperFigure> figures() {
        return List.of(example(),
                criteria("fig-13", "Fig. 13: distances within clusters by their number",
                        "within-cluster sum of squares (WSS)", List.of(ClusterCriterion.WITHIN)),
                criteria("fig-14", "Fig. 14: Bayesian information criterion (BIC) by number of clusters",
                        "BIC (higher is better)", List.of(ClusterCriterion.BIC_FULL, ClusterCriterion.BIC_DIAGONAL)),
                plane());
    }

    private PaperFigure example() {
        List<FeatureTable.Row> rows = members.rows();
        return new PaperFigure("fig-12", "Fig. 12: example of k-means, active members by their calls",
                "calls made on a day with calls, ln(1 + x)", "calls received on a day with calls, ln(1 + x)",
                clusters(members.byCalls(EXAMPLE), row -> Math.log1p(rows.get(row).of(Feature.CALLS_MADE)),
                        row -> Math.log1p(rows.get(row).of(Feature.CALLS_RECEIVED))));
    }

    private PaperFigure plane() {
        PrincipalPlane plane = members.plane();
        return new PaperFigure("fig-15", "Fig. 15: clusters of active members by two principal components",
                component(plane, 0), component(plane, 1), clusters(members.clusters(), plane::x, plane::y));
    }

    private static String component(PrincipalPlane plane, int axis) {
        return String.format(Locale.ROOT, "component %d (%.0f %% of the variance)", axis + 1,
                PERCENT * plane.share(axis));
    }

    /// A series for each cluster, a point for each member.
    private List<PaperFigure.Series> clusters(UserClusters clusters, IntToDoubleFunction x, IntToDoubleFunction y) {
        List<PaperFigure.Series> all = new ArrayList<>();
        for (int i = 0; i < clusters.count(); i++) {
            int cluster = i;
            all.add(new PaperFigure.Series(MemberClusters.name(cluster), PaperFigure.Kind.POINTS,
                    IntStream.range(0, members.rows().size())
                            .filter(row -> clusters.of(row) == cluster)
                            .mapToObj(row -> new PaperFigure.Point(x.applyAsDouble(row), y.applyAsDouble(row)))
                            .toList()));
        }
        return all;
    }

    private PaperFigure criteria(String id, String title, String yTitle, List<ClusterCriterion> criteria) {
        return new PaperFigure(id, title, "number of clusters k", yTitle,
                criteria.stream().map(criterion -> values(members.choice(), criterion)).toList());
    }

    private static PaperFigure.Series values(ClusterChoice choice, ClusterCriterion criterion) {
        List<PaperFigure.Point> points = new ArrayList<>();
        for (int k = 1; k <= choice.most(); k++) {
            OptionalDouble value = choice.value(criterion, k);
            if (value.isPresent()) {
                points.add(new PaperFigure.Point(k, value.getAsDouble()));
            }
        }
        return new PaperFigure.Series(ClusterTables.name(criterion), PaperFigure.Kind.LINES, points);
    }
}
