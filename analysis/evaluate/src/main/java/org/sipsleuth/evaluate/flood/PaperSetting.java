package org.sipsleuth.evaluate.flood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluate.flood.FloodVerdicts.Choice;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.window.InviteWindows;

/// The paper's own setting: Tables 1, 3 and 4, and what its §4.5 and §6 name without figures.
final class PaperSetting {

    private static final double HALF = 0.5;
    private static final int PAPER_TEST = FloodSizes.TEST_LEGITIMATE + FloodSizes.TEST_MALICIOUS;
    private static final double MOST_MICROS = 61;
    private static final double PERCENT = 100;

    /// Figures of Table 3: wrong, µs, FP %, FN %, by dataset; and what ours must be on the second.
    private static final Map<NetworkKind, double[][]> TABLE_3 =
            Map.of(NetworkKind.RNN, new double[][]{{102, 700, 0.05, 0.04}, {103, 695, 0.05, 0.04}}, NetworkKind.LSTM,
                    new double[][]{{109, 749, 0.1, 0.01}, {85, 753, 0.06, 0.01}}, NetworkKind.GRU,
                    new double[][]{{63, 763, 0.05, 0.01}, {48, 757, 0.03, 0.01}});

    /// A row of Table 4: the pattern, how many windows of training and test have it, and how many
    /// LSTM, GRU and RNN have wrong, each on the first and the second dataset.
    private record Pattern(String bits, int train, int test, List<Integer> wrong) {

        int number() {
            return Integer.parseInt(new StringBuilder(bits).reverse().toString(), 2);
        }
    }

    private static final List<Pattern> TABLE_4 =
            List.of(new Pattern("1000000000", 500, 95, List.of(0, 7, 0, 0, 21, 29)),
                    new Pattern("1100000000", 529, 93, List.of(31, 26, 11, 8, 11, 12)),
                    new Pattern("1110000000", 628, 110, List.of(9, 6, 0, 2, 0, 0)),
                    new Pattern("1111000000", 1_080, 200, List.of(8, 3, 0, 0, 0, 0)),
                    new Pattern("0000000010", 31, 7, List.of(5, 5, 7, 6, 0, 0)),
                    new Pattern("0000000011", 553, 100, List.of(9, 9, 18, 12, 20, 19)));
    private static final List<NetworkKind> TABLE_4_NETWORKS =
            List.of(NetworkKind.LSTM, NetworkKind.GRU, NetworkKind.RNN);

    private final FloodSet train;
    private final FloodSet choose;
    private final List<FloodSet> tests;
    private final FloodNetworks networks;
    private final FloodRows.Simple single;

    /// The verdicts of each network on each dataset.
    private final Map<NetworkKind, List<FloodVerdicts>> verdicts = new EnumMap<>(NetworkKind.class);

    PaperSetting(FloodSet train, FloodSet choose, FloodSet first, FloodSet second, FloodNetworks networks) {
        this.train = train;
        this.choose = choose;
        this.tests = List.of(first, second);
        this.networks = networks;
        this.single = FloodRows.bestSingle(choose, Choice.ALL);
        for (NetworkKind kind : NetworkKind.values()) {
            WindowScorer scorer = WindowScorer.of(networks.of(kind));
            verdicts.put(kind, tests.stream().map(set -> FloodVerdicts.of(set, scorer, HALF)).toList());
        }
    }

    List<EvaluationTable> tables() {
        return List.of(sizes(), results(0), results(1), patterns(), measures());
    }

    private FloodVerdicts of(NetworkKind kind, int dataset) {
        return Objects.requireNonNull(verdicts.get(kind)).get(dataset);
    }

    private EvaluationTable sizes() {
        List<EvaluationRow> rows = new ArrayList<>();
        size(rows, "train", train, FloodSizes.TRAIN_LEGITIMATE, FloodSizes.TRAIN_MALICIOUS);
        size(rows, "validation", choose, FloodSizes.VALIDATION_LEGITIMATE, FloodSizes.VALIDATION_MALICIOUS);
        for (int i = 0; i < tests.size(); i++) {
            size(rows, "test, dataset " + (i + 1), tests.get(i), FloodSizes.TEST_LEGITIMATE, FloodSizes.TEST_MALICIOUS);
        }
        return new EvaluationTable("1", "Windows", rows);
    }

    private static void size(List<EvaluationRow> rows, String name, FloodSet set, int legitimate, int malicious) {
        rows.add(FloodRows.of(name + ": legitimate", (double) legitimate, (double) set.countOf(false), null, null,
                null));
        rows.add(FloodRows.of(name + ": malicious", (double) malicious, (double) set.countOf(true), null, null, null));
    }

