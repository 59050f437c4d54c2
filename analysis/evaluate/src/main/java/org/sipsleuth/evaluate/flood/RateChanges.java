package org.sipsleuth.evaluate.flood;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/// When counts per second change, such as those of requests when a flood begins or ends: a CUSUM
/// (Page, 1954) upwards and one downwards on the variance-stabilised count, 2√n (Anscombe, 1948),
/// against the level since the last change. It depends on the past alone; what it allows for grows
/// with the variation that it has seen.
final class RateChanges {

    private static final double ALLOWANCE = 5;
    private static final double LIMIT = 20;

    /// The level is the mean of so many seconds, then an exponential mean.
    private static final int LEVEL_SECONDS = 20;

    /// The weight of a second in the variation.
    private static final double FORGETTING = 0.05;

    /// One second does not count as more than this squared deviation.
    private static final double MOST_SQUARE = 100;

    private final List<Double> counts;
    private final NavigableSet<Integer> changes = new TreeSet<>();
    private double level;
    private int seconds = 1;
    private double variance = 1;

    private RateChanges(List<Double> counts) {
        this.counts = counts;
    }

    /// The seconds, from 0 on, from which on the rate is another one.
    ///
    /// @param counts of each second, at least 0
    static NavigableSet<Integer> of(List<Double> counts) {
        RateChanges changes = new RateChanges(counts);
        changes.find();
        return changes.changes;
    }

    private void find() {
        double up = 0;
        double down = 0;
        int upFrom = 0;
        int downFrom = 0;
        level = counts.isEmpty() ? 0 : stable(0);
        for (int second = 1; second < counts.size(); second++) {
            double difference = stable(second) - level;
            double allowance = Math.max(ALLOWANCE, Math.sqrt(variance));
            upFrom = up == 0 ? second : upFrom;
            downFrom = down == 0 ? second : downFrom;
            up = Math.max(0, up + difference - allowance);
            down = Math.max(0, down - difference - allowance);
            if (up > LIMIT || down > LIMIT) {
                restart(up > LIMIT ? upFrom : downFrom, second);
                up = 0;
                down = 0;
            } else {
                seconds++;
                level += difference / Math.min(seconds, LEVEL_SECONDS);
                double square = Math.min(difference * difference, MOST_SQUARE);
                variance += FORGETTING * (square - variance);
            }
        }
    }

    private void restart(int change, int second) {
        changes.add(change);
        double sum = 0;
        for (int i = change; i <= second; i++) {
            sum += stable(i);
        }
        seconds = second - change + 1;
        level = sum / seconds;
    }

    private double stable(int second) {
        return 2 * Math.sqrt(counts.get(second));
    }
}
