package org.sipsleuth.app.workbench.rehearsal;

import java.util.Arrays;
import java.util.function.ObjDoubleConsumer;

/// Reports times that were measured many times.
public final class Percentiles {

    private Percentiles() {}

    /// Reports the median, what 9 of 10 and 99 of 100 do not exceed, and the longest;
    /// nothing of none.
    ///
    /// @param millis the times; those of 0 were not taken
    public static void report(String what, double[] millis, ObjDoubleConsumer<String> reporter) {
        double[] sorted = Arrays.stream(millis).filter(time -> time > 0).sorted().toArray();
        if (sorted.length > 0) {
            reporter.accept(what + " (median)", sorted[sorted.length / 2]);
            reporter.accept(what + " (9 of 10)", sorted[(sorted.length - 1) * 9 / 10]);
            reporter.accept(what + " (99 of 100)", sorted[(sorted.length - 1) * 99 / 100]);
            reporter.accept(what + " (longest)", sorted[sorted.length - 1]);
        }
    }
}
