package org.sipsleuth.evaluate.flood;

import org.sipsleuth.evaluation.Spread;

/// A rate of rare events with its exact 95 % interval (Garwood, 1936).
final class PoissonInterval {

    private static final double TAIL = 0.025;
    private static final int STEPS = 100;

    private PoissonInterval() {}

    /// So many events in a time, for one unit of it. Without an event the interval ends at 3.69
    /// divided by the time.
    static Spread of(int events, double time) {
        double least = events == 0 ? 0 : mean(events - 1, 1 - TAIL);
        return new Spread(events / time, least / time, mean(events, TAIL) / time);
    }

    /// The mean with which at most so many events have a probability.
    private static double mean(int events, double probability) {
        double low = 0;
        double high = 10 + 2.0 * events + 10 * Math.sqrt(events);
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (atMost(events, middle) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double atMost(int events, double mean) {
        double term = -mean;
        double sum = Math.exp(term);
        for (int k = 1; k <= events; k++) {
            term += Math.log(mean) - Math.log(k);
            sum += Math.exp(term);
        }
        return sum;
    }
}