    private EvaluationTable results(int dataset) {
        FloodSet test = tests.get(dataset);
        double scale = (double) PAPER_TEST / test.size();
        WindowCounts simple = single.on(test).counts(Choice.ALL);
        FloodVerdicts any = of(NetworkKind.GRU, dataset);
        double best = FloodRows.best(any, false);
        double bestWrong = best * any.counts(Choice.PURE).size() * scale;
        List<EvaluationRow> rows = new ArrayList<>();
        for (NetworkKind kind : FloodRows.NETWORKS) {
            double[] paper = Objects.requireNonNull(TABLE_3.get(kind))[dataset];
            WindowCounts counts = of(kind, dataset).counts(Choice.ALL);
            String name = FloodRows.name(kind);
            rows.add(FloodRows.of(name + ": misclassified, of 215,455 windows", paper[0], counts.wrong() * scale,
                    dataset == 0 ? null : Expectation.atMost(paper[0]), simple.wrong() * scale, bestWrong));
            rows.add(FloodRows.of(name + ": misclassified inside or outside floods", null,
                    of(kind, dataset).counts(Choice.PURE).wrong() * scale, null,
                    single.on(test).counts(Choice.PURE).wrong() * scale, bestWrong));
            rows.add(
                    FloodRows
                            .of(name + ": inference, median, µs", paper[1],
                                    micros(networks.of(kind), test.captures().getFirst()),
                                    kind == NetworkKind.GRU ? Expectation.atMost(MOST_MICROS) : null,
                                    micros(networks.of(NetworkKind.LOGISTIC), test.captures().getFirst()), null)
                            .timed());
            rows.add(FloodRows.of(name + ": false positives, %", paper[2], counts.falsePositiveRate() * PERCENT, null,
                    simple.falsePositiveRate() * PERCENT, null));
            rows.add(FloodRows.of(name + ": false negatives, %", paper[3], counts.falseNegativeRate() * PERCENT, null,
                    simple.falseNegativeRate() * PERCENT, null));
        }
        rows.add(other("logistic regression", of(NetworkKind.LOGISTIC, dataset), scale));
        FloodRows.Simple share = FloodRows.Simple.of(choose, WindowScorer.ofUnacknowledged(), Choice.ALL);
        rows.add(other("share without ACK, afterwards", share.on(test), scale));
        if (dataset == 1) {
            for (NetworkKind kind : FloodRows.NETWORKS) {
                rows.add(FloodRows.of(FloodRows.name(kind) + ": windows scored unlike dataset 1", null,
                        (double) different(kind), Expectation.exactly(0), null, 0.0));
            }
        }
        return new EvaluationTable(dataset == 0 ? "3, dataset 1" : "3, dataset 2",
                "Misclassified windows and time; simplest: the best single input; best: by gaps alone", rows);
    }

    private static EvaluationRow other(String name, FloodVerdicts verdicts, double scale) {
        return FloodRows.of(name + ": misclassified, of 215,455 windows", null,
                verdicts.counts(Choice.ALL).wrong() * scale, null, null, null);
    }

    private long different(NetworkKind kind) {
        long different = 0;
        for (int i = 0; i < tests.getFirst().captures().size(); i++) {
            double[] first = of(kind, 0).scores().get(i);
            double[] second = of(kind, 1).scores().get(i);
            different += Math.abs(first.length - second.length);
            for (int k = 0; k < Math.min(first.length, second.length); k++) {
                different += first[k] == second[k] ? 0 : 1;
            }
        }
        return different;
    }

    /// The median time of a window, one after the other on one thread, after as many that do not
    /// count.
    private static double micros(FloodNetwork network, FloodCapture capture) {
        int count = Math.min(4_000, capture.size());
        double[] micros = new double[count];
        double sum = 0;
        for (int i = 0; i < 2 * count; i++) {
            long from = System.nanoTime();
            sum += network.score(capture.inputs(), capture.starts()[i % count]);
            micros[i % count] = (System.nanoTime() - from) / 1e3;
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a score is no number");
        }
        Arrays.sort(micros);
        return micros[count / 2];
    }

