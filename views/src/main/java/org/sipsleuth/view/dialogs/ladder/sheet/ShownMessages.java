package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.filter.Filtered;

/// Chooses which messages of dialogs are in a ladder: all, or those that fit the window's filter.
/// Dialogs without a match that are shown nevertheless are shown in full.
public final class ShownMessages {

    private final int most;
    private Optional<Filtered> filtered = Optional.empty();

    /// @param most more messages are not shown
    public ShownMessages(int most) {
        this.most = most;
    }

    /// Uses what a filter leaves from now on.
    ///
    /// @return whether other messages are shown by that
    public boolean use(Optional<Filtered> left) {
        boolean changes = isOnly(filtered) || isOnly(left);
        filtered = left;
        return changes;
    }

    private static boolean isOnly(Optional<Filtered> some) {
        return some.filter(Filtered::onlyMessages).isPresent();
    }

    /// The numbers of the messages in the order of time, no more than are shown.
    public int[] of(SipIndex index, List<Integer> dialogs) {
        if (dialogs.size() == 1) {
            return kept(index, dialogs.getFirst()).limit(most).toArray();
        }
        int[] merged = new int[most];
        int count = 0;
        for (int dialog : dialogs) {
            int[] some = kept(index, dialog).limit(most - count).toArray();
            System.arraycopy(some, 0, merged, count, some.length);
            count += some.length;
            if (count == most) {
                break;
            }
        }
        int[] result = Arrays.copyOf(merged, count);
        Arrays.sort(result); // messages are numbered by time
        return result;
    }

    private IntStream kept(SipIndex index, int dialog) {
        Optional<Filtered> its = of(index).filter(Filtered::onlyMessages);
        IntStream all = IntStream.of(index.messagesOf(dialog));
        return its.filter(f -> f.hasDialog(dialog)).map(f -> all.filter(f::fits)).orElse(all);
    }

    private Optional<Filtered> of(SipIndex index) {
        return filtered.filter(left -> left.isOf(index));
    }

    /// How many messages of dialogs do not fit, and are left out for that.
    public long leftOut(SipIndex index, List<Integer> dialogs) {
        return isOnly(of(index))
                ? dialogs.stream().mapToLong(d -> index.dialogs().messageCount(d) - kept(index, d).count()).sum()
                : 0;
    }

    /// The rows whose messages match the filter; none without a filter.
    public BitSet matches(LadderRows rows) {
        return of(rows.index()).map(f -> rows.ladder().rowsOf(f.found()::contains)).orElseGet(BitSet::new);
    }

    /// The rows whose messages match the filter while others of their dialog do not: a condition
    /// that a whole dialog meets distinguishes no message.
    public BitSet marks(LadderRows rows) {
        BitSet marks = isOnly(filtered) ? new BitSet() : matches(rows);
        if (!marks.isEmpty()) {
            Map<Integer, Boolean> partly = new HashMap<>();
            for (int row = marks.nextSetBit(0); row >= 0; row = marks.nextSetBit(row + 1)) {
                int dialog = rows.index().messages().dialog(rows.ladder().message(row));
                marks.set(row, partly.computeIfAbsent(dialog, d -> fitsPartly(rows.index(), d)));
            }
        }
        return marks;
    }

    private boolean fitsPartly(SipIndex index, int dialog) {
        return of(index).filter(f -> !IntStream.of(index.messagesOf(dialog)).allMatch(f::fits)).isPresent();
    }

    /// Whether a message is drawn faint, because others of its dialog fit and it does not.
    public boolean isFaint(SipIndex index, int message) {
        return of(index).filter(f -> !f.fits(message))
                .filter(f -> f.hasDialog(index.messages().dialog(message)))
                .isPresent();
    }
}
