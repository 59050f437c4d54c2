package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.ngram.detection.ModelKind;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.simulate.mutation.Rule;

/// Held-out normal messages broken by one rule at one place, and which detector notices. Split by
/// dialog; thresholds from held-out normal messages.
///
/// @param normal distinct normal messages
record RuleTable(List<LabelledMessage> normal, int splits, long seed, RunMonitor monitor) {

    private static final double LEAST_MEAN = 0.95;

    /// So many messages are broken by each rule.
    private static final int MESSAGES = 40;

    /// Takes a copy.
    RuleTable {
        normal = List.copyOf(normal);
    }

    /// What is found of one split.
    private static final class Found {
        final Map<Rule, double[]> shares = new EnumMap<>(Rule.class);
        double[] falsePositives = new double[DETECTORS];

        double mean(int detector) {
            return shares.values().stream().mapToDouble(s -> s[detector]).average().orElse(0);
        }
    }

    private static final int DETECTORS = 4;
    private static final int NGRAM = 0;
    private static final int DEFECTS = 1;
    private static final int CONFORMANCE = 2;
    private static final int EITHER = 3;
    private static final String[] NAMES = {"n-gram", "parse defects", "conformance", "n-gram or conformance"};

    EvaluationTable table() {
        Vectors vectors = Vectors.of(NgramEvaluator.CHOSEN, normal);
        List<Found> found = IntStream.range(0, splits)
                .parallel()
                .mapToObj(i -> split(new NgramModel(vectors, ModelKind.UNSEEN), seed + i))
                .toList();
        List<EvaluationRow> rows = new ArrayList<>();
        for (int detector = 0; detector <= EITHER; detector++) {
            int its = detector;
            double[] all = found.stream().mapToDouble(f -> f.mean(its)).toArray();
            double simple = found.stream().mapToDouble(f -> f.mean(DEFECTS)).average().orElse(0);
            Expectation must = detector == EITHER ? Expectation.atLeast(LEAST_MEAN) : null;
            rows.add(new EvaluationRow("all rules: " + NAMES[detector], null,
                    detector == EITHER ? Spread.of(Arrays.stream(all).average().orElse(0)) : Spread.of(all), must,
                    simple));
        }
        for (int detector = 0; detector <= EITHER; detector++) {
            int its = detector;
            double[] all = found.stream().mapToDouble(f -> f.falsePositives[its]).toArray();
            double simple = found.stream().mapToDouble(f -> f.falsePositives[DEFECTS]).average().orElse(0);
            rows.add(new EvaluationRow("not broken: " + NAMES[detector], null, Spread.of(all), null, simple));
        }
        for (Rule rule : Rule.values()) {
            for (int detector = 0; detector <= EITHER; detector++) {
                rows.add(row(rule, detector, found));
            }
        }
        return new EvaluationTable("rules",
                "Held-out normal messages broken by one rule, share noticed; simplest: parse defects", rows);
    }

    private static EvaluationRow row(Rule rule, int detector, List<Found> found) {
        double simple = found.stream().mapToDouble(f -> share(f, rule)[DEFECTS]).average().orElse(0);
        return new EvaluationRow(rule.key() + ": " + NAMES[detector], null,
                Spread.of(found.stream().mapToDouble(f -> share(f, rule)[detector]).toArray()), null, simple);
    }

    private static double[] share(Found found, Rule rule) {
        return found.shares.getOrDefault(rule, new double[DETECTORS]);
    }

    private Found split(NgramModel model, long splitSeed) {
        monitor.throwIfCancelled();
        Split split = Split.byDialog(normal, splitSeed);
        ToDoubleFunction<LabelledMessage> scorer = model.fit(split.train(), monitor);
        double threshold = Scores.of(scorer, split.choose(), List.of()).threshold(HonestSplits.CHOSEN);
        Found found = new Found();
        found.falsePositives = noticed(split.test(), scorer, threshold);
        List<LabelledMessage> order = Split.shuffled(split.test(), splitSeed);
        for (Rule rule : Rule.values()) {
            List<LabelledMessage> broken = BrokenMessages.of(order, rule, MESSAGES, splitSeed);
            found.shares.put(rule, noticed(broken, scorer, threshold));
        }
        return found;
    }

    private static double[] noticed(List<LabelledMessage> messages, ToDoubleFunction<LabelledMessage> scorer,
            double threshold) {
        double[] shares = new double[DETECTORS];
        for (LabelledMessage message : messages) {
            boolean isFar = scorer.applyAsDouble(message) > threshold;
            boolean isWrong = SimpleModel.defects(message.bytes()) > 0;
            shares[NGRAM] += isFar ? 1 : 0;
            shares[DEFECTS] += isWrong ? 1 : 0;
            boolean departs = SimpleModel.departs(message.bytes());
            shares[CONFORMANCE] += departs ? 1 : 0;
            shares[EITHER] += isFar || departs ? 1 : 0;
        }
        return Arrays.stream(shares).map(count -> count / messages.size()).toArray();
    }
}
