package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStream.LostRun;

/// Finds packets that are missing when those of all other streams of the coverage are, too: a
/// capture loses what all of them send at that moment, a network seldom does.
final class SharedLoss {

    /// The share of all lost packets that makes the capture the reason, above what chance explains.
    private static final double MOST = 0.5;

    private static final double ABOVE_CHANCE = 0.3;

    /// Shared moments: fewer are chance.
    private static final int FEWEST_RUNS = 3;

    /// Others that miss packets too are all of them, but for those that were due no packet then.
    static final double ALL = 0.8;

    /// Streams that are compared with a run at most, and looked at for that.
    private static final int MOST_COMPARED = 64;

    private static final int MOST_LOOKED_AT = 1_024;

    /// What was lost in a coverage.
    ///
    /// @param lost packets of runs that could be compared
    /// @param shared those of them that all others miss, too
    /// @param byChance how many would be if streams lost packets independently
    /// @param runs shared runs
    /// @param streams streams with shared runs
    record Total(long lost, long shared, double byChance, long runs, long streams) {

        static final Total NONE = new Total(0, 0, 0, 0, 0);

        boolean isOfCapture() {
            return runs >= FEWEST_RUNS && shared >= MOST * lost && shared >= byChance + ABOVE_CHANCE * lost;
        }

        private Total join(Total other) {
            return new Total(lost + other.lost, shared + other.shared, byChance + other.byChance, runs + other.runs,
                    streams + other.streams);
        }
    }

    private final IdentityHashMap<MediaStream, Set<LostRun>> shared = new IdentityHashMap<>();
    private final Map<Integer, Total> totals = new HashMap<>();

    SharedLoss(CallStreams streams, int coverages) {
        List<List<MediaStream>> byCoverage = streams.audio(coverages);
        for (int i = 0; i < coverages; i++) {
            List<MediaStream> some = byCoverage.get(i);
            for (MediaStream stream : some) {
                totals.merge(i, compare(stream, some), Total::join);
            }
        }
    }

    Total total(int coverage) {
        return totals.getOrDefault(coverage, Total.NONE);
    }

    boolean isShared(MediaStream stream, LostRun run) {
        return shared.getOrDefault(stream, Set.of()).contains(run);
    }

    private Total compare(MediaStream stream, List<MediaStream> all) {
        Set<LostRun> its = Collections.newSetFromMap(new IdentityHashMap<>());
        Total total = Total.NONE;
        for (LostRun run : stream.course().lostRuns()) {
            List<MediaStream> others = active(stream, run.fromNanos(), run.toNanos(), all);
            if (!others.isEmpty()) {
                boolean isShared = others.stream().filter(other -> misses(other, run)).count() >= ALL * others.size();
                double chance = 1;
                for (MediaStream other : others) {
                    chance *= 1 - Math.pow(1 - lossShare(other), run.packets() + 2);
                }
                if (isShared) {
                    its.add(run);
                }
                total = total.join(new Total(run.packets(), isShared ? run.packets() : 0, chance * run.packets(),
                        isShared ? 1 : 0, 0));
            }
        }
        shared.put(stream, its);
        return its.isEmpty() ? total : total.join(new Total(0, 0, 0, 0, 1));
    }

    private static double lossShare(MediaStream stream) {
        long sent = stream.course().lost() + stream.extent().packets();
        return sent == 0 ? 0 : (double) stream.course().lost() / sent;
    }

    /// Others that flow before and after a run; the same source on another hop is none of them.
    ///
    /// @param all of the coverage, by their beginning
    static List<MediaStream> active(MediaStream stream, long fromNanos, long toNanos, List<MediaStream> all) {
        List<MediaStream> active = new ArrayList<>();
        int last = begunBefore(fromNanos, all);
        for (int i = last; i >= Math.max(0, last - MOST_LOOKED_AT) && active.size() < MOST_COMPARED; i--) {
            MediaStream other = all.get(i);
            if (other.ssrc() != stream.ssrc() && other.extent().lastNanos() >= toNanos) {
                active.add(other);
            }
        }
        return active;
    }

    /// The place of the last stream that began before a time, or -1.
    private static int begunBefore(long nanos, List<MediaStream> all) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).extent().firstNanos() <= nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /// Whether a stream misses packets at the time of a run. Its runs do not overlap, so they are in
    /// order.
    private static boolean misses(MediaStream stream, LostRun run) {
        List<LostRun> runs = stream.course().lostRuns();
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).toNanos() <= run.fromNanos()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < runs.size() && runs.get(low).fromNanos() < run.toNanos();
    }
}
