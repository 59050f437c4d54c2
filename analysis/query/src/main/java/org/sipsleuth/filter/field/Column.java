package org.sipsleuth.filter.field;

import org.sipsleuth.dialog.MessageTable;

/// A field that is a column of numbers, which is asked without making values.
@FunctionalInterface
public interface Column {

    /// The message has no value.
    long NONE = Long.MIN_VALUE;

    /// The number of this message, or [#NONE].
    long get(MessageTable messages, int message);
}
