package org.sipsleuth.evaluate.ngram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.ngram.contribution.ByteContributions;
import org.sipsleuth.ngram.contribution.Contributions;
import org.sipsleuth.ngram.detection.ModelKind;
import org.sipsleuth.ngram.embedding.EmbeddedMessage;
import org.sipsleuth.ngram.local.LocalModel;
import org.sipsleuth.ngram.local.LocalScorer;
import org.sipsleuth.ngram.unseen.UnseenModel;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.simulate.mutation.Rule;
import org.sipsleuth.truth.MutatedBytes;

/// Whether the bytes that contribute most to a score are those that were changed: the area under
/// the curve over all bytes of a message, for rules that leave changed bytes behind. One split by
/// dialog.
///
/// @param normal distinct normal messages
record HeatMapTable(List<LabelledMessage> normal, long seed, RunMonitor monitor) {

    private static final double LEAST = 0.9;
    private static final int MESSAGES = 40;
    private static final int BYTE_VALUES = 256;

    /// Takes a copy.
    HeatMapTable {
        normal = List.copyOf(normal);
    }

    /// How well a message's changed bytes stand out.
    ///
    /// @param simplest the same by how rare each byte is in normal messages
    /// @param share of all that its bytes contribute
    private record Match(double area, double simplest, double share) {}

    EvaluationTable table() {
        Split split = Split.byDialog(normal, seed);
        NgramModel model = new NgramModel(Vectors.of(NgramEvaluator.CHOSEN, split.train()), ModelKind.UNSEEN);
        UnseenModel unseen = model.fitUnseen(split.train());
        LocalModel local = model.fitLocal(split.train());
        double[] rarity = rarity(split.train());
        List<LabelledMessage> order = Split.shuffled(split.test(), seed);
        List<EvaluationRow> byRule = new ArrayList<>();
        List<Match> all = new ArrayList<>();
        List<Double> byLocal = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            monitor.throwIfCancelled();
            List<LabelledMessage> broken = BrokenMessages.of(order, rule, MESSAGES, seed)
                    .stream()
                    .filter(message -> isInPlace(message.changes()))
                    .toList();
            List<Match> its = matches(broken, model, unseen, rarity);
            byLocal.addAll(areas(broken, model, local));
            if (!its.isEmpty()) {
                all.addAll(its);
                byRule.add(row(rule.key(), its, null));
            }
        }
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(row("all in-place rules", all, Expectation.atLeast(LEAST)));
        double share = all.stream().mapToDouble(Match::share).average().orElse(0);
        rows.add(new EvaluationRow("share of the contributions on changed bytes", null, Spread.of(share), null));
        rows.add(new EvaluationRow("all in-place rules, local model", null,
                Spread.of(byLocal.stream().mapToDouble(Double::doubleValue).average().orElse(0)), null));
        rows.addAll(byRule);
        return new EvaluationTable("heat map",
                "Area under the curve of contributions against changed bytes; simplest: rare bytes", rows);
    }

    private static EvaluationRow row(String name, List<Match> matches, @Nullable Expectation must) {
        double mean = matches.stream().mapToDouble(Match::area).average().orElse(0);
        double simplest = matches.stream().mapToDouble(Match::simplest).average().orElse(0);
        return new EvaluationRow(name, null, Spread.of(mean), must, simplest);
    }

    private static boolean isInPlace(List<MutatedBytes> changes) {
        return changes.stream().allMatch(change -> change.to() > change.from());
    }

    private static List<Match> matches(List<LabelledMessage> broken, NgramModel model, UnseenModel unseen,
            double[] rarity) {
        List<Match> matches = new ArrayList<>();
        for (LabelledMessage message : broken) {
            EmbeddedMessage embedded = model.vectors().read(message);
            ByteContributions bytes = Contributions.of(embedded.vector(), unseen).ofBytes(embedded);
            MutatedBytes changed = message.changes().getFirst();
            double allBytes = bytes.between(0, bytes.size());
            double share = allBytes == 0 ? 0 : bytes.between(changed.from(), changed.to()) / allBytes;
            matches.add(new Match(area(bytes.size(), bytes::at, changed),
                    area(bytes.size(), i -> rarity[message.bytes()[i] & 0xff], changed), share));
        }
        return matches;
    }

    /// The areas of the local model, which is slower.
    private static List<Double> areas(List<LabelledMessage> broken, NgramModel model, LocalModel local) {
        LocalScorer scorer = local.scorer();
        List<Double> areas = new ArrayList<>();
        for (LabelledMessage message : broken) {
            EmbeddedMessage embedded = model.vectors().read(message);
            ByteContributions bytes =
                    Contributions.of(embedded.vector(), local, scorer.score(embedded.vector())).ofBytes(embedded);
            areas.add(area(bytes.size(), bytes::at, message.changes().getFirst()));
        }
        return areas;
    }

    /// The probability that a changed byte has a higher value than another one; equal ones count
    /// half.
    static double area(int size, IntToDoubleFunction value, MutatedBytes changed) {
        Integer[] order = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        double[] values = IntStream.range(0, size).mapToDouble(value).toArray();
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double ranks = 0;
        for (int from = 0; from < size;) {
            int to = from;
            int inside = 0;
            while (to < size && values[order[to]] == values[order[from]]) {
                inside += order[to] >= changed.from() && order[to] < changed.to() ? 1 : 0;
                to++;
            }
            ranks += inside * (from + to + 1) / 2.0;
            from = to;
        }
        double in = changed.to() - changed.from();
        double out = size - in;
        return out == 0 ? 1 : (ranks - in * (in + 1) / 2) / (in * out);
    }

    private static double[] rarity(List<LabelledMessage> messages) {
        double[] counts = new double[BYTE_VALUES];
        for (LabelledMessage message : messages) {
            for (byte one : message.bytes()) {
                counts[one & 0xff]++;
            }
        }
        return Arrays.stream(counts).map(count -> -count).toArray();
    }
}
