package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.ngram.detection.ModelKind;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.run.RunMonitor;

/// Thresholds chosen with held-out normal messages, then the rates that they achieve on others:
/// split by message, by dialog and by capture, without exact copies. Each split has a capture of
/// its own, of which each anomalous message belongs to another dialog.
///
/// @param captures simulated with different seeds, three at least; one for each split
record HonestSplits(List<SimulatedMessages> captures, long seed, RunMonitor monitor) {

    /// The most false positives that the threshold allows among the messages that choose it: fewer
    /// than must be achieved, since a quarter of the messages chooses.
    static final double CHOSEN = 0.0025;

    private static final double MOST_FALSE = 0.005;
    private static final double LEAST_FOUND = 0.98;

    /// A model that is measured.
    private record Variant(String name, EmbeddingSettings embedding, ModelKind kind) {}

    private static final List<Variant> VARIANTS =
            List.of(new Variant("local", EmbeddingSettings.PAPER, ModelKind.LOCAL),
                    new Variant("local, identifiers replaced", NgramEvaluator.CHOSEN, ModelKind.LOCAL),
                    new Variant("unseen, identifiers replaced", NgramEvaluator.CHOSEN, ModelKind.UNSEEN));

    /// What the n-grams stand beside: the parser, the simplest model of normal messages, and the
    /// grammar.
    private static final List<SimpleModel> SIMPLE =
            List.of(SimpleModel.DEFECTS, SimpleModel.NAMES_OF_TYPE, SimpleModel.LENGTH, SimpleModel.CONFORMANCE);

    /// What training and test have nothing of in common.
    private enum Unit {
        MESSAGE("by message"), DIALOG("by dialog"), CAPTURE("by capture");

        private final String text;

        Unit(String text) {
            this.text = text;
        }
    }

    private record Rates(double falsePositives, double truePositives) {}

    /// Takes a copy.
    HonestSplits {
        captures = List.copyOf(captures);
    }

    EvaluationTable table() {
        Map<Unit, Map<String, List<Rates>>> rates = new EnumMap<>(Unit.class);
        for (int i = 0; i < captures.size(); i++) {
            measure(i, rates);
        }
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(count("anomalous messages of a test", each -> each.anomalous().size()));
        rows.add(count("dialogs of these", each -> LabelledMessage.dialogs(each.anomalous())));
        rows.add(count("normal messages of a capture", each -> each.normal().size()));
        rows.add(count("dialogs of the normal ones", each -> LabelledMessage.dialogs(each.normal())));
        rates.forEach((unit, its) -> addRows(unit, its, rows));
        return new EvaluationTable("splits",
                "Threshold from held-out normal messages, rates on others; copies removed, one"
                        + " anomalous message of each dialog; simplest: parse defects",
                rows);
    }

    private EvaluationRow count(String name, ToDoubleFunction<SimulatedMessages> count) {
        return new EvaluationRow(name, null, Spread.of(captures.stream().mapToDouble(count).toArray()), null);
    }

    /// All models on one split of each kind.
    private void measure(int number, Map<Unit, Map<String, List<Rates>>> rates) {
        SimulatedMessages own = captures.get(number);
        SimulatedMessages second = captures.get((number + 1) % captures.size());
        SimulatedMessages third = captures.get((number + 2) % captures.size());
        Map<EmbeddingSettings, Vectors> vectors = new LinkedHashMap<>();
        for (EmbeddingSettings settings : List.of(EmbeddingSettings.PAPER, NgramEvaluator.CHOSEN)) {
            List<LabelledMessage> all =
                    Stream.of(own.normal(), own.anomalous(), second.normal(), third.normal(), third.anomalous())
                            .flatMap(List::stream)
                            .toList();
            vectors.put(settings, Vectors.of(settings, all));
        }
        for (Unit unit : Unit.values()) {
            Split split = switch (unit) {
                case MESSAGE -> Split.byMessage(own.normal(), seed + number);
                case DIALOG -> Split.byDialog(own.normal(), seed + number);
                case CAPTURE -> new Split(own.normal(), second.normal(), third.normal());
            };
            List<LabelledMessage> anomalous = unit == Unit.CAPTURE ? third.anomalous() : own.anomalous();
            Map<String, MessageModel> models = new LinkedHashMap<>();
            SIMPLE.forEach(model -> models.put(model.toString(), model));
            VARIANTS.forEach(each -> models.put(each.name(),
                    new NgramModel(Objects.requireNonNull(vectors.get(each.embedding())), each.kind())));
            Map<String, List<Rates>> ofUnit = rates.computeIfAbsent(unit, _ -> new LinkedHashMap<>());
            models.forEach((name, model) -> ofUnit.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(rates(model, split, anomalous)));
        }
    }

    private Rates rates(MessageModel model, Split split, List<LabelledMessage> anomalous) {
        monitor.throwIfCancelled();
        var scorer = model.fit(split.train(), monitor);
        double threshold = Scores.of(scorer, split.choose(), List.of()).threshold(CHOSEN);
        Scores scores = Scores.of(scorer, split.test(), anomalous);
        return new Rates(scores.falsePositives(threshold), scores.truePositives(threshold));
    }

    private static void addRows(Unit unit, Map<String, List<Rates>> rates, List<EvaluationRow> rows) {
        List<Rates> simple = Objects.requireNonNull(rates.get(SimpleModel.DEFECTS.toString()));
        Variant chosen = VARIANTS.getLast();
        rates.forEach((name, its) -> {
            boolean isDemanded = unit == Unit.DIALOG && name.equals(chosen.name());
            String row = unit.text + ", " + name;
            rows.add(row(row + ": false positives", its, simple, Rates::falsePositives,
                    isDemanded ? Expectation.atMost(MOST_FALSE) : null));
            rows.add(row(row + ": true positives", its, simple, Rates::truePositives,
                    isDemanded ? Expectation.atLeast(LEAST_FOUND) : null));
        });
    }

    private static EvaluationRow row(String name, List<Rates> rates, List<Rates> simple, ToDoubleFunction<Rates> figure,
            @Nullable Expectation must) {
        return new EvaluationRow(name, null, Spread.of(rates.stream().mapToDouble(figure).toArray()), must,
                Spread.of(simple.stream().mapToDouble(figure).toArray()).mean());
    }
}
