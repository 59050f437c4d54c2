package org.sipsleuth.evaluate.flood;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.flood.network.NetworkKind;

/// Rows of the tables of floods.
final class FloodRows {

    static final List<NetworkKind> NETWORKS = List.of(NetworkKind.RNN, NetworkKind.LSTM, NetworkKind.GRU);

    private FloodRows() {}

    static String name(NetworkKind kind) {
        return switch (kind) {
            case GRU -> "GRU";
            case LSTM -> "LSTM";
            case RNN -> "RNN";
            case LOGISTIC -> "logistic regression";
        };
    }

    /// A single figure.
    static EvaluationRow of(String name, @Nullable Double paper, double ours, @Nullable Expectation must,
            @Nullable Double simplest, @Nullable Double best) {
        return new EvaluationRow(name, paper, Spread.of(ours), must, simplest, best);
    }

    /// The single input with the fewest windows of a set wrong, with its threshold.
    static Simple bestSingle(FloodSet choose, FloodVerdicts.Choice choice) {
        return bestSingle(choose, EnumSet.allOf(Input.class), choice);
    }

    /// The best of some single inputs.
    static Simple bestSingle(FloodSet choose, Set<Input> inputs, FloodVerdicts.Choice choice) {
        return inputs.stream()
                .flatMap(input -> Stream.of(WindowScorer.of(input, true), WindowScorer.of(input, false)))
                .map(scorer -> Simple.of(choose, scorer, choice))
                .min(Comparator.comparingLong(simple -> simple.on(choose).counts(choice).wrong()))
                .orElseThrow();
    }

    /// A scorer and its threshold.
    record Simple(WindowScorer scorer, double threshold) {

        static Simple of(FloodSet choose, WindowScorer scorer, FloodVerdicts.Choice choice) {
            return new Simple(scorer, FloodVerdicts.threshold(choose, scorer, choice));
        }

        FloodVerdicts on(FloodSet set) {
            return FloodVerdicts.of(set, scorer, threshold);
        }
    }

    /// The best possible error by gaps on the windows of a set that lie inside floods of all rates
    /// and behaviours, or outside.
    static double best(FloodVerdicts verdicts, boolean goesOn) {
        return bound(verdicts).ofAll(goesOn);
    }

    /// With the share of windows inside floods that a set has.
    static BestError bound(FloodVerdicts verdicts) {
        WindowCounts pure = verdicts.counts(FloodVerdicts.Choice.PURE);
        double inside = (double) (pure.truePositives() + pure.falseNegatives()) / pure.size();
        return new BestError(FloodTraffic.NORMAL, 10, inside);
    }
}
