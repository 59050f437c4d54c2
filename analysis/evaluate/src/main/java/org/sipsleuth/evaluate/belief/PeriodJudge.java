package org.sipsleuth.evaluate.belief;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import smile.anomaly.IsolationForest;
import smile.math.MathEx;

/// What gives a period a score: high is suspicious. All but the tree know normal traffic only.
enum PeriodJudge {
    /// The belief in an attack; 0 where normal traffic is believed most.
    TREE("tree"),
    /// The distance to the nearest normal periods.
    NOVELTY("novelty"),
    /// An isolation forest of the same normal periods (F. T. Liu et al., ICDM 2008).
    FOREST("isolation forest"),
    /// The largest deviation of one value from its mean, in standard deviations.
    LARGEST("largest deviation of one value");

    private static final long SEED = 1;

    private final String title;

    PeriodJudge(String title) {
        this.title = title;
    }

    /// Its name in tables.
    String title() {
        return title;
    }

    /// The scores of a model.
    static Map<PeriodJudge, ToDoubleFunction<Observation>> of(BeliefModel model, PeriodNovelty novelty) {
        Map<PeriodJudge, ToDoubleFunction<Observation>> judges = new EnumMap<>(PeriodJudge.class);
        judges.put(TREE, period -> tree(model.score(period)));
        judges.put(NOVELTY, period -> novelty.judge(period).distance());
        IsolationForest forest = forest(novelty.scaledRows());
        judges.put(FOREST, period -> forest.score(novelty.scaled(period)));
        judges.put(LARGEST, period -> Arrays.stream(novelty.scaled(period)).map(Math::abs).max().orElseThrow());
        return judges;
    }

    /// One thread, since each draws by itself: so the same rows give the same forest.
    private static IsolationForest forest(double[][] rows) {
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            return one.submit(() -> {
                MathEx.setSeed(SEED);
                return IsolationForest.fit(rows, new IsolationForest.Options());
            }).join();
        }
    }

    private static double tree(Belief belief) {
        return !belief.isContradiction() && belief.leading().isAttack() ? belief.attack() : 0;
    }
}
