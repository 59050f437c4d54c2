package org.sipsleuth.evaluate.flood;

import java.time.Duration;
import java.util.Arrays;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.flood.network.FloodNetwork;

/// Scores the windows of a capture; higher is more anomalous. Any thread.
@FunctionalInterface
interface WindowScorer {

    /// The score of each window.
    double[] scores(FloodCapture capture);

    /// A network, by the probability of a flood.
    static WindowScorer of(FloodNetwork network) {
        return capture -> {
            double[] scores = new double[capture.size()];
            network.scores(capture.inputs(), capture.starts(), 0, scores.length, scores);
            return scores;
        };
    }

    /// The mean of one input over a window.
    ///
    /// @param isHigh whether floods have the higher mean
    static WindowScorer of(Input input, boolean isHigh) {
        return capture -> {
            double[] scores = new double[capture.size()];
            for (int window = 0; window < scores.length; window++) {
                double sum = 0;
                for (int k = 0; k < FloodNetwork.MESSAGES; k++) {
                    int at = capture.starts()[window] + k * FloodNetwork.INPUTS;
                    sum += capture.inputs()[at + input.place()];
                }
                scores[window] = (isHigh ? sum : -sum) / FloodNetwork.MESSAGES;
            }
            return scores;
        };
    }

    /// The share of attempts that were never acknowledged until the capture ends.
    static WindowScorer ofUnacknowledged() {
        return capture -> {
            double[] scores = new double[capture.size()];
            for (int window = 0; window < scores.length; window++) {
                scores[window] = capture.unacknowledged()[window];
            }
            return scores;
        };
    }

    /// The share of attempts that were answered, and whose ACK is overdue some time after the
    /// window.
    ///
    /// @param wait from the window's last attempt
    static WindowScorer ofOverdue(Duration wait) {
        return capture -> {
            double[] scores = new double[capture.size()];
            for (int window = 0; window < scores.length; window++) {
                scores[window] = capture.acknowledgements().overdue(window, capture.toNanos()[window] + wait.toNanos());
            }
            return scores;
        };
    }

    /// The rule of overdue INVITEs: 1 for a window that it flags, sooner or later, else 0.
    static WindowScorer ofRule() {
        return capture -> Arrays.stream(capture.overdue().knownNanos())
                .mapToDouble(known -> known == OverdueWindows.NEVER ? 0 : 1)
                .toArray();
    }

    /// How many attempts are malicious: with a threshold of two without error, so that it shows
    /// what windows can reach at all where times are measured.
    static WindowScorer ofTruth() {
        return capture -> {
            double[] scores = new double[capture.size()];
            for (int window = 0; window < scores.length; window++) {
                scores[window] = Integer.bitCount(capture.patterns()[window]);
            }
            return scores;
        };
    }
}
