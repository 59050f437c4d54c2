package org.sipsleuth.call.ledger;

import java.util.Arrays;

/// The most answered calls that were open at once.
///
/// @param calls how many; 0 if none was answered
/// @param atNanos when there were first so many, in ns since the epoch; 0 if none was answered
public record CallPeak(int calls, long atNanos) {

    /// Those of calls, by an exact sweep: one that ends when another begins is not open with it. A
    /// call without length is open for the moment of its begin (1 ns). Cost: sorting.
    ///
    /// @param begins in ns, in order
    /// @param ends of the same calls, in any order; sorted here
    static CallPeak of(long[] begins, long[] ends) {
        Arrays.sort(ends);
        int most = 0;
        long at = 0;
        int ended = 0;
        for (int begun = 0; begun < begins.length; begun++) {
            while (ended < begun && ends[ended] <= begins[begun]) {
                ended++;
            }
            if (begun - ended + 1 > most) {
                most = begun - ended + 1;
                at = begins[begun];
            }
        }
        return new CallPeak(most, at);
    }

    /// When a call ends, in ns.
    static long end(long beginNanos, long talkNanos) {
        long length = Math.max(1, talkNanos);
        return beginNanos > Long.MAX_VALUE - length ? Long.MAX_VALUE : beginNanos + length;
    }
}
