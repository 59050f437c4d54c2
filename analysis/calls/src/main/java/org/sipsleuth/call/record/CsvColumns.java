package org.sipsleuth.call.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which columns of a table of call records say what, from 0. Immutable.
///
/// @param caller the column that says who calls
/// @param callee who is called
/// @param start when it begins
/// @param duration how long they talk, in seconds
/// @param answered whether it is answered: a SIP status, `yes`, `true`, `answered`, 1; without it a
///     call is answered if it has a duration
public record CsvColumns(int caller, int callee, int start, OptionalInt duration, OptionalInt answered) {

    /// The columns by their names; empty if caller, callee or start is missing, or if two columns
    /// could be of one meaning.
    public static Optional<CsvColumns> guess(List<String> names) {
        return ColumnChoice.of(names).columns();
    }
}
