package org.sipsleuth.call.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How many rows of a table were read, and what became of the others.
///
/// @param rows how many the table has, without its head
/// @param wrong the first that could not be read, each as a sentence with its line and the reason
/// @param wrongCount how many those are
/// @param leftOut how many have a caller or a callee who is no user
/// @param requests how many are further requests of a call, such as its BYE
/// @param talk of the others
public record RowCount(long rows, List<String> wrong, long wrongCount, LeftOut leftOut, long requests, Talk talk) {

    /// What the calls of a table came to, those that are left out too.
    ///
    /// @param answered how many were answered
    /// @param withoutTalk of how many of these it is not known how long they talked
    /// @param millis how long they talked together, in ms
    public record Talk(long answered, long withoutTalk, long millis) {}

    /// Takes a copy.
    public RowCount {
        wrong = List.copyOf(wrong);
    }

    /// How many rows are calls between users.
    public long calls() {
        return rows - wrongCount - requests - leftOut.count();
    }

    /// How many rows could not be read, and the first of them; empty if all could.
    public Optional<String> unreadable() {
        return wrongCount == 0 ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%,d of %,d rows could not be read. %s%s", wrongCount, rows,
                        String.join(" ", wrong), wrongCount > wrong.size() ? " \u2026" : ""));
    }

    /// How many rows are calls of nobody; empty if none is.
    public Optional<String> withoutUser() {
        return leftOut.sentence("row");
    }

    /// That no call was answered, or for how many it is not known how long they talked; empty if
    /// there is nothing of that.
    public Optional<String> withoutTalk() {
        long calls = rows - wrongCount - requests;
        if (calls > 0 && talk.answered() == 0 && talk.millis() == 0) {
            return Optional
                    .of(String.format(Locale.ROOT,
                            "No call is answered and no talk time is counted in %,d %s: check which"
                                    + " columns state the duration and the answer.",
                            calls, calls == 1 ? "row" : "rows"));
        }
        return talk.withoutTalk() == 0 ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT,
                        "The talk time of %,d of %,d answered %s is not known and not counted.", talk.withoutTalk(),
                        talk.answered(), talk.answered() == 1 ? "call" : "calls"));
    }

    /// How many rows are no calls of the list by the reason, as output names it.
    public Map<String, Long> byReason() {
        Map<String, Long> counts = new LinkedHashMap<>(leftOut.byReason());
        counts.put("unreadable", wrongCount);
        counts.put("further_request", requests);
        return counts;
    }

    /// All that a reader should know, as sentences.
    public List<String> sentences() {
        return Stream.of(unreadable(), withoutUser(), withoutTalk()).flatMap(Optional::stream).toList();
    }
}
