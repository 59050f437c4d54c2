package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.ngram.detection.ModelKind;
import org.sipsleuth.ngram.header.HeaderModel;
import org.sipsleuth.run.RunMonitor;

/// How many of the messages that parser and conformance accept are found: by unseen n-grams, by each
/// test of header fields, and by any of them.
///
/// @param captures whose messages are split each for itself; counted together
record AcceptedTable(String id, String title, List<AcceptedMessages> captures, RunMonitor monitor) {

    private static final double LEAST_FOUND = 0.9;
    private static final double MOST_FALSE = 0.005;

    /// Takes a copy.
    AcceptedTable {
        captures = List.copyOf(captures);
    }

    /// What is measured.
    private enum Detector {
        GRAMS("unseen n-grams"),
        NAMES("header fields never seen together"),
        LENGTHS("over-long fields"),
        HEADERS("either test of header fields"),
        ANY("n-grams or a test of header fields"),
        LENGTH("length of the message");

        private final String text;

        Detector(String text) {
            this.text = text;
        }

        /// What notices a message, learned from one capture.
        Predicate<LabelledMessage> fit(Split normal, RunMonitor monitor) {
            return switch (this) {
                case GRAMS -> above(new NgramModel(Vectors.of(NgramEvaluator.CHOSEN, normal.train()), ModelKind.UNSEEN),
                        normal, monitor);
                case LENGTH -> above(SimpleModel.LENGTH, normal, monitor);
                case NAMES -> names(headers(normal));
                case LENGTHS -> lengths(headers(normal));
                case HEADERS -> names(headers(normal)).or(lengths(headers(normal)));
                case ANY -> GRAMS.fit(normal, monitor).or(HEADERS.fit(normal, monitor));
            };
        }

        private static Predicate<LabelledMessage> above(MessageModel model, Split normal, RunMonitor monitor) {
            ToDoubleFunction<LabelledMessage> scorer = model.fit(normal.train(), monitor);
            double threshold = Scores.of(scorer, normal.choose(), List.of()).threshold(HonestSplits.CHOSEN);
            return message -> scorer.applyAsDouble(message) > threshold;
        }

        /// As the trainer does: what gives the threshold of the n-grams is learned from, too.
        private static HeaderModel headers(Split normal) {
            HeaderModel.Learner learner = new HeaderModel.Learner();
            Stream.of(normal.train(), normal.choose())
                    .flatMap(List::stream)
                    .forEach(message -> learner.add(message.bytes()));
            return learner.model();
        }

        private static Predicate<LabelledMessage> names(HeaderModel model) {
            return message -> model.unseenNames(message.bytes()).isPresent();
        }

        private static Predicate<LabelledMessage> lengths(HeaderModel model) {
            return message -> !model.overlong(message.bytes()).isEmpty();
        }
    }

    /// Shares with the intervals that the numbers of messages allow.
    private record Rates(Spread falsePositives, Spread truePositives) {}

    EvaluationTable table() {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(count("broken messages", AcceptedMessages::broken));
        rows.add(count("accepted by parser and conformance", each -> each.accepted().size()));
        rows.add(count("normal messages of the test", each -> each.normal().test().size()));
        Rates simplest = rates(Detector.LENGTH);
        for (Detector detector : Detector.values()) {
            Rates its = rates(detector);
            rows.add(row(detector.text + ": false positives", its.falsePositives, simplest.falsePositives, null));
            rows.add(row(detector.text + ": true positives", its.truePositives, simplest.truePositives, null));
            if (detector == Detector.ANY) {
                rows.add(row("false positives without the interval", Spread.of(its.falsePositives.mean()),
                        simplest.falsePositives, Expectation.atMost(MOST_FALSE)));
                rows.add(row("true positives without the interval", Spread.of(its.truePositives.mean()),
                        simplest.truePositives, Expectation.atLeast(LEAST_FOUND)));
            }
        }
        return new EvaluationTable(id, title, rows);
    }

    private static EvaluationRow row(String name, Spread ours, Spread simplest, @Nullable Expectation must) {
        return new EvaluationRow(name, null, ours, must, simplest.mean());
    }

    private EvaluationRow count(String name, ToDoubleFunction<AcceptedMessages> count) {
        return new EvaluationRow(name, null, Spread.of(captures.stream().mapToDouble(count).sum()), null);
    }

    private Rates rates(Detector detector) {
        long[] noticed = new long[2];
        long[] all = new long[2];
        for (AcceptedMessages each : captures) {
            monitor.throwIfCancelled();
            Predicate<LabelledMessage> notices = detector.fit(each.normal(), monitor);
            List<List<LabelledMessage>> parts = List.of(each.normal().test(), each.accepted());
            for (int i = 0; i < parts.size(); i++) {
                noticed[i] += parts.get(i).stream().filter(notices).count();
                all[i] += parts.get(i).size();
            }
        }
        return new Rates(Interval.ofShare(noticed[0], all[0]), Interval.ofShare(noticed[1], all[1]));
    }
}
