package org.sipsleuth.evaluate.social;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.flag.KernelWidth;
import smile.classification.SVM;
import smile.math.MathEx;
import smile.math.kernel.GaussianKernel;

/// A two-class SVM that learns from labelled users: what labels add to a machine that learns from
/// usual weeks alone. Users are divided into five parts, each scored by a machine of the
/// other four. Gaussian kernel, C = 1.
final class LabelledMachine {

    private static final int FOLDS = 5;
    private static final double LEAST_WIDTH = 0.1;

    /// So many usual users are learned from; more cost time, and change little.
    private static final int MOST_USUAL = 2_000;

    private final double[][] rows;
    private final boolean[] areBad;
    private final long seed;

    /// @param rows a row for each user, scaled
    /// @param areBad who is attacked, or attacks
    LabelledMachine(double[][] rows, boolean[] areBad, long seed) {
        this.rows = rows;
        this.areBad = areBad;
        this.seed = seed;
    }

    /// How anomalous each user is to a machine that did not learn from it; high is anomalous.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    double[] scores(RunMonitor monitor) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows.length).boxed().toList());
        Collections.shuffle(order, random);
        int[] foldOf = new int[rows.length];
        for (int place = 0; place < order.size(); place++) {
            foldOf[order.get(place)] = place % FOLDS;
        }
        double[] scores = new double[rows.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            monitor.throwIfCancelled();
            int its = fold;
            List<Integer> learned = new ArrayList<>();
            int usual = 0;
            for (int user : order) {
                if (foldOf[user] != its && (areBad[user] || usual++ < MOST_USUAL)) {
                    learned.add(user);
                }
            }
            if (learned.stream().map(user -> areBad[user]).distinct().count() < 2) {
                continue; // one class only
            }
            SVM<double[]> machine = machine(learned);
            IntStream.range(0, rows.length)
                    .filter(user -> foldOf[user] == its)
                    .forEach(user -> scores[user] = machine.score(rows[user]));
        }
        return scores;
    }

    private SVM<double[]> machine(List<Integer> users) {
        double[][] known = users.stream().map(user -> rows[user]).toArray(double[][]::new);
        int[] labels = users.stream().mapToInt(user -> areBad[user] ? 1 : -1).toArray();
        MathEx.setSeed(seed);
        return SVM.fit(known, labels, new GaussianKernel(KernelWidth.of(known, LEAST_WIDTH, seed)), new SVM.Options(1));
    }

    /// How many of the bad score higher than all but so many of the others.
    static long found(double[] scores, boolean[] areBad, int falseOnes) {
        double[] others = IntStream.range(0, scores.length)
                .filter(user -> !areBad[user])
                .mapToDouble(user -> scores[user])
                .sorted()
                .toArray();
        if (others.length == 0) {
            return IntStream.range(0, scores.length).filter(user -> areBad[user]).count();
        }
        double threshold = others[Math.max(0, others.length - 1 - falseOnes)];
        return IntStream.range(0, scores.length).filter(user -> areBad[user] && scores[user] > threshold).count();
    }
}
