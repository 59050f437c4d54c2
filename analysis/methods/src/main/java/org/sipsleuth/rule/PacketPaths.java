package org.sipsleuth.rule;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.MessageTypes;

/// Which BYEs and CANCELs came in packets with another hop limit (TTL) than the packets before and
/// after them from the same address and port: another host sent them (RFC 791 §3.2).
///
/// An address that is reached by two ways, or stands for several hosts, has several hop limits, and
/// then nothing can be concluded; nor if the way has changed for good.
final class PacketPaths {

    private static final int HOPS_AT = 56;
    private static final int NEIGHBOURS = 16;
    private static final int FEWEST = 4;

    private final MessageTable messages;

    /// Those with another hop limit than the last message of their sender that ends no call.
    private final BitSet jumps = new BitSet();

    /// The other messages of their senders, in the order of time.
    private final Map<Integer, IntColumn> bySender = new HashMap<>();

    /// The BYEs and CANCELs of their senders, in the order of time.
    private final Map<Integer, IntColumn> endsBySender = new HashMap<>();

    /// Goes through all messages, twice if any is suspicious.
    PacketPaths(MessageTable messages) {
        this.messages = messages;
        int[] last = new int[messages.endpointCount()];
        Arrays.fill(last, -1);
        for (int i = 0; i < messages.size(); i++) {
            int sender = messages.source(i);
            if (!isEnd(i)) {
                last[sender] = i;
            } else if (last[sender] >= 0 && hops(i) != hops(last[sender])) {
                jumps.set(i);
            }
        }
        jumps.stream().forEach(i -> {
            bySender.put(messages.source(i), new IntColumn());
            endsBySender.put(messages.source(i), new IntColumn());
        });
        if (bySender.isEmpty()) {
            return;
        }
        for (int i = 0; i < messages.size(); i++) {
            IntColumn its = (isEnd(i) ? endsBySender : bySender).get(messages.source(i));
            if (its != null) {
                its.add(i);
            }
        }
    }

    private boolean isEnd(int message) {
        int type = messages.type(message);
        return messages.isRequest(message) && (type == MessageTypes.BYE || type == MessageTypes.CANCEL);
    }

    private int hops(int message) {
        return (int) (messages.headers(message) >>> HOPS_AT);
    }

    /// Those that came another way than the messages around them, in the order of time.
    BitSet others() {
        BitSet others = new BitSet();
        jumps.stream().filter(this::isOther).forEach(others::set);
        return others;
    }

    /// Whether the messages around it have one hop limit, and it has another.
    private boolean isOther(int end) {
        IntColumn its = bySender.get(messages.source(end));
        if (its == null || hops(end) == 0) {
            return false;
        }
        int after = firstAfter(its, end);
        int from = Math.max(0, after - NEIGHBOURS);
        int to = Math.min(its.size(), after + NEIGHBOURS);
        if (to - from < FEWEST || after == 0) {
            return false;
        }
        int usual = hops(its.get(from));
        if (after == its.size() && !isLaterEnd(end, usual)) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (hops(its.get(i)) != usual) {
                return false;
            }
        }
        return usual != 0 && usual != hops(end);
    }

    /// Whether the sender ends a later call by a packet with a hop limit: the way has not changed
    /// for good.
    private boolean isLaterEnd(int end, int limit) {
        IntColumn ends = endsBySender.getOrDefault(messages.source(end), new IntColumn());
        int first = firstAfter(ends, end + 1);
        for (int i = first; i < ends.size() && i < first + NEIGHBOURS; i++) {
            if (hops(ends.get(i)) == limit) {
                return true;
            }
        }
        return false;
    }

    private static int firstAfter(IntColumn its, int message) {
        int low = 0;
        int high = its.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (its.get(middle) < message) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
