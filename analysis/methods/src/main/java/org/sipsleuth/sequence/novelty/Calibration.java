package org.sipsleuth.sequence.novelty;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// The scores that dialogs of the baseline have under models that never saw them, for conformal
/// p-values (Vovk, Gammerman and Shafer 2005; in folds by time: Vovk 2015). Immutable.
public final class Calibration {

    private final double[] bits;
    private final long[] counts;
    private final int folds;
    private final boolean isByDay;
    private final long dialogs;

    /// @param counts how many held-out dialogs have each score, in bits
    /// @param folds how many parts were held out in turn
    /// @param isByDay whether they are days; else equal parts of the dialogs in the order of time
    /// @throws IllegalArgumentException if a score or a count cannot be
    Calibration(Map<Double, Long> counts, int folds, boolean isByDay) {
        TreeMap<Double, Long> sorted = new TreeMap<>(counts);
        this.bits = sorted.keySet().stream().mapToDouble(each -> each).toArray();
        this.counts = sorted.values().stream().mapToLong(each -> each).toArray();
        this.folds = folds;
        this.isByDay = isByDay;
        if (Arrays.stream(bits).anyMatch(each -> !(each >= 0 && each < Double.MAX_VALUE))
                || Arrays.stream(this.counts).anyMatch(each -> each < 1) || bits.length == 0) {
            throw new IllegalArgumentException("A calibration with impossible scores");
        }
        this.dialogs = Arrays.stream(this.counts).sum();
    }

    /// How many dialogs were held out.
    public long dialogs() {
        return dialogs;
    }

    /// How many parts were held out in turn.
    public int folds() {
        return folds;
    }

    /// Whether the parts are days; else they are equal parts of the dialogs in the order of time.
    public boolean isByDay() {
        return isByDay;
    }

    /// The share of the baseline's dialogs, this one among them, that surprise a model which never
    /// saw them as much as this or more: a p-value, in (0, 1]; small is anomalous. If the dialog is
    /// like those of the baseline, it is below p with a probability of about p.
    ///
    /// @param score in bits
    public double pValue(double score) {
        long above = 0;
        for (int i = bits.length - 1; i >= 0 && bits[i] >= score; i--) {
            above += counts[i];
        }
        return (above + 1.0) / (dialogs + 1.0);
    }

    /// The score that so large a share of the held-out dialogs do not exceed.
    public double quantile(double share) {
        long sum = 0;
        for (int i = 0; i < bits.length; i++) {
            sum += counts[i];
            if (sum >= share * dialogs) {
                return bits[i];
            }
        }
        return bits[bits.length - 1];
    }

    /// How many held-out dialogs have each score.
    Map<Double, Long> counts() {
        Map<Double, Long> all = new TreeMap<>();
        for (int i = 0; i < bits.length; i++) {
            all.put(bits[i], counts[i]);
        }
        return all;
    }
}
