package org.sipsleuth.view.dialogs.table.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.filter.Filtered;

/// Which dialogs the list shall show, in which order.
///
/// @param listed where they are
/// @param words what each of them must contain somewhere, in lower case
/// @param time the range of time that each must overlap, or empty for all
/// @param filtered what the window's filter leaves, if there is one
/// @param sort the columns to sort by, the first counts most; none: by time
/// @param group the column to group by, if any
public record RowQuery(Listed listed, List<String> words, Optional<TimeRange> time, Optional<Filtered> filtered,
        List<SortKey> sort, Optional<DialogColumn> group) {
    public RowQuery {
        words = List.copyOf(words);
        sort = List.copyOf(sort);
    }

    /// The words of what somebody typed.
    public static List<String> wordsOf(String typed) {
        return Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /// Whether the window's filter leaves this dialog.
    boolean fits(int dialog) {
        return filtered.isEmpty() || filtered.get().hasDialog(dialog);
    }

    /// Whether this dialog overlaps the range of time.
    boolean overlaps(int dialog) {
        if (time.isEmpty()) {
            return true;
        }
        DialogTable dialogs = listed.index().dialogs();
        long start = dialogs.startNanos(dialog);
        return start <= time.get().toNanos() && start + dialogs.durationNanos(dialog) >= time.get().fromNanos();
    }
}