    private EvaluationTable patterns() {
        List<EvaluationRow> rows = new ArrayList<>();
        for (Pattern pattern : TABLE_4) {
            rows.add(FloodRows.of(pattern.bits() + ": windows of training", (double) pattern.train(),
                    (double) train.countOf(pattern.number()), null, null, null));
            rows.add(FloodRows.of(pattern.bits() + ": windows of the test", (double) pattern.test(),
                    (double) tests.getFirst().countOf(pattern.number()), null, null, null));
            for (int i = 0; i < TABLE_4_NETWORKS.size(); i++) {
                NetworkKind kind = TABLE_4_NETWORKS.get(i);
                for (int dataset = 0; dataset < tests.size(); dataset++) {
                    rows.add(
                            FloodRows.of(
                                    "%s: wrong by %s, T-%d".formatted(pattern.bits(), FloodRows.name(kind),
                                            dataset + 1),
                                    (double) pattern.wrong().get(2 * i + dataset),
                                    (double) of(kind, dataset).wrong(pattern.number()), null,
                                    (double) single.on(tests.get(dataset)).wrong(pattern.number()), null));
                }
            }
        }
        for (NetworkKind kind : TABLE_4_NETWORKS) {
            WindowCounts all = of(kind, 1).counts(Choice.ALL);
            long boundary = of(kind, 1).wrongAtBoundary();
            rows.add(FloodRows.of(FloodRows.name(kind) + ": wrong, not across a beginning or end, T-2", null,
                    (double) (all.wrong() - boundary), Expectation.exactly(0),
                    (double) (single.on(tests.get(1)).counts(Choice.ALL).wrong()
                            - single.on(tests.get(1)).wrongAtBoundary()),
                    0.0));
        }
        return new EvaluationTable("4", "Misclassified patterns", rows);
    }

    private EvaluationTable measures() {
        List<EvaluationRow> rows = new ArrayList<>();
        FloodVerdicts simple = single.on(tests.get(1));
        for (NetworkKind kind : NetworkKind.values()) {
            rows.addAll(measures(FloodRows.name(kind), of(kind, 1), simple, 0.999));
        }
        return new EvaluationTable("measures", "Dataset 2: windows and floods", rows);
    }

    /// Precision to delay.
    static List<EvaluationRow> measures(String name, FloodVerdicts verdicts, FloodVerdicts simple,
            @Nullable Double paper) {
        WindowCounts ours = verdicts.counts(Choice.ALL);
        WindowCounts single = simple.counts(Choice.ALL);
        FloodVerdicts.Intervals floods = verdicts.intervals();
        FloodVerdicts.Intervals simpleFloods = simple.intervals();
        FloodVerdicts.Intervals best =
                FloodVerdicts.of(verdicts.set(), WindowScorer.ofTruth(), InviteWindows.LEAST_MALICIOUS).intervals();
        return List.of(FloodRows.of(name + ": precision", paper, ours.precision(), null, single.precision(), null),
                FloodRows.of(name + ": recall", paper, ours.recall(), null, single.recall(), null),
                FloodRows.of(name + ": F1", paper, ours.f1(), null, single.f1(), null),
                FloodRows.of(name + ": IoU of windows", paper, ours.iou(), null, single.iou(), null),
                FloodRows.of(name + ": IoU of times", null, floods.iou(), null, simpleFloods.iou(), best.iou()),
                FloodRows.of(name + ": floods with a flagged window", null, floods.found(), null, simpleFloods.found(),
                        best.found()),
                FloodRows.of(name + ": delay, median, s", null, floods.medianDelay(), null, simpleFloods.medianDelay(),
                        best.medianDelay()));
    }

    /// Windows with other steps.
    ///
    /// @param fine windows that begin at each INVITE
    EvaluationTable steps(FloodSet fine) {
        List<EvaluationRow> rows = new ArrayList<>();
        WindowScorer gru = WindowScorer.of(networks.of(NetworkKind.GRU));
        for (int step : new int[]{2, 5, 10}) {
            FloodSet windows = fine.every(step);
            FloodVerdicts ours = FloodVerdicts.of(windows, gru, HALF);
            FloodVerdicts simple = single.on(windows);
            String name = "step " + step;
            rows.add(FloodRows.of(name + ": misclassified, share of all windows", null, ours.counts(Choice.ALL).error(),
                    null, simple.counts(Choice.ALL).error(), FloodRows.best(ours, false)));
            rows.add(FloodRows.of(name + ": IoU of times", null, ours.intervals().iou(), null, simple.intervals().iou(),
                    null));
            rows.add(FloodRows.of(name + ": delay, median, s", null, ours.intervals().medianDelay(), null,
                    simple.intervals().medianDelay(), null));
        }
        return new EvaluationTable("steps", "Steps of the GRU's windows, dataset 2", rows);
    }
}
