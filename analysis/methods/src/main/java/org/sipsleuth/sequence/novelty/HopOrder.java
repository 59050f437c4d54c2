package org.sipsleuth.sequence.novelty;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.column.Fingerprint;
import org.sipsleuth.dialog.column.FingerprintMap;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.transaction.TransactionTable;

/// Follows the transactions of each dialog on each hop, whichever of its two hosts asks. Steps are
/// numbers of [WordPool#steps]. One thread.
final class HopOrder {

    private static final int START = 0;
    private static final int CUT = 1;
    private static final int NO_METHOD = 0;
    private static final int END = 2;

    private final TransactionTable table;
    private final Fingerprint fingerprint = new Fingerprint();

    /// By dialog and hosts.
    private final FingerprintMap hops = new FingerprintMap();

    /// The last step of each hop, and the one before.
    private final IntColumn last = new IntColumn();

    private final IntColumn beforeLast = new IntColumn();

    /// The method of the last request outside a dialog.
    private final IntColumn methods = new IntColumn();

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

    /// The next transaction within a dialog that was there before.
    int addWithinDialog(int message, int step) {
        return follow(hop(message, CUT), step);
    }

    /// The next transaction outside a dialog. One that asks for something else than the last one
    /// belongs to it by its Call-ID only: a REGISTER does not make the dialog of a later INVITE
    /// (RFC 3261 §12).
    ///
    /// @param method of its request
    int addOutside(int message, int method, int step) {
        int hop = hop(message, START);
        if (methods.get(hop) != NO_METHOD && methods.get(hop) != method) {
            last.set(hop, START);
            beforeLast.set(hop, START);
        }
        methods.set(hop, method);
        return follow(hop, step);
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
        int source = table.source(message);
        int destination = table.destination(message);
        int hop = hops.number(fingerprint.begin()
                .add(table.index().messages().dialog(message))
                .add(Math.min(source, destination))
                .add(Math.max(source, destination))
                .end());
        if (hop == last.size()) {
            last.add(beginning);
            beforeLast.add(beginning);
            methods.add(NO_METHOD);
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
