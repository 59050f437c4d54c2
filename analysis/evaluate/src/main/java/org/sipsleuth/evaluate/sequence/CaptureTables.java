package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.Spread;

/// What a model states about captures, each figure with its 95 % interval: captures are drawn again
/// and again, as many as there are, since the dialogs of one are not independent (percentile
/// bootstrap).
final class CaptureTables {

    private static final double MOST_UNKNOWN = 0.05;
    private static final double MOST_MISFITS = 0.1;
    private static final double LEAST_AUC = 0.95;

    private final List<CaptureNovelty> captures;
    private final long seed;

    CaptureTables(List<CaptureNovelty> captures, long seed) {
        this.captures = List.copyOf(captures);
        this.seed = seed;
    }

    List<EvaluationTable> tables() {
        List<EvaluationTable> tables = new ArrayList<>();
        shares(tables, "clean", "Captures without attack", captures.stream().filter(CaptureNovelty::isClean).toList(),
                true);
        shares(tables, "harmless", "Harmless dialogs of captures with ground truth",
                captures.stream().filter(each -> !each.isClean()).toList(), false);
        separation(tables, "unknown-auc", "AUC: unknown dialogs of attacks above harmless unknown ones",
                ScoreCounts.Part.UNKNOWN_ATTACK, ScoreCounts.Part.UNKNOWN_HARMLESS, Expectation.atLeast(LEAST_AUC));
        separation(tables, "attack-auc", "AUC: all dialogs of attacks above harmless unknown ones",
                ScoreCounts.Part.ATTACK, ScoreCounts.Part.UNKNOWN_HARMLESS, null);
        separation(tables, "all-auc", "AUC: all dialogs of attacks above all harmless ones", ScoreCounts.Part.ATTACK,
                ScoreCounts.Part.HARMLESS, null);
        return tables;
    }

    private void shares(List<EvaluationTable> tables, String id, String title, List<CaptureNovelty> some,
            boolean isAsked) {
        List<CaptureNovelty> withDialogs = some.stream().filter(each -> each.dialogs() > 0).toList();
        if (withDialogs.isEmpty()) {
            return;
        }
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(count("captures", withDialogs.size()));
        rows.add(count("dialogs", withDialogs.stream().mapToLong(CaptureNovelty::dialogs).sum()));
        add(rows, "unknown, share of all dialogs", interval(withDialogs, CaptureTables::unknown),
                isAsked ? Expectation.atMost(MOST_UNKNOWN) : null);
        add(rows, "unknown, share in the median capture", interval(withDialogs, CaptureTables::median),
                isAsked ? Expectation.atMost(0) : null);
        add(rows, "share of captures with an unknown dialog",
                interval(withDialogs, drawn -> share(drawn, each -> each.unknown() > 0)), null);
        add(rows, "share of captures that the model does not fit",
                interval(withDialogs, drawn -> share(drawn, each -> !each.fits())),
                isAsked ? Expectation.atMost(MOST_MISFITS) : null);
        tables.add(new EvaluationTable(id, title, rows));
    }

    private static EvaluationRow count(String name, long count) {
        return new EvaluationRow(name, null, Spread.of((double) count), null);
    }

    /// A requirement is about the figure; the interval shows how far it carries and has a row of
    /// its own, since a spread would have to meet the requirement everywhere.
    private static void add(List<EvaluationRow> rows, String name, Spread ours, @Nullable Expectation must) {
        if (must == null) {
            rows.add(new EvaluationRow(name, null, ours, null));
        } else {
            rows.add(new EvaluationRow(name, null, Spread.of(ours.mean()), must));
            rows.add(new EvaluationRow(name + ", 95 % interval", null, ours, null));
        }
    }

    private static double unknown(List<CaptureNovelty> some) {
        long all = some.stream().mapToLong(CaptureNovelty::dialogs).sum();
        return (double) some.stream().mapToLong(CaptureNovelty::unknown).sum() / all;
    }

    /// Of an even number, the mean of both in the middle.
    static double median(List<CaptureNovelty> some) {
        double[] sorted =
                some.stream().mapToDouble(each -> (double) each.unknown() / each.dialogs()).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double share(List<CaptureNovelty> some, Predicate<CaptureNovelty> has) {
        return (double) some.stream().filter(has).count() / some.size();
    }

    private void separation(List<EvaluationTable> tables, String id, String title, ScoreCounts.Part positive,
            ScoreCounts.Part negative, @Nullable Expectation must) {
        Set<String> names = new TreeSet<>();
        captures.forEach(each -> names.addAll(each.scores().keySet()));
        List<EvaluationRow> rows = new ArrayList<>();
        for (String name : ORDERED) {
            if (names.contains(name)) {
                Spread auc = interval(captures, some -> auc(some, name, positive, negative));
                if (!Double.isNaN(auc.mean())) {
                    boolean isAsked = name.equals(CaptureNovelty.SUSPICION);
                    add(rows, name, auc, isAsked ? must : null);
                }
            }
        }
        if (!rows.isEmpty()) {
            ScoreCounts sum = sum(captures, captures.getFirst().scores().keySet().iterator().next());
            rows.add(count("dialogs of attacks", sum.count(positive)));
            rows.add(count("harmless dialogs", sum.count(negative)));
            tables.add(new EvaluationTable(id, title, rows));
        }
    }

    private static final List<String> ORDERED =
            List.of(CaptureNovelty.SUSPICION, CaptureNovelty.WITHOUT_INCIDENTS, CaptureNovelty.BITS,
                    CaptureNovelty.NETWORK, CaptureNovelty.WORDS, CaptureNovelty.RARITY, CaptureNovelty.ORDER);

    private static double auc(List<CaptureNovelty> some, String name, ScoreCounts.Part positive,
            ScoreCounts.Part negative) {
        return sum(some, name).auc(positive, negative);
    }

    private static ScoreCounts sum(List<CaptureNovelty> some, String name) {
        ScoreCounts sum = new ScoreCounts();
        for (CaptureNovelty each : some) {
            ScoreCounts its = each.scores().get(name);
            if (its != null) {
                sum.addAll(its);
            }
        }
        return sum;
    }

    private Spread interval(List<CaptureNovelty> some, ToDoubleFunction<List<CaptureNovelty>> figure) {
        return Interval.of(some, seed, figure);
    }
}
