package org.sipsleuth.compare;

import java.util.Set;

/// A message of one dialog beside its counterpart in the other one.
///
/// @param kind how they relate
/// @param left the number of the left dialog's message in the index, or -1 if there is none
/// @param right the same of the right dialog
/// @param leftPauseNanos the time since the message before in the left dialog; 0 for the first
/// @param rightPauseNanos the same in the right dialog
/// @param marks what else differs
public record DialogRow(
        Kind kind,
        int left,
        int right,
        long leftPauseNanos,
        long rightPauseNanos,
        Set<Mark> marks) {

    /// How two messages relate.
    public enum Kind {
        /// Both have it.
        SAME,
        /// Another type in its place.
        OTHER_TYPE,
        /// Only the left dialog has it.
        ONLY_LEFT,
        /// Only the right dialog has it.
        ONLY_RIGHT
    }

    /// What differs between messages of both dialogs in one place.
    public enum Mark {
        /// It goes between other hosts, or the other way.
        OTHER_WAY,
        /// The time since the message before differs much, as [DialogComparison] says.
        OTHER_PAUSE
    }

    public DialogRow {
        marks = Set.copyOf(marks);
    }

    /// Whether the two dialogs differ here.
    public boolean isDifferent() {
        return kind != Kind.SAME || !marks.isEmpty();
    }

    /// Whether it has this mark.
    public boolean is(Mark mark) {
        return marks.contains(mark);
    }
}
