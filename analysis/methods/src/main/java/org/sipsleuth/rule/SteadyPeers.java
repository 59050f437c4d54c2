package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Hosts that keep their connection to a server alive: OPTIONS for no user at steady intervals, all
/// of them accepted, as peers do that are set up at both ends. Anybody can send such requests, so
/// that they show what is usual, and excuse nobody.
final class SteadyPeers {

    private static final int FEWEST = 5;

    /// How far intervals lie apart at most, as a share of the median.
    private static final double STEADY = 0.2;

    private final TransactionTable table;

    SteadyPeers(TransactionTable table) {
        this.table = table;
    }

    /// The usual interval of a host's keep-alives to the destination of some requests, from before
    /// the first of these to after the last, in ns; 0 where there are no such.
    ///
    /// @param requests of one source, in the order of time
    long intervalNanos(List<HopTransaction> requests) {
        HopTransaction first = requests.getFirst();
        List<HopTransaction> asked = table.origins()
                .stream()
                .filter(each -> each.source() == first.source() && each.destination() == first.destination())
                .filter(each -> each.method() == MessageTypes.OPTIONS && !each.isWithinDialog())
                .toList();
        boolean isKept = asked.size() >= FEWEST
                && asked.stream().allMatch(each -> each.isAccepted() && each.requestUser() == HopTransaction.NONE);
        if (!isKept) {
            return 0;
        }
        long[] times = asked.stream().mapToLong(HopTransaction::atNanos).toArray();
        long[] gaps = new long[times.length - 1];
        Arrays.setAll(gaps, i -> times[i + 1] - times[i]);
        Arrays.sort(gaps);
        long usual = gaps[gaps.length / 2];
        boolean isSteady = gaps[gaps.length - 1] - gaps[0] <= STEADY * usual;
        boolean isThroughout =
                times[0] <= first.atNanos() + usual && times[times.length - 1] >= requests.getLast().atNanos() - usual;
        return isSteady && isThroughout ? usual : 0;
    }
}
