package org.sipsleuth.evaluate.ngram;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.ngram.detection.ModelKind;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.MessageContext;
import org.sipsleuth.run.RunMonitor;

/// Dialogs of sound messages in a wrong order, with and without what is known of the dialog
/// (section 5). A dialog is as anomalous as its most anomalous message. Split by dialog.
record ContextTable(SimulatedMessages messages, int splits, long seed, RunMonitor monitor) {

    private static final double GAIN = 0.3;

    /// The most false positives that the threshold allows among the dialogs that choose it.
    private static final double MOST_FALSE = 0.01;

    /// Rates over the splits.
    private record Rates(Spread falsePositives, Spread truePositives) {

        double meanFalse() {
            return falsePositives.mean();
        }

        double meanFound() {
            return truePositives.mean();
        }
    }

    EvaluationTable table() {
        Rates simple = rates(ContextTable::knownContexts);
        Rates without = rates(model(NgramEvaluator.CHOSEN));
        Rates with = rates(model(NgramEvaluator.CHOSEN.withContext()));
        double gain = with.meanFound() - without.meanFound();
        return new EvaluationTable("context",
                "Dialogs in a wrong order, with and without what is known of the dialog; simplest:"
                        + " a set of what is known at each message",
                List.of(row("without: false positives", without.falsePositives, simple.meanFalse()),
                        row("without: true positives", without.truePositives, simple.meanFound()),
                        row("with: false positives", with.falsePositives, simple.meanFalse()),
                        row("with: true positives", with.truePositives, simple.meanFound()),
                        new EvaluationRow("gain", null, Spread.of(gain), Expectation.atLeast(GAIN))));
    }

    private static EvaluationRow row(String name, Spread values, double simplest) {
        return new EvaluationRow(name, null, values, null, simplest);
    }

    private NgramModel model(EmbeddingSettings settings) {
        return new NgramModel(Vectors.of(settings, messages.normal(), messages.anomalous()), ModelKind.UNSEEN);
    }

    /// Flags what no normal message has at its place in the dialog.
    private static ToDoubleFunction<LabelledMessage> knownContexts(List<LabelledMessage> normal, RunMonitor monitor) {
        monitor.throwIfCancelled();
        Set<List<Object>> known = new HashSet<>();
        normal.forEach(message -> known.add(facts(message.context())));
        return message -> known.contains(facts(message.context())) ? 0 : 1;
    }

    private static List<Object> facts(MessageContext context) {
        return List.of(context.state(), context.type(), context.isFromCaller());
    }

    private Rates rates(MessageModel model) {
        List<double[]> rates = IntStream.range(0, splits).parallel().mapToObj(i -> split(model, seed + i)).toList();
        return new Rates(Spread.of(rates.stream().mapToDouble(pair -> pair[0]).toArray()),
                Spread.of(rates.stream().mapToDouble(pair -> pair[1]).toArray()));
    }

    private double[] split(MessageModel model, long splitSeed) {
        monitor.throwIfCancelled();
        Split split = Split.byDialog(messages.normal(), splitSeed);
        ToDoubleFunction<LabelledMessage> scorer = model.fit(LabelledMessage.distinct(split.train()), monitor);
        double[] choose = ofDialogs(scorer, split.choose());
        int above = (int) (choose.length * MOST_FALSE);
        double threshold = choose[choose.length - 1 - above];
        return new double[]{
            share(ofDialogs(scorer, split.test()), threshold),
            share(ofDialogs(scorer, messages.anomalous()), threshold)};
    }

    private static double share(double[] scores, double threshold) {
        return Arrays.stream(scores).filter(score -> score > threshold).count() / (double) scores.length;
    }

    /// The largest score of each dialog, in ascending order.
    private static double[] ofDialogs(ToDoubleFunction<LabelledMessage> scorer, List<LabelledMessage> some) {
        Map<Integer, Double> largest = some.stream()
                .collect(Collectors.toMap(LabelledMessage::dialog, scorer::applyAsDouble, Math::max, TreeMap::new));
        return largest.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }
}
