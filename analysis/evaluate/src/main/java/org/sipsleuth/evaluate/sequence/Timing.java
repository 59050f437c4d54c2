package org.sipsleuth.evaluate.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequencePrediction;
import org.sipsleuth.sequence.corpus.SequenceCorpus;

/// How long a model needs for a dialog, and for the next message of one (Fig. 7): with encoding,
/// network, statistics and thresholds, on one thread, after as many dialogs that do not count.
final class Timing {

    private static final double NANOS_A_MICROSECOND = 1_000;
    private static final double MEDIAN = 0.5;
    private static final double CURVE_POINTS = 200;

    private final double[] dialogs;
    private final double[] messages;

    private Timing(double[] dialogs, double[] messages) {
        this.dialogs = dialogs;
        this.messages = messages;
        Arrays.sort(dialogs);
        Arrays.sort(messages);
    }

    /// Measures.
    ///
    /// @param count how many dialogs, drawn as often as they occur
    static Timing of(SequenceModel model, SequenceCorpus corpus, int count, long seed) {
        List<List<String>> drawn = drawn(corpus, 2 * count, seed);
        double[] dialogs = new double[count];
        for (int i = 0; i < drawn.size(); i++) {
            long from = System.nanoTime();
            model.thresholds().byMoments(model.scoreFolded(drawn.get(i)));
            if (i >= count) {
                dialogs[i - count] = (System.nanoTime() - from) / NANOS_A_MICROSECOND;
            }
        }
        List<Double> messages = new ArrayList<>();
        for (int i = 0; i < drawn.size() && messages.size() < 4 * count; i++) {
            SequencePrediction prediction = model.predict();
            for (String type : drawn.get(i)) {
                long from = System.nanoTime();
                prediction.next(type);
                model.thresholds().byMoments(prediction.score());
                long to = System.nanoTime();
                if (i >= count) {
                    messages.add((to - from) / NANOS_A_MICROSECOND);
                }
            }
        }
        return new Timing(dialogs, messages.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static List<List<String>> drawn(SequenceCorpus corpus, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] ends = new int[corpus.entries().size()];
        int sum = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += corpus.entries().get(i).dialogs();
            ends[i] = sum;
        }
        List<List<String>> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int place = Arrays.binarySearch(ends, random.nextInt(sum) + 1);
            drawn.add(corpus.entries().get(place < 0 ? -place - 1 : place).types());
        }
        return drawn;
    }

    /// The median for a dialog, in µs.
    double dialogMedian() {
        return quantile(dialogs, MEDIAN);
    }

    /// The mean for a dialog, in µs.
    double dialogMean() {
        return Arrays.stream(dialogs).average().orElse(0);
    }

    /// The median for the next message, in µs.
    double messageMedian() {
        return quantile(messages, MEDIAN);
    }

    /// The mean for the next message, in µs.
    double messageMean() {
        return Arrays.stream(messages).average().orElse(0);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
    }

    /// The distribution function of the times for a dialog.
    PaperFigure.Series dialogSeries(String name) {
        return series(name, dialogs);
    }

    /// The distribution function of the times for the next message.
    PaperFigure.Series messageSeries(String name) {
        return series(name, messages);
    }

    private static PaperFigure.Series series(String name, double[] sorted) {
        List<PaperFigure.Point> points = new ArrayList<>();
        for (int i = 1; i < CURVE_POINTS; i++) {
            double share = i / CURVE_POINTS;
            points.add(new PaperFigure.Point(quantile(sorted, share), share));
        }
        return new PaperFigure.Series(name, PaperFigure.Kind.LINES, points);
    }
}
