package org.sipsleuth.sequence.novelty;

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

    private final TransactionTable table;
    private final Fingerprint fingerprint = new Fingerprint();

    /// By dialog and hosts.
    private final FingerprintMap hops = new FingerprintMap();

    /// The last step of each hop, and the one before.
    private final IntColumn last = new IntColumn();

    private final IntColumn beforeLast = new IntColumn();
    private final TransitionPool pool = new TransitionPool();

    HopOrder(TransactionTable table) {
        this.table = table;
    }

    /// The next transaction of a dialog on a hop.
    ///
    /// @param message any of its messages
    /// @param isWithinDialog whether its request belongs to a dialog that was there before
    /// @return the number of the transition
    int add(int message, boolean isWithinDialog, int step) {
        int hop = hop(message, isWithinDialog ? CUT : START);
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
        int hop =
                hops.number(
                        fingerprint
                                .begin()
                                .add(table.index().messages().dialog(message))
                                .add(Math.min(source, destination))
                                .add(Math.max(source, destination))
                                .end());
        if (hop == last.size()) {
            last.add(beginning);
            beforeLast.add(beginning);
        }
        return hop;
    }

    /// The distinct transitions, by their numbers.
    List<Transition> transitions(List<String> steps) {
        return IntStream.range(0, pool.size())
                .mapToObj(
                        each ->
                                new Transition(
                                        steps.get(pool.part(each, 0)),
                                        steps.get(pool.part(each, 1)),
                                        steps.get(pool.part(each, 2))))
                .toList();
    }
}
