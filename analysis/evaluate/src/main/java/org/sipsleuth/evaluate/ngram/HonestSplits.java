package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.sipsleuth.evaluate.EvaluationRow;
import org.sipsleuth.evaluate.EvaluationTable;
import org.sipsleuth.evaluate.Expectation;
import org.sipsleuth.evaluate.Spread;
import org.sipsleuth.ngram.detection.ModelKind;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.run.RunMonitor;

/// Thresholds chosen with held-out normal messages, then the rates that they achieve on others:
/// split by message, by dialog and by capture, without exact copies.
///
/// @param captures simulated with different seeds
record HonestSplits(List<SimulatedMessages> captures, int splits, long seed, RunMonitor monitor) {

    /// The most false positives that the threshold allows among the messages that choose it: fewer
    /// than must be achieved, since a quarter of the messages chooses.
    static final double CHOSEN = 0.0025;

    private static final String BY_DIALOG = "by dialog";
    private static final double MOST_FALSE = 0.005;
    private static final double LEAST_FOUND = 0.98;

    /// A model that is measured.
    private record Variant(String name, EmbeddingSettings embedding, ModelKind kind) {}

    private static final List<Variant> VARIANTS =
            List.of(
                    new Variant(", local", EmbeddingSettings.PAPER, ModelKind.LOCAL),
                    new Variant(
                            ", local, identifiers replaced",
                            NgramEvaluator.CHOSEN,
                            ModelKind.LOCAL),
                    new Variant(
                            ", unseen, identifiers replaced",
                            NgramEvaluator.CHOSEN,
                            ModelKind.UNSEEN));

    private record Rates(double falsePositives, double truePositives) {}

    /// Takes a copy.
    HonestSplits {
        captures = List.copyOf(captures);
    }

    EvaluationTable table() {
        List<EvaluationRow> rows = new ArrayList<>();
        Map<EmbeddingSettings, Vectors> vectors = new LinkedHashMap<>();
        for (EmbeddingSettings settings : List.of(EmbeddingSettings.PAPER, NgramEvaluator.CHOSEN)) {
            vectors.put(settings, vectors(settings));
        }
        List<LabelledMessage> normal = captures.getFirst().normal();
        add("by message", i -> Split.byMessage(normal, seed + i), splits, vectors, rows);
        add(BY_DIALOG, i -> Split.byDialog(normal, seed + i), splits, vectors, rows);
        int count = captures.size();
        IntFunction<Split> byCapture =
                i ->
                        new Split(
                                captures.get(i % count).normal(),
                                captures.get((i + 1) % count).normal(),
                                captures.get((i + 2) % count).normal());
        add("by capture", byCapture, count, vectors, rows);
        return new EvaluationTable(
                "splits",
                "Threshold from held-out normal messages, rates on others; copies removed;"
                        + " simplest: parse defects",
                rows);
    }

    private void add(
            String name,
            IntFunction<Split> splitOf,
            int count,
            Map<EmbeddingSettings, Vectors> vectors,
            List<EvaluationRow> rows) {
        List<Rates> simple = rates(SimpleModel.DEFECTS, splitOf, count);
        double simpleFound = simple.stream().mapToDouble(Rates::truePositives).average().orElse(0);
        double simpleFalse = simple.stream().mapToDouble(Rates::falsePositives).average().orElse(0);
        boolean isDemanded = name.equals(BY_DIALOG);
        for (Variant variant : VARIANTS) {
            boolean isChosen = variant.kind() == ModelKind.UNSEEN;
            String which = variant.name();
            List<Rates> rates =
                    rates(
                            new NgramModel(
                                    Objects.requireNonNull(vectors.get(variant.embedding())),
                                    variant.kind()),
                            splitOf,
                            count);
            rows.add(
                    new EvaluationRow(
                            name + which + ": false positives",
                            null,
                            Spread.of(rates.stream().mapToDouble(Rates::falsePositives).toArray()),
                            isDemanded && isChosen ? Expectation.atMost(MOST_FALSE) : null,
                            simpleFalse));
            rows.add(
                    new EvaluationRow(
                            name + which + ": true positives",
                            null,
                            Spread.of(rates.stream().mapToDouble(Rates::truePositives).toArray()),
                            isDemanded && isChosen ? Expectation.atLeast(LEAST_FOUND) : null,
                            simpleFound));
        }
    }

    private Vectors vectors(EmbeddingSettings settings) {
        List<LabelledMessage> all = new ArrayList<>();
        for (SimulatedMessages capture : captures) {
            all.addAll(capture.normal());
            all.addAll(capture.anomalous());
        }
        return Vectors.of(settings, all);
    }

    private List<Rates> rates(MessageModel model, IntFunction<Split> splitOf, int count) {
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(
                        i -> {
                            monitor.throwIfCancelled();
                            Split split = splitOf.apply(i);
                            return rates(model, split, captures.getFirst().anomalous());
                        })
                .toList();
    }

    private Rates rates(MessageModel model, Split split, List<LabelledMessage> anomalous) {
        var scorer = model.fit(split.train(), monitor);
        double threshold = Scores.of(scorer, split.choose(), List.of()).threshold(CHOSEN);
        Scores scores = Scores.of(scorer, split.test(), anomalous);
        return new Rates(scores.falsePositives(threshold), scores.truePositives(threshold));
    }
}
