package org.sipsleuth.role;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Hosts that watch others: nearly all that they send is OPTIONS outside dialogs, to the same
/// targets in rounds, each left alone for seconds; nearly all of it is answered, and half of it or
/// more accepted: users without a phone are watched, too.
final class Monitors {

    private static final double NEARLY_ALL = 0.95;
    private static final double HALF = 0.5;
    private static final int FEWEST_ROUNDS = 3;
    private static final long SHORTEST_GAP_NANOS = 2_000_000_000L;

    /// A flood asks more often, whatever targets it goes through.
    private static final double MOST_PER_SECOND = 10;

    private static final int PEAK_SECONDS = 5;
    private static final double SECOND = 1e9;

    private Monitors() {}

    /// What a target was asked: how often, when last, and whether ever too soon.
    private static final class Asked {

        private int count;
        private long lastNanos;
        private boolean isHurried;
    }

    private record Target(int host, int destination, int user) {}

    /// The numbers of such hosts. Cost: all transactions.
    static BitSet of(TransactionTable table) {
        int[] sent = new int[table.hostCount()];
        int[] answered = new int[table.hostCount()];
        int[] accepted = new int[table.hostCount()];
        long[] firstNanos = new long[table.hostCount()];
        long[] lastNanos = new long[table.hostCount()];
        for (HopTransaction each : table.origins()) {
            int host = each.source();
            firstNanos[host] = sent[host]++ == 0 ? each.atNanos() : firstNanos[host];
            lastNanos[host] = each.atNanos();
            boolean isOptions = each.method() == MessageTypes.OPTIONS && !each.isWithinDialog();
            answered[host] += isOptions && each.isAnswered() ? 1 : 0;
            accepted[host] += isOptions && each.isAccepted() ? 1 : 0;
        }
        BitSet monitors = new BitSet();
        for (int host = 0; host < sent.length; host++) {
            double seconds = Math.max(PEAK_SECONDS, (lastNanos[host] - firstNanos[host]) / SECOND);
            monitors.set(host, sent[host] >= FEWEST_ROUNDS && answered[host] >= NEARLY_ALL * sent[host]
                    && accepted[host] >= HALF * sent[host] && sent[host] <= MOST_PER_SECOND * seconds);
        }
        keepRounds(table, monitors);
        return monitors;
    }

    /// Keeps those that ask most of their targets again and again, never soon.
    private static void keepRounds(TransactionTable table, BitSet monitors) {
        if (monitors.isEmpty()) {
            return;
        }
        Map<Target, Asked> targets = new HashMap<>();
        for (HopTransaction each : table.origins()) {
            if (monitors.get(each.source())) {
                Asked asked = targets.computeIfAbsent(new Target(each.source(), each.destination(), each.requestUser()),
                        _ -> new Asked());
                asked.isHurried |= asked.count > 0 && each.atNanos() - asked.lastNanos < SHORTEST_GAP_NANOS;
                asked.count++;
                asked.lastNanos = each.atNanos();
            }
        }
        int[] all = new int[table.hostCount()];
        int[] watched = new int[table.hostCount()];
        targets.forEach((target, asked) -> {
            all[target.host()]++;
            watched[target.host()] += asked.count >= FEWEST_ROUNDS && !asked.isHurried ? 1 : 0;
        });
        for (int host : monitors.stream().toArray()) {
            monitors.set(host, watched[host] >= NEARLY_ALL * all[host]);
        }
    }
}
