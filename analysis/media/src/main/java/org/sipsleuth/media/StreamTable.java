package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The streams that are counted. Those of one packet only, of which a flood of invented sources has
/// any number, are forgotten when too many others come after them.
final class StreamTable {

    private static final int MOST_STREAMS = 1 << 16;
    private static final int MOST_SINGLES = 1 << 12;

    private final Map<StreamKey, StreamTally> streams = new HashMap<>();
    private final List<StreamTally> ended = new ArrayList<>();
    private final LinkedHashMap<StreamKey, StreamTally> singles = new LinkedHashMap<>();
    private long packetsLeftOut;

    /// The stream with this key, if a packet of it came before and is remembered.
    @Nullable
    StreamTally get(StreamKey key) {
        StreamTally stream = streams.get(key);
        return stream != null ? stream : repeated(key);
    }

    private @Nullable StreamTally repeated(StreamKey key) {
        StreamTally single = singles.remove(key);
        if (single == null) {
            return null;
        }
        if (streams.size() + ended.size() < MOST_STREAMS && single.watch().mayAddStream()) {
            streams.put(key, single);
        } else {
            packetsLeftOut++;
        }
        return single;
    }

    /// Adds one whose first packet has come.
    void add(StreamTally stream) {
        singles.put(stream.key(), stream);
        if (singles.size() > MOST_SINGLES) {
            singles.pollFirstEntry();
            packetsLeftOut++;
        }
    }

    /// Packets with this key are of another stream from now on.
    void end(StreamKey key) {
        StreamTally stream = streams.remove(key);
        if (stream != null) {
            stream.watch().removeStream();
            ended.add(stream);
        }
    }

    /// Packets of streams that had no room.
    long packetsLeftOut() {
        return packetsLeftOut;
    }

    /// All of them, by their beginning.
    List<MediaStream> streams() {
        List<StreamTally> tallies = new ArrayList<>(ended);
        tallies.addAll(streams.values());
        tallies.addAll(singles.values());
        Map<MediaPoint, Set<Integer>> senders = new HashMap<>();
        if (tallies.stream().anyMatch(StreamTally::isFromWatched)) {
            tallies.forEach(tally -> senders.computeIfAbsent(tally.key().source(), _ -> new TreeSet<>())
                    .addAll(tally.dialogs()));
        }
        List<MediaStream> all = new ArrayList<>();
        for (StreamTally tally : tallies) {
            all.add(tally.stream(senders.getOrDefault(tally.key().destination(), Set.of())));
        }
        all.sort(Comparator.<MediaStream>comparingLong(stream -> stream.extent().firstNanos())
                .thenComparingInt(stream -> stream.extent().first().file())
                .thenComparingInt(stream -> stream.extent().first().frame())
                .thenComparingLong(MediaStream::ssrc));
        return all;
    }
}
