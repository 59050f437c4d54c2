package org.sipsleuth.view.dialogs.table.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.dialog.statistics.CallReader;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.WindowFaults;

/// Dialogs in groups of the same value, the largest group first. In a list of rows a group is as a
/// negative number, its dialogs behind it if it is open. Immutable.
public final class RowGroups {

    private final Listed listed;
    private final DialogColumn column;
    private final Optional<Filtered> filtered;
    private final int[] dialogs;
    private final int[] starts;

    /// What is known of each group's totals; computed when somebody looks.
    private final @Nullable Totals[] totals;

    /// What the dialogs of a group, or of a selection, are together.
    ///
    /// @param messages all messages of the dialogs
    /// @param shown those of them that views show: fewer where only messages that match the
    ///     window's filter are shown
    /// @param calls their calls
    /// @param failed dialogs that failed, were refused or dropped, calls or not
    public record Totals(int dialogs, long messages, long shown, long nanos, CallTotals calls, int failed) {

        /// Of these dialogs.
        static Totals of(SipIndex index, int[] dialogs, int from, int to, Optional<Filtered> filtered) {
            Optional<Filtered> only = filtered.filter(Filtered::onlyMessages);
            DialogTable table = index.dialogs();
            OutcomeReader outcomes = new OutcomeReader(index);
            CallReader calls = new CallReader(index);
            long messages = 0;
            long shown = 0;
            long nanos = 0;
            int failed = 0;
            for (int i = from; i < to; i++) {
                int dialog = dialogs[i];
                int all = table.messageCount(dialog);
                messages += all;
                shown += only.map(left -> matches(index, dialog, left)).orElse((long) all);
                nanos += table.durationNanos(dialog);
                failed += WindowFaults.SINK.contain("group", 0, () -> {
                    calls.read(dialog);
                    return outcomes.of(dialog).outcome().isBad() ? 1 : 0;
                });
            }
            return new Totals(to - from, messages, shown, nanos, calls.totals(), failed);
        }

        /// A dialog of which no message matches is shown whole.
        private static long matches(SipIndex index, int dialog, Filtered filtered) {
            return filtered.hasDialog(dialog) ? IntStream.of(index.messagesOf(dialog)).filter(filtered::fits).count()
                    : index.dialogs().messageCount(dialog);
        }

        /// Of these dialogs.
        ///
        /// @param filtered what the window's filter leaves, if there is one
        public static Totals of(SipIndex index, int[] dialogs, Optional<Filtered> filtered) {
            return of(index, dialogs, 0, dialogs.length, filtered.filter(left -> left.isOf(index)));
        }
    }

    /// @param query what was asked: where the dialogs are, and by which column they are grouped
    /// @param dialogs all of them, group by group
    /// @param starts where each group begins, and after them how many dialogs there are
    RowGroups(RowQuery query, int[] dialogs, int[] starts) {
        listed = query.listed();
        column = query.group().orElseThrow();
        filtered = query.filtered();
        this.dialogs = dialogs;
        this.starts = starts;
        totals = new Totals[starts.length - 1];
    }

    /// How many groups there are.
    public int size() {
        return starts.length - 1;
    }

    /// By what they are grouped.
    public DialogColumn column() {
        return column;
    }

    /// Whether a row represents a group.
    public static boolean isGroup(int row) {
        return row < 0;
    }

    /// The group that a row represents.
    public static int groupOf(int row) {
        return -1 - row;
    }

    /// The row that represents a group.
    public static int rowOf(int group) {
        return -1 - group;
    }

    /// The value that the dialogs of a group share, as the capture has it; empty for none.
    public String value(int group) {
        return column.text(new ColumnReader(listed), dialogs[starts[group]]);
    }

    /// What is written for a group without value.
    String none() {
        boolean isKnown = column == OwnColumn.PROBLEM && listed.problems().hasDialogs();
        return Texts.text(isKnown ? "dialogs.group.none.problem" : "dialogs.group.none");
    }

    /// What its dialogs are together. Cost: its dialogs, the first time.
    public Totals totals(int group) {
        Totals known = totals[group];
        if (known == null) {
            known = Totals.of(listed.index(), dialogs, starts[group], starts[group + 1], filtered);
            totals[group] = known;
        }
        return known;
    }

    /// The dialogs of a group, in order.
    public int[] dialogs(int group) {
        return Arrays.copyOfRange(dialogs, starts[group], starts[group + 1]);
    }

    /// A dialog of the group, by which it is known again in another answer.
    public int member(int group) {
        return dialogs[starts[group]];
    }

    /// The groups that have one of these dialogs.
    public BitSet groupsWith(BitSet members) {
        BitSet found = new BitSet();
        for (int group = 0; group < size(); group++) {
            for (int i = starts[group]; i < starts[group + 1] && !found.get(group); i++) {
                found.set(group, members.get(dialogs[i]));
            }
        }
        return found;
    }

    /// The rows, with the dialogs of the groups that are open.
    public IntRows rows(BitSet open) {
        int count = size();
        for (int group = open.nextSetBit(0); group >= 0; group = open.nextSetBit(group + 1)) {
            count += starts[group + 1] - starts[group];
        }
        int[] rows = new int[count];
        int at = 0;
        for (int group = 0; group < size(); group++) {
            rows[at++] = rowOf(group);
            if (open.get(group)) {
                int length = starts[group + 1] - starts[group];
                System.arraycopy(dialogs, starts[group], rows, at, length);
                at += length;
            }
        }
        return new IntRows(rows);
    }
}
