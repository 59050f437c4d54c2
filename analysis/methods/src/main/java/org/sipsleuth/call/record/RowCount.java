package org.sipsleuth.call.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How many rows of a table were read, and what became of the others.
///
/// @param rows how many the table has, without its head
/// @param wrong the first that could not be read, each as a sentence with its line and the reason
/// @param wrongCount how many those are
/// @param leftOut how many have a caller or a callee who is no user
public record RowCount(long rows, List<String> wrong, long wrongCount, long leftOut) {

    /// Takes a copy.
    public RowCount {
        wrong = List.copyOf(wrong);
    }

    /// How many rows could not be read, and the first of them; empty if all could.
    public Optional<String> unreadable() {
        return wrongCount == 0
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%,d of %,d rows could not be read. %s%s",
                                wrongCount,
                                rows,
                                String.join(" ", wrong),
                                wrongCount > wrong.size() ? " \u2026" : ""));
    }

    /// How many rows are calls of nobody; empty if none is.
    public Optional<String> withoutUser() {
        return leftOut == 0
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "%,d %s left out, as caller or callee is not a user (anonymous, or"
                                        + " a service code)",
                                leftOut,
                                leftOut == 1 ? "row" : "rows"));
    }
}
