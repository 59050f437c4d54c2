package org.sipsleuth.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.alignment.Alignment;
import org.sipsleuth.alignment.DifferenceText;
import org.sipsleuth.alignment.Edit;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.LaneKey;
import org.sipsleuth.run.RunMonitor;

/// Two dialogs side by side, message by message, retransmissions included. Immutable.
///
/// They are aligned by message types, with as few edits as can be; who sends what to whom and the
/// pauses are compared where both have a message of the same type. Two pauses differ much if one is
/// at least twice as long as the other and they are at least T1 (500 ms, RFC 3261 §17.1.1.1) apart:
/// less is what networks do.
public final class DialogComparison {

    /// Messages behind so many of a dialog are not compared.
    public static final int MOST_MESSAGES = 100_000;

    private static final long T1_NANOS = 500_000_000L;
    /// In place of the number of a dialog: there is none on this side.
    public static final int NONE = -1;

    private final SipIndex index;
    private final SipIndex rightIndex;
    private final int left;
    private final int right;
    private final LaneKey leftKey;
    private final LaneKey rightKey;
    private final List<DialogRow> rows;
    private final Map<String, String> hosts;
    private final String summary;
    private final int leftOut;
    private final boolean byPieces;

    private DialogComparison(SipIndex index, int left, SipIndex rightIndex, int right, RunMonitor monitor) {
        this.index = index;
        this.rightIndex = rightIndex;
        this.left = left;
        this.right = right;
        int[] all = left == NONE ? new int[0] : index.messagesOf(left);
        int[] others = right == NONE ? new int[0] : rightIndex.messagesOf(right);
        int[] ours = compared(all);
        int[] theirs = compared(others);
        leftOut = all.length - ours.length + others.length - theirs.length;
        leftKey = LaneKey.ofParties(index.messages(), ours);
        rightKey = LaneKey.ofParties(rightIndex.messages(), theirs);
        byPieces = Math.max(ours.length, theirs.length) > Alignment.MOST_MESSAGES;
        List<String> ourTypes = types(index, ours);
        List<String> theirTypes = types(rightIndex, theirs);
        HostRoles roles = new HostRoles();
        List<DialogRow> found = new ArrayList<>();
        for (Edit edit : LongAlignment.edits(ourTypes, theirTypes, monitor)) {
            found.add(row(edit, ours, theirs, roles));
        }
        rows = List.copyOf(found);
        hosts = roles.byLeft();
        summary = DifferenceText.of(Alignment.of(ourTypes, theirTypes));
    }

    /// Compares two dialogs of an index; they may be the same.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static DialogComparison of(SipIndex index, int left, int right, RunMonitor monitor) {
        return new DialogComparison(index, left, index, right, monitor);
    }

    /// Compares dialogs of two indexes.
    ///
    /// @param left the number of a dialog of the one, or [#NONE]
    /// @param right the number of a dialog of the other, or [#NONE]
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static DialogComparison of(SipIndex index, int left, SipIndex rightIndex, int right, RunMonitor monitor) {
        return new DialogComparison(index, left, rightIndex, right, monitor);
    }

    /// One dialog that nothing is compared with: each of its messages stands on the left alone.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static DialogComparison alone(SipIndex index, int dialog, RunMonitor monitor) {
        return new DialogComparison(index, dialog, index, NONE, monitor);
    }

    private static int[] compared(int[] messages) {
        return Arrays.copyOf(messages, Math.min(messages.length, MOST_MESSAGES));
    }

    private static List<String> types(SipIndex index, int[] messages) {
        MessageTable table = index.messages();
        return Arrays.stream(messages).mapToObj(m -> table.typeName(table.type(m))).toList();
    }

    private DialogRow row(Edit edit, int[] ours, int[] theirs, HostRoles roles) {
        int i = edit.known();
        int j = edit.other();
        return switch (edit) {
            case Edit.Deletion _ ->
                    new DialogRow(DialogRow.Kind.ONLY_LEFT, ours[i], -1, pause(index, ours, i), 0, Set.of());
            case Edit.Insertion _ ->
                    new DialogRow(DialogRow.Kind.ONLY_RIGHT, -1, theirs[j], 0, pause(rightIndex, theirs, j), Set.of());
            case Edit.Match _ -> {
                long ourPause = pause(index, ours, i);
                long theirPause = pause(rightIndex, theirs, j);
                Set<DialogRow.Mark> marks = EnumSet.noneOf(DialogRow.Mark.class);
                if (!goSameWay(ours[i], theirs[j], roles)) {
                    marks.add(DialogRow.Mark.OTHER_WAY);
                }
                if (differMuch(ourPause, theirPause)) {
                    marks.add(DialogRow.Mark.OTHER_PAUSE);
                }
                yield new DialogRow(DialogRow.Kind.SAME, ours[i], theirs[j], ourPause, theirPause, marks);
            }
            case Edit.Substitution _ -> new DialogRow(DialogRow.Kind.OTHER_TYPE, ours[i], theirs[j],
                    pause(index, ours, i), pause(rightIndex, theirs, j), Set.of());
        };
    }

    private boolean goSameWay(int ours, int theirs, HostRoles roles) {
        return roles.goSameWay(source(ours, true), destination(ours, true), source(theirs, false),
                destination(theirs, false));
    }

    /// The host that sends a message of one of the dialogs, as [#hosts] names it.
    String source(int message, boolean isLeft) {
        MessageTable table = table(isLeft);
        return key(isLeft).party(table.endpoint(table.source(message)));
    }

    /// The host that it goes to.
    String destination(int message, boolean isLeft) {
        MessageTable table = table(isLeft);
        return key(isLeft).party(table.endpoint(table.destination(message)));
    }

    private MessageTable table(boolean isLeft) {
        return (isLeft ? index : rightIndex).messages();
    }

    private LaneKey key(boolean isLeft) {
        return isLeft ? leftKey : rightKey;
    }

    private static long pause(SipIndex index, int[] messages, int place) {
        MessageTable table = index.messages();
        return place == 0 ? 0 : table.capturedAtNanos(messages[place]) - table.capturedAtNanos(messages[place - 1]);
    }

    /// Clocks may go back; a pause that does is compared by its size.
    private static boolean differMuch(long one, long other) {
        long longer = Math.max(Math.abs(one), Math.abs(other));
        long shorter = Math.min(Math.abs(one), Math.abs(other));
        return longer - shorter >= T1_NANOS && longer / 2 >= shorter;
    }

    /// Where the messages of the left dialog are.
    public SipIndex index() {
        return index;
    }

    /// Where those of the right one are; mostly the same.
    public SipIndex rightIndex() {
        return rightIndex;
    }

    /// The left dialog's number in its index; -1 if there is none.
    public int left() {
        return left;
    }

    /// The right dialog's number in its index; -1 if there is none.
    public int right() {
        return right;
    }

    /// The messages side by side.
    public List<DialogRow> rows() {
        return rows;
    }

    /// How many rows differ.
    public int differences() {
        return (int) rows.stream().filter(DialogRow::isDifferent).count();
    }

    /// Left host → the right host that plays the same part. In a dialog on one host, each of its
    /// ports is one.
    public Map<String, String> hosts() {
        return hosts;
    }

    /// How the right dialog's message types differ from the left one's, in words; of long dialogs
    /// the beginning.
    public String summary() {
        return summary;
    }

    /// How many messages of both were not compared.
    public int leftOut() {
        return leftOut;
    }

    /// Whether the dialogs were aligned piece by piece, so that there might be an alignment with
    /// fewer differences.
    public boolean isByPieces() {
        return byPieces;
    }
}
