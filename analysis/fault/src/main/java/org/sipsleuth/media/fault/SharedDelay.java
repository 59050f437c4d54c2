package org.sipsleuth.media.fault;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStream.LateRun;

/// Finds packets that come late when those of all other streams of the coverage do, too: a capture
/// that halts delays what all of them send at that moment.
final class SharedDelay {

    /// The two directions of one call may well be late together, as on Wi-Fi.
    private static final int FEWEST_OTHERS = 2;

    /// Packets of several streams that were held up together come within this: 100 ms.
    private static final long TOGETHER_NANOS = 100_000_000L;

    /// What came late together in a coverage.
    ///
    /// @param packets of all of its streams
    /// @param streams how many have such packets
    record Total(long packets, long streams) {

        private Total join(Total other) {
            return new Total(packets + other.packets, streams + other.streams);
        }
    }

    private final IdentityHashMap<MediaStream, Set<LateRun>> shared = new IdentityHashMap<>();
    private final Map<Integer, Total> totals = new HashMap<>();

    SharedDelay(CallStreams streams, int coverages) {
        List<List<MediaStream>> byCoverage = streams.audio(coverages);
        for (int i = 0; i < coverages; i++) {
            for (MediaStream stream : byCoverage.get(i)) {
                totals.merge(i, compare(stream, byCoverage.get(i)), Total::join);
            }
        }
    }

    Total total(int coverage) {
        return totals.getOrDefault(coverage, new Total(0, 0));
    }

    boolean isShared(MediaStream stream, LateRun run) {
        return shared.getOrDefault(stream, Set.of()).contains(run);
    }

    private Total compare(MediaStream stream, List<MediaStream> all) {
        Set<LateRun> its = Collections.newSetFromMap(new IdentityHashMap<>());
        long packets = 0;
        for (LateRun run : stream.course().late().lateRuns()) {
            List<MediaStream> others = SharedLoss.active(stream, run.fromNanos(), run.toNanos(), all);
            long late = others.stream().filter(other -> isLate(other, run)).count();
            if (others.size() >= FEWEST_OTHERS && late >= SharedLoss.ALL * others.size()) {
                its.add(run);
                packets += run.packets();
            }
        }
        shared.put(stream, its);
        return new Total(packets, its.isEmpty() ? 0 : 1);
    }

    /// Whether packets of a stream are late at the time of a run. Its runs are in order.
    private static boolean isLate(MediaStream stream, LateRun run) {
        List<LateRun> runs = stream.course().late().lateRuns();
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runs.get(middle).toNanos() < run.fromNanos() - TOGETHER_NANOS) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < runs.size() && runs.get(low).fromNanos() <= run.toNanos() + TOGETHER_NANOS;
    }
}
