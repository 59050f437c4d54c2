package org.sipsleuth.evaluate.stolen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.call.record.CallRecords;

/// The simplest rules for stolen accounts: when each names a caller first, in ns since the epoch.
final class SimpleRules {

    private static final long HOUR = 3_600_000_000_000L;

    /// Of a number with its plus sign: what stands for a country where all numbers are invented.
    private static final int RANGE_LETTERS = 6;

    private SimpleRules() {}

    private static boolean isAbroad(String callee) {
        return callee.startsWith("+") && callee.length() > RANGE_LETTERS;
    }

    /// More than so many calls to numbers abroad within an hour.
    static Map<String, Long> often(CallRecords records, int most) {
        Map<Integer, Deque<Long>> latest = new HashMap<>();
        Map<String, Long> named = new HashMap<>();
        for (int call = 0; call < records.size(); call++) {
            if (isAbroad(records.users().get(records.callee(call)))) {
                long at = records.startNanos(call);
                Deque<Long> its = latest.computeIfAbsent(records.caller(call), _ -> new ArrayDeque<>());
                its.addLast(at);
                while (its.getFirst() <= at - HOUR) {
                    its.removeFirst();
                }
                if (its.size() > most) {
                    named.putIfAbsent(records.users().get(records.caller(call)), at);
                }
            }
        }
        return named;
    }

    /// The first call to a range that nobody has called before, after some time of learning.
    ///
    /// @param learnedNanos the end of the learning, in ns since the epoch
    static Map<String, Long> newRange(CallRecords records, long learnedNanos) {
        Set<String> called = new HashSet<>();
        Map<String, Long> named = new HashMap<>();
        for (int call = 0; call < records.size(); call++) {
            String callee = records.users().get(records.callee(call));
            if (isAbroad(callee) && called.add(callee.substring(0, RANGE_LETTERS))
                    && records.startNanos(call) >= learnedNanos) {
                named.putIfAbsent(records.users().get(records.caller(call)), records.startNanos(call));
            }
        }
        return named;
    }
}
