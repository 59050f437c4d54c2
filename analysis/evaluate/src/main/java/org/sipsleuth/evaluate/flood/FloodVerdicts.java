package org.sipsleuth.evaluate.flood;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// What a scorer with a threshold states about the windows of a set.
///
/// @param set the windows
/// @param scores of all windows, for each capture
/// @param threshold a window with at least this score is flagged
record FloodVerdicts(FloodSet set, List<double[]> scores, double threshold) {

    private static final double NANOS = 1e9;

    /// Which windows count, and which of them are malicious.
    enum Choice {
        /// All that count, by the number of malicious attempts.
        ALL,
        /// Those inside a flood and outside of all: what [BestError] is about.
        PURE
    }

    /// Verdicts with a threshold.
    static FloodVerdicts of(FloodSet set, WindowScorer scorer, double threshold) {
        return new FloodVerdicts(
                set, set.captures().stream().map(scorer::scores).toList(), threshold);
    }

    /// The threshold with which the fewest windows of a set are wrong.
    static double threshold(FloodSet set, WindowScorer scorer, Choice choice) {
        FloodVerdicts verdicts = of(set, scorer, 0);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < set.captures().size(); i++) {
            judged.addAll(verdicts.judged(i, choice));
        }
        judged.sort((a, b) -> Double.compare(b.score(), a.score()));
        long wrong = judged.stream().filter(Judged::isMalicious).count();
        long least = wrong;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < judged.size(); i++) {
            wrong += judged.get(i).isMalicious() ? -1 : 1;
            boolean isLast =
                    i + 1 == judged.size() || judged.get(i + 1).score() < judged.get(i).score();
            if (isLast && wrong < least) {
                least = wrong;
                double next =
                        i + 1 == judged.size() ? judged.get(i).score() : judged.get(i + 1).score();
                best = (judged.get(i).score() + next) / 2;
                best = best > next || i + 1 == judged.size() ? best : judged.get(i).score();
            }
        }
        return best;
    }

    /// A window that counts.
    private record Judged(double score, boolean isMalicious) {}

    private List<Judged> judged(int number, Choice choice) {
        FloodCapture capture = set.captures().get(number);
        List<Judged> judged = new ArrayList<>();
        set.each(
                number,
                window -> {
                    double score = scores.get(number)[window];
                    if (choice == Choice.ALL) {
                        judged.add(new Judged(score, capture.isMalicious(window)));
                        return;
                    }
                    FloodCapture.Place place = capture.place(window);
                    if (place != FloodCapture.Place.BOUNDARY) {
                        judged.add(new Judged(score, place == FloodCapture.Place.INSIDE));
                    }
                });
        return judged;
    }

    private boolean isFlagged(int capture, int window) {
        return scores.get(capture)[window] >= threshold;
    }

    /// The counts of one capture.
    WindowCounts counts(int capture, Choice choice) {
        long[] counts = new long[4];
        for (Judged each : judged(capture, choice)) {
            boolean isFlagged = each.score() >= threshold;
            counts[(each.isMalicious() ? 0 : 2) + (isFlagged ? 0 : 1)]++;
        }
        return new WindowCounts(counts[0], counts[2], counts[3], counts[1]);
    }

    /// The counts of each capture.
    List<WindowCounts> eachCounts(Choice choice) {
        List<WindowCounts> all = new ArrayList<>();
        for (int i = 0; i < set.captures().size(); i++) {
            all.add(counts(i, choice));
        }
        return all;
    }

    /// The counts of all captures.
    WindowCounts counts(Choice choice) {
        return sum(eachCounts(choice));
    }

    /// The sum of counts.
    static WindowCounts sum(List<WindowCounts> all) {
        return all.stream()
                .reduce(
                        new WindowCounts(0, 0, 0, 0),
                        (a, b) ->
                                new WindowCounts(
                                        a.truePositives() + b.truePositives(),
                                        a.falsePositives() + b.falsePositives(),
                                        a.trueNegatives() + b.trueNegatives(),
                                        a.falseNegatives() + b.falseNegatives()));
    }

    /// How many windows of a pattern are wrong.
    long wrong(int pattern) {
        long wrong = 0;
        for (int i = 0; i < set.captures().size(); i++) {
            FloodCapture capture = set.captures().get(i);
            int number = i;
            long[] some = new long[1];
            set.each(
                    i,
                    window -> {
                        boolean isRight = isFlagged(number, window) == capture.isMalicious(window);
                        some[0] += capture.patterns()[window] == pattern && !isRight ? 1 : 0;
                    });
            wrong += some[0];
        }
        return wrong;
    }

    /// How many windows across the beginning or end of a flood are wrong.
    long wrongAtBoundary() {
        long[] wrong = new long[1];
        for (int i = 0; i < set.captures().size(); i++) {
            FloodCapture capture = set.captures().get(i);
            int number = i;
            set.each(
                    i,
                    window -> {
                        boolean isRight = isFlagged(number, window) == capture.isMalicious(window);
                        boolean isAcross = capture.place(window) == FloodCapture.Place.BOUNDARY;
                        wrong[0] += isAcross && !isRight ? 1 : 0;
                    });
        }
        return wrong[0];
    }

    /// How well the times of flagged windows, of all windows, are those of the floods.
    Intervals intervals() {
        double both = 0;
        double either = 0;
        List<Double> delays = new ArrayList<>();
        int floods = 0;
        for (int i = 0; i < set.captures().size(); i++) {
            FloodCapture capture = set.captures().get(i);
            List<long[]> flagged = new ArrayList<>();
            for (int window = 0; window < capture.size(); window++) {
                if (isFlagged(i, window)) {
                    flagged.add(
                            new long[] {capture.fromNanos()[window], capture.toNanos()[window]});
                }
            }
            List<long[]> truth = new ArrayList<>();
            for (FloodCapture.Flood flood : capture.floods()) {
                truth.add(new long[] {flood.fromNanos(), flood.toNanos()});
                floods++;
                delay(flagged, flood).ifPresent(delays::add);
            }
            double ofFlagged = length(flagged);
            double ofTruth = length(truth);
            truth.addAll(flagged);
            double union = length(truth);
            either += union;
            both += ofFlagged + ofTruth - union;
        }
        return new Intervals(both / either, floods, delays);
    }

    /// From the first INVITE of a flood to the end of the first flagged window that has one.
    private static OptionalDouble delay(List<long[]> flagged, FloodCapture.Flood flood) {
        return flagged.stream()
                .filter(each -> each[1] >= flood.fromNanos() && each[0] <= flood.toNanos())
                .mapToDouble(each -> Math.max(0, (each[1] - flood.fromNanos()) / NANOS))
                .findFirst();
    }

    /// The length of the union, in s.
    private static double length(List<long[]> intervals) {
        List<long[]> sorted = new ArrayList<>(intervals);
        sorted.sort((a, b) -> Long.compare(a[0], b[0]));
        double sum = 0;
        long end = Long.MIN_VALUE;
        for (long[] each : sorted) {
            if (each[1] > end) {
                sum += (each[1] - Math.max(each[0], end)) / NANOS;
                end = each[1];
            }
        }
        return sum;
    }

    /// Floods as times.
    ///
    /// @param iou intersection over union of the times of flagged windows and of floods
    /// @param floods how many floods there are
    /// @param delays of those that were found, in s
    record Intervals(double iou, int floods, List<Double> delays) {

        /// Takes a copy.
        Intervals {
            delays = List.copyOf(delays);
        }

        /// The share of floods with a flagged window.
        double found() {
            return (double) delays.size() / floods;
        }

        /// The median of the delays of those found, in s; NaN if there are none.
        double medianDelay() {
            List<Double> sorted = delays.stream().sorted().toList();
            return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
        }
    }
}
