package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The calls of a capture by what they were for those who called. Immutable.
///
/// @param counts how many calls each class has
/// @param dialogs the dialogs of the calls of each class, in order
public record CallOutcomes(Map<CallClass, Long> counts, Map<CallClass, List<Integer>> dialogs) {

    /// Takes copies.
    public CallOutcomes {
        counts = Map.copyOf(counts);
        dialogs = Map.copyOf(dialogs);
    }

    /// How many calls of a class there are.
    public long count(CallClass calls) {
        return counts.getOrDefault(calls, 0L);
    }

    /// The dialogs of the calls of a class, in order.
    public List<Integer> dialogs(CallClass calls) {
        return dialogs.getOrDefault(calls, List.of());
    }

    /// How many calls there are.
    public long all() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// How many of them had a problem; each counts once.
    public long withProblem() {
        return count(CallClass.TROUBLED) + count(CallClass.FAILED);
    }

    /// Counts them. For one thread.
    static final class Counter {

        private final Map<CallClass, Long> counts = new EnumMap<>(CallClass.class);
        private final Map<CallClass, List<Integer>> dialogs = new EnumMap<>(CallClass.class);

        void add(int dialog, CallClass calls) {
            counts.merge(calls, 1L, Long::sum);
            List<Integer> its = dialogs.computeIfAbsent(calls, _ -> new ArrayList<>());
            if (its.isEmpty() || its.getLast() != dialog) {
                its.add(dialog);
            }
        }

        CallOutcomes outcomes() {
            Map<CallClass, List<Integer>> copies = new EnumMap<>(CallClass.class);
            dialogs.forEach((calls, its) -> copies.put(calls, List.copyOf(its)));
            return new CallOutcomes(counts, copies);
        }
    }
}
