package org.sipsleuth.view.session;

import java.util.List;
import java.util.Optional;

/// What is chosen in the workbench, the same in every view. Immutable.
///
/// @param time the chosen range of time, or empty for all
/// @param dialogs the chosen dialogs, by their numbers in the index
/// @param messages the chosen messages, by their numbers in the index; the last is the current one
public record Selection(Optional<TimeRange> time, List<Integer> dialogs, List<Integer> messages) {

    /// Nothing chosen.
    public static final Selection NONE = new Selection(Optional.empty(), List.of(), List.of());

    /// A range of time in ns since the epoch; both ends belong to it.
    public record TimeRange(long fromNanos, long toNanos) {
        public TimeRange {
            if (fromNanos > toNanos) {
                throw new IllegalArgumentException("a time range ends before it begins");
            }
        }

        /// Whether the moment lies in the range.
        public boolean contains(long nanos) {
            return nanos >= fromNanos && nanos <= toNanos;
        }
    }

    public Selection {
        dialogs = List.copyOf(dialogs);
        messages = List.copyOf(messages);
    }

    /// The same with another range of time.
    public Selection withTime(Optional<TimeRange> range) {
        return new Selection(range, dialogs, messages);
    }

    /// The same with other dialogs; the messages are dropped, since they were those of the old
    /// dialogs.
    public Selection withDialogs(List<Integer> chosen) {
        return new Selection(time, chosen, List.of());
    }

    /// The same with other messages.
    public Selection withMessages(List<Integer> chosen) {
        return new Selection(time, dialogs, chosen);
    }
}
