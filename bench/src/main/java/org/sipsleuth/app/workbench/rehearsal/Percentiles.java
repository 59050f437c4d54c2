package org.sipsleuth.app.workbench.rehearsal;

import java.util.Arrays;
import java.util.function.ObjDoubleConsumer;

/// Tells times that were taken many times.
public final class Percentiles {

    private Percentiles() {}

    /// Tells the median, what 9 of 10 and 99 of 100 do not exceed, and the longest;
    /// nothing of none.
    ///
    /// @param millis the times; those of 0 were not taken
    public static void tell(String what, double[] millis, ObjDoubleConsumer<String> teller) {
        double[] sorted = Arrays.stream(millis).filter(time -> time > 0).sorted().toArray();
        if (sorted.length > 0) {
            teller.accept(what + " (median)", sorted[sorted.length / 2]);
            teller.accept(what + " (9 of 10)", sorted[(sorted.length - 1) * 9 / 10]);
            teller.accept(what + " (99 of 100)", sorted[(sorted.length - 1) * 99 / 100]);
            teller.accept(what + " (longest)", sorted[sorted.length - 1]);
        }
    }
}
