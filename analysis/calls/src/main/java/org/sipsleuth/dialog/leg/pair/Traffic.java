package org.sipsleuth.dialog.leg.pair;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.column.LongColumn;
import org.sipsleuth.dialog.leg.fact.CallFacts;
import org.sipsleuth.dialog.leg.fact.Hosts;

/// What is usual in a capture: how many calls share a number, an address or a list of codecs, and
/// how many reach a host. What many share indicates little. Immutable.
public final class Traffic {

    /// What dialogs can have in common.
    public enum Feature {
        CALLED, CALLING, OFFER, ANSWER, SESSION, CODECS
    }

    private static final double NANOS_PER_SECOND = 1e9;

    /// The rate of calls is counted over so many seconds before and after a moment.
    private static final long AROUND_NANOS = 10_000_000_000L;

    /// The calls per second that a silent host is taken to get.
    private static final double LEAST_RATE = 0.02;

    private final KeyCounts[] counts = new KeyCounts[Feature.values().length];
    private final Map<Integer, long[]> arrivals = new HashMap<>();
    private final DialogTable dialogs;
    private int calls;

    /// @param legs the dialogs to compare
    /// @param dialogs the table that has them
    public Traffic(Collection<CallFacts> legs, DialogTable dialogs) {
        this.dialogs = dialogs;
        Arrays.setAll(counts, _ -> new KeyCounts());
        Map<Integer, LongColumn> reached = new HashMap<>();
        for (CallFacts facts : legs) {
            if (facts.events().isCall()) {
                count(facts);
                facts.events().forEachRequest(message -> {
                    long nanos = facts.events().nanos(message);
                    int host = facts.events().destination(message);
                    column(reached, host).add(nanos);
                    column(reached, Hosts.ANY).add(nanos);
                });
            }
        }
        reached.forEach((host, times) -> arrivals.put(host, sorted(times)));
    }

    private static LongColumn column(Map<Integer, LongColumn> reached, int host) {
        return reached.computeIfAbsent(host, _ -> new LongColumn());
    }

    private static long[] sorted(LongColumn times) {
        long[] all = new long[times.size()];
        Arrays.setAll(all, times::get);
        Arrays.sort(all);
        return all;
    }

    private void count(CallFacts facts) {
        calls++;
        counts(Feature.CALLED).add(facts.parties().wanted());
        counts(Feature.CALLING).add(facts.parties().caller());
        counts(Feature.OFFER).add(facts.media().offer());
        counts(Feature.ANSWER).add(facts.media().answer());
        counts(Feature.SESSION).add(facts.media().session());
        counts(Feature.CODECS).add(facts.media().codecs());
    }

    @SuppressWarnings("EnumOrdinal") // the counts never leave this object
    private KeyCounts counts(Feature feature) {
        return counts[feature.ordinal()];
    }

    /// How many calls there are.
    public int calls() {
        return calls;
    }

    /// How many calls share something.
    public int count(Feature feature, long key) {
        return counts(feature).of(key);
    }

    /// How likely it is that a call that has nothing to do with two others shares something with
    /// them.
    ///
    /// @param usual how many different values there usually are, which replace what a small
    /// capture cannot indicate
    public double chance(Feature feature, long key, double usual) {
        double others = Math.max(0, count(feature, key) - 2);
        return (others + 1) / (Math.max(0, calls - 2) + usual);
    }

    /// How many calls a second reach a host about a moment, those that are examined included.
    ///
    /// @param host [Hosts#ANY] for all of them
    public double rate(int host, long nanos) {
        long[] times = arrivals.get(host);
        if (times == null) {
            return LEAST_RATE;
        }
        int from = place(times, nanos - AROUND_NANOS);
        int to = place(times, nanos + AROUND_NANOS);
        double seconds = 2 * AROUND_NANOS / NANOS_PER_SECOND;
        return Math.max(LEAST_RATE, (to - from - 1) / seconds);
    }

    private static int place(long[] times, long nanos) {
        int found = Arrays.binarySearch(times, nanos);
        return found < 0 ? -1 - found : found;
    }

    /// Whether a moment of a dialog is so near to the end of its coverage that what follows may be
    /// missing.
    public boolean isNearEnd(CallFacts facts, long nanos) {
        return dialogs.clockEndNanos(facts.dialog()) - nanos < NANOS_PER_SECOND;
    }
}
