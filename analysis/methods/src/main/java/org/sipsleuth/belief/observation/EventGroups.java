package org.sipsleuth.belief.observation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.sipsleuth.dialog.MessageTable;

/// The messages that count, group by group: each source is a group, or all are one. Within a group
/// they are in an order that does not depend on how messages of the same time follow each other in
/// the capture. Immutable.
///
/// Where a dialog's messages of one source were captured on several hops, only those on the hop
/// nearest to the source count (the fewest Vias): what a proxy forwards is not sent twice.
///
/// Of very many sources those with the most messages are groups; the others, of which hardly
/// anything could be concluded, are only counted: whoever forges source addresses decides how many
/// there are.
public final class EventGroups {

    /// More sources than that are not examined one by one.
    public static final int MOST_SOURCES = 1 << 16;

    /// Sources that are only counted.
    ///
    /// @param sources how many there are
    /// @param messages how many messages they sent
    public record Others(int sources, int messages) {}

    private static final Others NO_OTHERS = new Others(0, 0);

    private final int[] order;
    private final int[] starts;
    private final Others others;

    private EventGroups(int[] order, int[] starts, Others others) {
        this.order = order;
        this.starts = starts;
        this.others = others;
    }

    /// A group for each source, by its number; those of sources beyond the limit are empty.
    public static EventGroups bySource(TrafficEvents events) {
        return bySource(events, MOST_SOURCES);
    }

    /// The same.
    ///
    /// @param most how many sources have groups
    static EventGroups bySource(TrafficEvents events, int most) {
        return of(events, events.sourceCount(), events::source, most);
    }

    /// A group for each source in each file: where files are captures that have nothing to do with
    /// each other, the same address is another source in each.
    public static EventGroups bySourceAndFile(TrafficEvents events) {
        int files = events.index().files().size();
        return of(events, Math.multiplyExact(events.sourceCount(), files),
                message -> events.source(message) * files + events.index().messages().file(message), Integer.MAX_VALUE);
    }

    private static EventGroups of(TrafficEvents events, int groups, IntUnaryOperator groupOf, int most) {
        boolean[] counts = NearestHop.of(events);
        int[] starts = new int[groups + 1];
        for (int message = 0; message < counts.length; message++) {
            if (counts[message]) {
                starts[groupOf.applyAsInt(message) + 1]++;
            }
        }
        Others others = NO_OTHERS;
        if (groups > most) {
            BitSet left = others(starts, most);
            others = count(left, starts);
            left.stream().forEach(group -> starts[group + 1] = 0);
            for (int message = 0; message < counts.length; message++) {
                counts[message] &= !left.get(groupOf.applyAsInt(message));
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
        return sorted(events, order, starts, others);
    }

    /// The groups that are not among those with the most messages; of equal ones the first are.
    ///
    /// @param sizes how many messages each has, each one place behind its number
    private static BitSet others(int[] sizes, int most) {
        int[] sorted = sizes.clone();
        Arrays.sort(sorted);
        int least = sorted[sorted.length - most];
        int larger = (int) Arrays.stream(sizes).filter(size -> size > least).count();
        BitSet others = new BitSet();
        int left = most - larger;
        for (int group = 0; group + 1 < sizes.length; group++) {
            int size = sizes[group + 1];
            boolean isAmong = size > least || (size == least && left-- > 0);
            if (!isAmong && size > 0) {
                others.set(group);
            }
        }
        return others;
    }

    private static Others count(BitSet others, int[] sizes) {
        return new Others(others.cardinality(), others.stream().map(group -> sizes[group + 1]).sum());
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
        return sorted(events, Arrays.copyOf(order, size), new int[]{0, size}, NO_OTHERS);
    }

    private static EventGroups sorted(TrafficEvents events, int[] order, int[] starts, Others others) {
        TimeTies ties = new TimeTies(events.index().messages());
        EventOrder sorting = new EventOrder(events.index().messages());
        for (int group = 0; group + 1 < starts.length; group++) {
            if (ties.isAny(order, starts[group], starts[group + 1])) {
                sorting.sort(order, starts[group], starts[group + 1]);
            }
        }
        return new EventGroups(order, starts, others);
    }

    /// The sources that have no group.
    public Others others() {
        return others;
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

    /// The time of the earliest message of all groups, in ns since the epoch; 0 if absent.
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
