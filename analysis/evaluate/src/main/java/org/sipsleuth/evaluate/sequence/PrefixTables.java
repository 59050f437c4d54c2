package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.sequence.KnownDialogs;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequencePrediction;
import org.sipsleuth.sequence.known.PrefixTree;
import org.sipsleuth.sequence.known.TreeCursor;

/// Fig. 6: how often a dialog is recognised from a part of its messages, on both grids, by the
/// networks and by the prefix tree.
final class PrefixTables {

    private static final int PERCENT_STEPS = 20;
    private static final int PAPER_STEPS = 56;

    /// What is shown of the percent grid: half, then the tenths up to all.
    private static final int[] SHOWN = {10, 14, 16, 18, 19, 20};

    private static final double PAPER_ALL = 0.9660;
    private static final double PAPER_LEAST_CNN = 25.0 / PAPER_STEPS;
    private static final double PAPER_LEAST_LSTM = 19.0 / PAPER_STEPS;

    private record Grids(PrefixGrid percent, PrefixGrid paper) {}

    private final List<Grids> convolutional = new ArrayList<>();
    private final Grids recurrent;
    private final List<Grids> reference = new ArrayList<>();

    PrefixTables(List<EvaluationRun> trials, EvaluationRun recurrentTrial) {
        for (EvaluationRun trial : trials) {
            convolutional.add(ofNetwork(trial));
            reference.add(ofTree(trial));
        }
        recurrent = ofNetwork(recurrentTrial);
    }

    private static Grids empty() {
        return new Grids(new PrefixGrid(PERCENT_STEPS), new PrefixGrid(PAPER_STEPS));
    }

    private static Grids ofNetwork(EvaluationRun trial) {
        Grids grids = empty();
        KnownDialogs known = trial.model().known();
        PrefixGrid.fill(List.of(grids.percent(), grids.paper()), trial.corpus(),
                types -> predictions(trial.model(), types), known.tree()::classOf);
        return grids;
    }

    private static int[] predictions(SequenceModel model, List<String> types) {
        SequencePrediction prediction = model.predict();
        int[] best = new int[types.size()];
        for (int i = 0; i < best.length; i++) {
            prediction.next(types.get(i));
            best[i] = prediction.score().best();
        }
        return best;
    }

    private static Grids ofTree(EvaluationRun trial) {
        Grids grids = empty();
        PrefixTree tree = trial.model().known().tree();
        PrefixGrid.fill(List.of(grids.percent(), grids.paper()), trial.corpus(), types -> {
            TreeCursor walk = tree.walk();
            int[] best = new int[types.size()];
            for (int i = 0; i < best.length; i++) {
                walk.next(types.get(i));
                best[i] = walk.isKnown() ? tree.best(walk.node()) : -1;
            }
            return best;
        }, tree::classOf);
        return grids;
    }

    EvaluationTable table() {
        List<EvaluationRow> rows = new ArrayList<>();
        rows(rows, "CNN", convolutional, PAPER_LEAST_CNN);
        rows(rows, "LSTM", List.of(recurrent), PAPER_LEAST_LSTM);
        rows(rows, "prefix tree", reference, null);
        return new EvaluationTable("Fig 6", "Share of dialogs recognised from their beginning", rows);
    }

    private static void rows(List<EvaluationRow> rows, String name, List<Grids> grids,
            @org.jspecify.annotations.Nullable Double paperLeast) {
        for (int step : SHOWN) {
            double[] ours = grids.stream().mapToDouble(g -> g.percent().share(step)).toArray();
            rows.add(new EvaluationRow("%s, up to %d %% of the messages".formatted(name, step * 100 / PERCENT_STEPS),
                    step == PERCENT_STEPS && paperLeast != null ? PAPER_ALL : null, Spread.of(ours), null));
        }
        double[] percent = grids.stream().mapToDouble(g -> g.percent().leastShare()).toArray();
        double[] paper = grids.stream().mapToDouble(g -> g.paper().leastShare()).toArray();
        rows.add(new EvaluationRow(name + ", minimum share of a dialog that was sufficient, steps of 5 %", null,
                Spread.of(percent), null));
        rows.add(new EvaluationRow(name + ", minimum share of a dialog that was sufficient, 56 steps", paperLeast,
                Spread.of(paper), null));
    }

    List<PaperFigure> figures() {
        return List.of(figure("fig-6-percent", "in steps of 5 %", Grids::percent),
                figure("fig-6-56", "in 56 steps", Grids::paper));
    }

    private PaperFigure figure(String id, String how, Function<Grids, PrefixGrid> which) {
        return new PaperFigure(id, "Dialogs recognised from their beginning, " + how,
                "observed share of the dialog's messages (%)", "share of dialogs recognised",
                List.of(which.apply(convolutional.getFirst()).series("CNN"), which.apply(recurrent).series("LSTM"),
                        which.apply(reference.getFirst()).series("prefix tree")));
    }
}
