package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.sentence.Sentence;

/// The calls of a capture by what they were for those who called. Immutable.
///
/// @param counts how many calls each class has
/// @param dialogs the dialogs of the calls of each class, in order
/// @param each the calls, in the order of their dialogs
public record CallOutcomes(Map<CallClass, Long> counts, Map<CallClass, List<Integer>> dialogs, List<Call> each) {

    /// A call.
    ///
    /// @param dialog its dialog
    /// @param atNanos when its first INVITE was captured, in ns since the epoch
    /// @param ofClass what it was for those who called
    /// @param isAnswered whether it was answered, however it ended
    public record Call(int dialog, long atNanos, CallClass ofClass, boolean isAnswered) {}

    /// Takes copies.
    public CallOutcomes {
        counts = Map.copyOf(counts);
        dialogs = Map.copyOf(dialogs);
        each = List.copyOf(each);
    }

    /// Counts calls, which are in the order of their dialogs.
    public static CallOutcomes of(List<Call> calls) {
        Map<CallClass, Long> counts = new EnumMap<>(CallClass.class);
        Map<CallClass, List<Integer>> dialogs = new EnumMap<>(CallClass.class);
        for (Call call : calls) {
            counts.merge(call.ofClass(), 1L, Long::sum);
            List<Integer> its = dialogs.computeIfAbsent(call.ofClass(), _ -> new ArrayList<>());
            if (its.isEmpty() || its.getLast() != call.dialog()) {
                its.add(call.dialog());
            }
        }
        dialogs.replaceAll((_, its) -> List.copyOf(its));
        return new CallOutcomes(counts, dialogs, calls);
    }

    /// Those that begin in a range of time, both ends included, in ns since the epoch. Cost: the
    /// calls.
    public CallOutcomes within(long fromNanos, long toNanos) {
        return of(each.stream().filter(call -> call.atNanos() >= fromNanos && call.atNanos() <= toNanos).toList());
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
        return each.size();
    }

    /// How many of them were answered, however they ended.
    public long answered() {
        return each.stream().filter(Call::isAnswered).count();
    }

    /// The dialogs of those that were answered, in order.
    public List<Integer> answeredDialogs() {
        return each.stream().filter(Call::isAnswered).map(Call::dialog).distinct().toList();
    }

    /// How many of them had a problem; each counts once.
    public long withProblem() {
        return count(CallClass.TROUBLED) + count(CallClass.FAILED);
    }

    /// How many of them were refused or not answered, which is no problem by itself.
    public long unanswered() {
        return Arrays.stream(CallClass.values()).filter(CallClass::isUnanswered).mapToLong(this::count).sum();
    }

    /// How many of them attackers made: they are no calls of those who work there.
    public long ofAttackers() {
        return count(CallClass.ATTACKER);
    }

    /// How many calls had a problem and how many were refused, the same wherever it is stated: `7 of
    /// 26 calls had a problem, 3 were refused or not answered, besides 120 calls of attackers`.
    public Sentence headline() {
        long own = all() - ofAttackers();
        String key = own == 0 ? "headline.attackers"
                : unanswered() == 0 ? "headline"
                : withProblem() == 0 ? "headline.unanswered"
                : "headline.both";
        Sentence words = ProblemTexts.TEXTS.sentence(key, Sentence.count(withProblem()), Sentence.count(own),
                Sentence.count(own == 0 ? ofAttackers() : unanswered()));
        return own == 0 || ofAttackers() == 0 ? words
                : ProblemTexts.TEXTS.sentence("headline.besides", words, Sentence.count(ofAttackers()));
    }
}
