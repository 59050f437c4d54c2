package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Spread;

/// Precision, recall and F1 of *unknown*: of the networks, and of what needs no network. A hash set
/// of the trained dialogs is exact by definition, since that is how *unknown* is defined here; no
/// detector can be better.
final class UnknownTable {

    private final Map<String, List<Confusion>> all = new LinkedHashMap<>();

    UnknownTable(List<EvaluationRun> convolutional, EvaluationRun recurrent) {
        networks("CNN", convolutional);
        networks("LSTM", List.of(recurrent));
        for (EvaluationRun run : convolutional) {
            SimpleDetectors.of(run.corpus())
                    .forEach((name, isUnknown) -> add(name, SimpleDetectors.confusion(run.corpus(), isUnknown)));
        }
    }

    private void networks(String name, List<EvaluationRun> runs) {
        runs.forEach(run -> add(name + ", skewness and kurtosis", run.byMoments()));
        runs.forEach(run -> add(name + ", maximum output", run.byMaximum()));
    }

    private void add(String name, Confusion ofKnown) {
        all.computeIfAbsent(name, _ -> new ArrayList<>()).add(ofKnown.ofUnknown());
    }

    EvaluationTable table() {
        List<EvaluationRow> rows = new ArrayList<>();
        all.forEach((name, confusions) -> {
            rows.add(row(name + ": precision", confusions, Confusion::precision));
            rows.add(row(name + ": recall", confusions, Confusion::truePositiveRate));
            rows.add(row(name + ": F1", confusions, Confusion::f1));
        });
        rows.add(added("CNN, skewness and kurtosis"));
        rows.add(added("CNN, maximum output"));
        return new EvaluationTable("unknown",
                "Unknown dialogs are positive, all parts joined; the hash set is exact by definition", rows);
    }

    /// What a network adds to the F1 of the Markov model, split by split.
    private EvaluationRow added(String network) {
        List<Confusion> its = all.getOrDefault(network, List.of());
        List<Confusion> markov = all.getOrDefault("Markov model", List.of());
        double[] more = new double[its.size()];
        for (int i = 0; i < more.length; i++) {
            more[i] = its.get(i).f1() - markov.get(i).f1();
        }
        return new EvaluationRow(network + ": F1 above that of the Markov model", null, Spread.of(more), null);
    }

    private static EvaluationRow row(String name, List<Confusion> confusions, ToDoubleFunction<Confusion> of) {
        double[] values = confusions.stream().mapToDouble(of).toArray();
        return new EvaluationRow(name, null, Spread.of(values), null);
    }
}
