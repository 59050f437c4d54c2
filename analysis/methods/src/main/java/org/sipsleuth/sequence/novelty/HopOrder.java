package org.sipsleuth.sequence.novelty;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Follows the transactions of each dialog on each hop, whichever of its two hosts asks. Steps are
/// numbers of [WordPool#steps]. One thread.
///
/// A request comes *again* only if the same side sends it with another CSeq number after the last
/// one has ended. What a proxy passes on over the same hop, what the other side sends, and what is
/// sent while the last one is still open has no order that could be judged.
final class HopOrder {

    private static final int START = 0;
    private static final int CUT = 1;
    private static final int NO_METHOD = 0;
    private static final int END = 2;

    private final TransactionTable table;
    private final Fingerprint fingerprint = new Fingerprint();

    /// By dialog and hosts; by dialog and ports where both sides have one address.
    private final FingerprintMap hops = new FingerprintMap();

    /// The last step of each hop, and the one before.
    private final IntColumn last = new IntColumn();

    private final IntColumn beforeLast = new IntColumn();

    /// The method of the last request outside a dialog.
    private final IntColumn methods = new IntColumn();

    /// The last transaction of each hop plus one; 0 where none was captured from its request on.
    private final IntColumn lastRows = new IntColumn();

    private final IntColumn dialogs = new IntColumn();
    private final TransitionPool pool = new TransitionPool();

    HopOrder(TransactionTable table) {
        this.table = table;
    }

    /// The next transaction of a dialog on a hop, of which only responses were captured.
    ///
    /// @param message any of its messages
    /// @return the number of the transition
    int add(int message, int step) {
        return follow(hop(message, START), step);
    }

    /// The next transaction, by its place in [TransactionTable#all]. One within a dialog belongs to
    /// what was there before. One outside a dialog that asks for something else than the last one
    /// belongs to it by its Call-ID only: a REGISTER does not make the dialog of a later INVITE
    /// (RFC 3261 §12).
    ///
    /// @return the number of the transition
    int add(HopTransaction transaction, int row, int step) {
        int hop = hop(transaction.request(), transaction.isWithinDialog() ? CUT : START);
        if (!transaction.isWithinDialog()) {
            if (methods.get(hop) != NO_METHOD && methods.get(hop) != transaction.method()) {
                last.set(hop, START);
                beforeLast.set(hop, START);
                lastRows.set(hop, 0);
            }
            methods.set(hop, transaction.method());
        }
        Optional<HopTransaction> before = Optional.of(lastRows.get(hop))
                .filter(place -> place > 0)
                .map(place -> table.all().get(place - 1))
                .filter(each -> asksTheSame(each, transaction));
        if (before.isPresent() && before.get().cseq() == transaction.cseq()) {
            return pool.number(CUT, CUT, step); // passed on over the same hop, or forked
        }
        lastRows.set(hop, row + 1);
        if (before.isPresent() && !isAgain(transaction, before.get())) {
            beforeLast.set(hop, CUT);
            last.set(hop, CUT);
        }
        return follow(hop, step);
    }

    private static boolean asksTheSame(HopTransaction one, HopTransaction other) {
        return one.method() == other.method() && one.isWithinDialog() == other.isWithinDialog();
    }

    /// Whether the side that sent the one before sends this one after it has ended: with its final
    /// response, or unanswered (RFC 3261 §17.1.2.2: after 64 × T1).
    private boolean isAgain(HopTransaction transaction, HopTransaction before) {
        long ended = before.status() == 0 ? before.atNanos() + CutFinder.WAIT_NANOS : before.answeredAtNanos();
        return end(transaction) == end(before) && transaction.atNanos() >= ended;
    }

    /// The side that sends a request: its address, or its port where both sides have one address.
    private int end(HopTransaction transaction) {
        return transaction.source() == transaction.destination()
                ? table.index().messages().source(transaction.request())
                : transaction.source();
    }

    private int follow(int hop, int step) {
        int transition = pool.number(beforeLast.get(hop), last.get(hop), step);
        beforeLast.set(hop, last.get(hop));
        last.set(hop, step);
        return transition;
    }

    /// There was a transaction of which little was captured.
    void hide(int message) {
        int hop = hop(message, CUT);
        beforeLast.set(hop, CUT);
        last.set(hop, CUT);
    }

    private int hop(int message, int beginning) {
        boolean isOneHost = table.source(message) == table.destination(message);
        MessageTable messages = table.index().messages();
        int source = isOneHost ? messages.source(message) : table.source(message);
        int destination = isOneHost ? messages.destination(message) : table.destination(message);
        int hop = hops.number(fingerprint.begin()
                .add(table.index().messages().dialog(message))
                .add(Math.min(source, destination))
                .add(Math.max(source, destination))
                .add(isOneHost ? 1 : 0)
                .end());
        if (hop == last.size()) {
            last.add(beginning);
            beforeLast.add(beginning);
            methods.add(NO_METHOD);
            lastRows.add(0);
            dialogs.add(table.index().messages().dialog(message));
        }
        return hop;
    }

    /// The ends of all dialogs on all hops, as numbers of transitions; nothing is added after that.
    int[] ends() {
        int[] ends = new int[last.size()];
        for (int hop = 0; hop < ends.length; hop++) {
            ends[hop] = pool.number(beforeLast.get(hop), last.get(hop), END);
        }
        return ends;
    }

    /// The dialog of each end.
    int[] dialogs() {
        int[] all = new int[dialogs.size()];
        Arrays.setAll(all, dialogs::get);
        return all;
    }

    /// The distinct transitions, by their numbers.
    List<Transition> transitions(List<String> steps) {
        return IntStream.range(0, pool.size())
                .mapToObj(each -> new Transition(steps.get(pool.part(each, 0)), steps.get(pool.part(each, 1)),
                        steps.get(pool.part(each, 2))))
                .toList();
    }
}
