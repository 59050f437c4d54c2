package org.sipsleuth.evaluate.sequence;

import java.util.Map;
import java.util.TreeMap;

/// How many dialogs of a capture have a score: attacks and harmless ones, of each all and those
/// that are unknown.
final class ScoreCounts {

    /// Which dialogs are counted.
    enum Part {
        ATTACK(0), UNKNOWN_ATTACK(1), HARMLESS(2), UNKNOWN_HARMLESS(3);

        private static final int COUNT = values().length;

        private final int place;

        Part(int place) {
            this.place = place;
        }
    }

    private final TreeMap<Double, long[]> counts = new TreeMap<>();

    /// Adds a dialog.
    void add(double score, boolean isAttack, boolean isUnknown) {
        long[] its = counts.computeIfAbsent(score, _ -> new long[Part.COUNT]);
        its[(isAttack ? Part.ATTACK : Part.HARMLESS).place]++;
        if (isUnknown) {
            its[(isAttack ? Part.UNKNOWN_ATTACK : Part.UNKNOWN_HARMLESS).place]++;
        }
    }

    /// The same counts, with those of another capture.
    void addAll(ScoreCounts other) {
        other.counts.forEach((score, its) -> {
            long[] sum = counts.computeIfAbsent(score, _ -> new long[its.length]);
            for (int i = 0; i < its.length; i++) {
                sum[i] += its[i];
            }
        });
    }

    /// How many dialogs a part has.
    long count(Part part) {
        return counts.values().stream().mapToLong(counted -> counted[part.place]).sum();
    }

    /// The probability that a dialog of one part has a higher score than one of the other; equal
    /// scores count half (area under the ROC curve). NaN if one part is empty.
    double auc(Part positive, Part negative) {
        double pairs = 0;
        long below = 0;
        for (Map.Entry<Double, long[]> each : counts.entrySet()) {
            long wrong = each.getValue()[negative.place];
            pairs += each.getValue()[positive.place] * ((double) below + wrong / 2.0);
            below += wrong;
        }
        double all = (double) below * count(positive);
        return all == 0 ? Double.NaN : pairs / all;
    }
}
