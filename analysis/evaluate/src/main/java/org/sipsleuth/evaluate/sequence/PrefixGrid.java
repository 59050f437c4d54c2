package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

/// How often a dialog is recognised from a part of its messages (Fig. 6): over a grid of places
/// from its first message to its last.
final class PrefixGrid {

    private final int steps;
    private final double[] right;
    private final double[] all;

    /// @param steps places on the grid: 20 for steps of 5 %, 56 for those of the paper's longest
    ///     dialog
    PrefixGrid(int steps) {
        this.steps = steps;
        this.right = new double[steps + 1];
        this.all = new double[steps + 1];
    }

    /// Fills grids with what is predicted from each beginning of each dialog.
    ///
    /// @param predictions for a sequence the known dialog predicted after each message, or -1
    /// @param ofEntry the known dialog that an entry is, or -1
    static void fill(List<PrefixGrid> grids, SequenceCorpus corpus, Function<List<String>, int[]> predictions,
            ToIntFunction<List<String>> ofEntry) {
        List<int[]> all = corpus.entries().parallelStream().map(entry -> predictions.apply(entry.types())).toList();
        for (int i = 0; i < all.size(); i++) {
            SequenceCorpus.Entry entry = corpus.entries().get(i);
            int is = ofEntry.applyAsInt(entry.types());
            int[] right = all.get(i).clone();
            for (int j = 0; j < right.length; j++) {
                right[j] = is >= 0 && right[j] == is ? 1 : 0;
            }
            for (PrefixGrid grid : grids) {
                grid.add(right, entry.dialogs());
            }
        }
    }

    /// Adds dialogs: the place of a beginning is the first of the grid at or behind it.
    private void add(int[] rightByLength, int dialogs) {
        int length = rightByLength.length;
        for (int observed = 1; observed <= length; observed++) {
            int place = Math.ceilDiv(observed * steps, length);
            all[place] += dialogs;
            right[place] += (double) rightByLength[observed - 1] * dialogs;
        }
    }

    /// The share of right predictions at a place.
    double share(int place) {
        return all[place] == 0 ? 0 : right[place] / all[place];
    }

    /// The smallest share of a dialog from which one was recognised, in (0, 1].
    double leastShare() {
        for (int place = 1; place <= steps; place++) {
            if (right[place] > 0) {
                return (double) place / steps;
            }
        }
        return 1;
    }

    /// The curve.
    PaperFigure.Series series(String name) {
        List<PaperFigure.Point> points = new ArrayList<>();
        for (int place = 1; place <= steps; place++) {
            points.add(new PaperFigure.Point(100.0 * place / steps, share(place)));
        }
        return new PaperFigure.Series(name, PaperFigure.Kind.LINES, points);
    }
}
