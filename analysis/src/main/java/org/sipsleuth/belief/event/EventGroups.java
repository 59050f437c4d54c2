package org.sipsleuth.belief.event;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.sipsleuth.dialog.MessageTable;

/// The messages that count, group by group: each source is a group, or all are one. Within a group
/// they stand in an order that does not depend on how messages of the same time follow each other
/// in the capture. Immutable.
///
/// Where a dialog's messages of one source were captured on several hops, only those on the hop
/// nearest to the source count (the fewest Vias): what a proxy forwards is not sent twice.
public final class EventGroups {

    private final int[] order;
    private final int[] starts;

    private EventGroups(int[] order, int[] starts) {
        this.order = order;
        this.starts = starts;
    }

    /// A group for each source, by its number.
    public static EventGroups bySource(TrafficEvents events) {
        return of(events, events.sourceCount(), events::source);
    }

    /// A group for each source in each file: where files are captures that have nothing to do with
    /// each other, the same address is another source in each.
    public static EventGroups bySourceAndFile(TrafficEvents events) {
        int files = events.index().files().size();
        return of(
                events,
                Math.multiplyExact(events.sourceCount(), files),
                message ->
                        events.source(message) * files + events.index().messages().file(message));
    }

    private static EventGroups of(TrafficEvents events, int groups, IntUnaryOperator groupOf) {
        boolean[] counts = NearestHop.of(events);
        int[] starts = new int[groups + 1];
        for (int message = 0; message < counts.length; message++) {
            if (counts[message]) {
                starts[groupOf.applyAsInt(message) + 1]++;
            }
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] next = starts.clone();
        int[] order = new int[starts[groups]];
        for (int message = 0; message < counts.length; message++) {
            if (counts[message]) {
                order[next[groupOf.applyAsInt(message)]++] = message;
            }
        }
        return sorted(events, order, starts);
    }

    /// One group of all.
    public static EventGroups ofAll(TrafficEvents events) {
        boolean[] counts = NearestHop.of(events);
        int[] order = new int[counts.length];
        int size = 0;
        for (int message = 0; message < counts.length; message++) {
            if (counts[message]) {
                order[size++] = message;
            }
        }
        return sorted(events, Arrays.copyOf(order, size), new int[] {0, size});
    }

    private static EventGroups sorted(TrafficEvents events, int[] order, int[] starts) {
        TimeTies ties = new TimeTies(events.index().messages());
        EventOrder sorting = new EventOrder(events.index().messages());
        for (int group = 0; group + 1 < starts.length; group++) {
            if (ties.isAny(order, starts[group], starts[group + 1])) {
                sorting.sort(order, starts[group], starts[group + 1]);
            }
        }
        return new EventGroups(order, starts);
    }

    /// How many groups there are.
    public int size() {
        return starts.length - 1;
    }

    /// The place of a group's first message.
    public int from(int group) {
        return starts[group];
    }

    /// The place after a group's last message.
    public int to(int group) {
        return starts[group + 1];
    }

    /// The message at a place.
    public int message(int place) {
        return order[place];
    }

    /// The messages at some places, in their order.
    public int[] messages(int from, int to) {
        return Arrays.copyOfRange(order, from, to);
    }

    /// The time of the earliest message of all groups, in ns since the epoch; 0 if there is none.
    public long firstNanos(MessageTable messages) {
        long first = Long.MAX_VALUE;
        for (int group = 0; group < size(); group++) {
            if (from(group) < to(group)) {
                first = Math.min(first, messages.capturedAtNanos(order[from(group)]));
            }
        }
        return first == Long.MAX_VALUE ? 0 : first;
    }
}
