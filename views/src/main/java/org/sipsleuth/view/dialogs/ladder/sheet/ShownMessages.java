package org.sipsleuth.view.dialogs.ladder.sheet;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.filter.Filtered;

/// Chooses which messages of dialogs stand in a ladder: all, or those that fit the window's filter.
/// Of dialogs in which none fits, and which are looked at all the same, all do.
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
        return filtered.filter(its -> its.isOf(index));
    }

    /// How many messages of dialogs do not fit, and are left out for that.
    public long leftOut(SipIndex index, List<Integer> dialogs) {
        return isOnly(of(index))
                ? dialogs.stream()
                        .mapToLong(d -> index.dialogs().messageCount(d) - kept(index, d).count())
                        .sum()
                : 0;
    }

    /// Whether a message is drawn faint, because others of its dialog fit and it does not.
    public boolean isFaint(SipIndex index, int message) {
        return of(index)
                .filter(f -> !f.fits(message))
                .filter(f -> f.hasDialog(index.messages().dialog(message)))
                .isPresent();
    }
}
