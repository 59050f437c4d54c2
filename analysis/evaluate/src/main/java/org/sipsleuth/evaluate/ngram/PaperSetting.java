package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.PaperFigure.Kind;
import org.sipsleuth.evaluation.PaperFigure.Series;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.ngram.detection.ModelKind;
import org.sipsleuth.ngram.embedding.EmbeddingSettings;
import org.sipsleuth.ngram.embedding.Normalisation;
import org.sipsleuth.run.RunMonitor;

/// Fig. 5: normal messages are learned from a random half, the others and a random half of the
/// anomalous ones are scored. Copies are not removed, and messages of one dialog lie in both
/// halves, as with the paper.
final class PaperSetting {

    static final int NORMAL = 4_428;
    static final int ANOMALOUS = 10_000;

    private static final double MOST_FALSE = 0.01;
    private static final double LEAST = 0.98;
    private static final double LEAST_MEAN = 0.99;
    private static final double PAPER_FOUR = 0.99;
    private static final double PAPER_LOCAL = 0.97;

    /// What n-grams are compared with here.
    private static final List<SimpleModel> SIMPLE =
            List.of(SimpleModel.NAMES_IN_ORDER, SimpleModel.NAMES, SimpleModel.LENGTH, SimpleModel.DEFECTS);

    private final SimulatedMessages messages;
    private final int scored;
    private final int splits;
    private final long seed;
    private final RunMonitor monitor;
    private final Consumer<String> news;
    private final List<EvaluationRow> rows = new ArrayList<>();
    private final List<Series> curves = new ArrayList<>();

    /// @param scored how many anomalous messages each split scores, at most a half of them
    /// @param news receives progress, a line at a time
    PaperSetting(SimulatedMessages messages, int scored, int splits, long seed, RunMonitor monitor,
            Consumer<String> news) {
        this.messages = messages;
        this.scored = scored;
        this.splits = splits;
        this.seed = seed;
        this.monitor = monitor;
        this.news = news;
    }

    /// Measures everything.
    void measure() {
        double simplest = simple();
        features("2-grams", EmbeddingSettings.bytes(2), PAPER_LOCAL, null, simplest);
        features("4-grams", EmbeddingSettings.bytes(4), PAPER_FOUR, PAPER_FOUR, simplest);
        features("tokens", EmbeddingSettings.tokens(), PAPER_LOCAL, null, simplest);
        EmbeddingSettings replaced = EmbeddingSettings.bytes(4).normalised(Normalisation.MESSAGE);
        features("4-grams, identifiers replaced", replaced, null, null, simplest);
    }

    /// Measures the paper's features, and what is used here, on other attacks.
    void measureChosen() {
        double simplest = simple();
        chosen("local, 2-grams", EmbeddingSettings.bytes(2), ModelKind.LOCAL, simplest);
        chosen("local, 4-grams", EmbeddingSettings.PAPER, ModelKind.LOCAL, simplest);
        chosen("global, 4-grams", EmbeddingSettings.PAPER, ModelKind.GLOBAL, simplest);
        chosen("local, tokens", EmbeddingSettings.tokens(), ModelKind.LOCAL, simplest);
        chosen("unseen, 4-grams, identifiers replaced", NgramEvaluator.CHOSEN, ModelKind.UNSEEN, simplest);
    }

    private void chosen(String name, EmbeddingSettings settings, ModelKind kind, double simplest) {
        Vectors vectors = Vectors.of(settings, messages.normal(), messages.anomalous());
        rows.add(new EvaluationRow(name, null, spread(name, new NgramModel(vectors, kind)), null, simplest));
    }

    EvaluationTable table() {
        return table("Fig 5", "");
    }

    /// @param attacks what differs from the attacks of Fig. 5
    EvaluationTable table(String id, String attacks) {
        return new EvaluationTable(id,
                attacks + "True positives without a false one; simplest: the best of header fields, their"
                        + " order, length and parse defects",
                rows);
    }

    PaperFigure figure() {
        return new PaperFigure("fig-5", "Receiver operating characteristic of the first split", "false positive rate",
                "true positive rate", curves);
    }

    private double simple() {
        List<EvaluationRow> all = SIMPLE.stream()
                .map(model -> new EvaluationRow(model.toString(), null, spread(model.toString(), model), null))
                .toList();
        rows.addAll(all);
        return all.stream().mapToDouble(row -> row.ours().mean()).max().orElseThrow();
    }

    private void features(String name, EmbeddingSettings settings, @Nullable Double paperLocal,
            @Nullable Double paperGlobal, double simplest) {
        news.accept("Fig. 5: " + name);
        Vectors vectors = Vectors.of(settings, messages.normal(), messages.anomalous());
        Spread local = spread("local, " + name, new NgramModel(vectors, ModelKind.LOCAL));
        boolean isPaperBest = settings.equals(EmbeddingSettings.PAPER);
        rows.add(new EvaluationRow("local, " + name, paperLocal, local, isPaperBest ? Expectation.atLeast(LEAST) : null,
                simplest));
        if (isPaperBest) {
            rows.add(new EvaluationRow("local, " + name + ", mean", paperLocal, Spread.of(local.mean()),
                    Expectation.atLeast(LEAST_MEAN), simplest));
        }
        rows.add(new EvaluationRow("global, " + name, paperGlobal,
                spread("global, " + name, new NgramModel(vectors, ModelKind.GLOBAL)), null, simplest));
        rows.add(new EvaluationRow("unseen, " + name, null,
                spread("unseen, " + name, new NgramModel(vectors, ModelKind.UNSEEN)), null, simplest));
    }

    private Spread spread(String name, MessageModel model) {
        List<Scores> scores = IntStream.range(0, splits).parallel().mapToObj(i -> split(model, i)).toList();
        curves.add(new Series(name, Kind.LINES, scores.getFirst().curve(MOST_FALSE)));
        return Spread.of(scores.stream().mapToDouble(Scores::truePositivesWithoutFalse).toArray());
    }

    private Scores split(MessageModel model, int number) {
        monitor.throwIfCancelled();
        List<LabelledMessage> normal = Split.shuffled(messages.normal(), seed + number);
        List<LabelledMessage> anomalous = Split.shuffled(messages.anomalous(), seed + number);
        int half = normal.size() / 2;
        ToDoubleFunction<LabelledMessage> scorer = model.fit(normal.subList(0, half), monitor);
        return Scores.of(scorer, normal.subList(half, normal.size()),
                anomalous.subList(0, Math.min(scored, anomalous.size() / 2)));
    }
}
