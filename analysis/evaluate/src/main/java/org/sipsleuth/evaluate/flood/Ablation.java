package org.sipsleuth.evaluate.flood;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.sipsleuth.evaluate.flood.FloodVerdicts.Choice;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.run.RunMonitor;

/// Which inputs matter: the GRU with each alone, and with all but each, trained on a tenth of the
/// windows.
final class Ablation {

    private static final double PART = 0.1;
    private static final double HALF = 0.5;

    private Ablation() {}

    static EvaluationTable table(FloodSet train, FloodSet choose, FloodSet test, long seed, RunMonitor monitor,
            Consumer<String> news) {
        FloodSet few = train.part(PART);
        Map<String, Set<Input>> choices = new LinkedHashMap<>();
        choices.put("all inputs", EnumSet.allOf(Input.class));
        for (Input input : Input.values()) {
            choices.put(word(input) + " alone", EnumSet.of(input));
        }
        for (Input input : Input.values()) {
            choices.put("all but " + word(input), EnumSet.complementOf(EnumSet.of(input)));
        }
        List<EvaluationRow> rows = new ArrayList<>();
        choices.forEach((name, inputs) -> {
            FloodNetwork network =
                    FloodNetworks.one(NetworkKind.GRU, name, few.only(inputs).labelled(), seed, monitor, news);
            FloodVerdicts ours = FloodVerdicts.of(test.only(inputs), WindowScorer.of(network), HALF);
            FloodVerdicts simple = FloodRows.bestSingle(choose, inputs, Choice.ALL).on(test);
            rows.add(FloodRows.of(name + ": share misclassified", null, ours.counts(Choice.ALL).error(), null,
                    simple.counts(Choice.ALL).error(), FloodRows.best(ours, false)));
        });
        return new EvaluationTable("ablation",
                "Inputs of the GRU, dataset 1, %,d windows of training".formatted(few.size()), rows);
    }

    private static String word(Input input) {
        return input.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
