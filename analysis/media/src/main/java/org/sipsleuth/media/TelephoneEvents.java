package org.sipsleuth.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The keys that callers press, as RTP carries them beside the sound (RFC 4733 §2).
///
/// An event is sent in several packets with one timestamp, each of which counts once. Memory is
/// bounded: the first 5,000 keys of a stream are read.
public final class TelephoneEvents {

    private static final String EVENT = "telephone-event";
    private static final int MOST_KEYS = 5_000;
    private static final int FIXED_BYTES = 12;
    private static final int WORD_BYTES = 4;
    private static final int TIMESTAMP_AT = 4;
    private static final int LAST_KEY = 11;
    private static final String KEYS = "0123456789*#";

    /// A key: `0` to `9`, `*` or `#`.
    ///
    /// @param atNanos when its first packet was captured
    public record Key(char key, long atNanos) {}

    /// By the first frame of their stream.
    private final Map<FrameNumber, Map<Integer, Key>> keys = new HashMap<>();

    private TelephoneEvents() {}

    /// The keys of the callers of some dialogs, by dialog: those of each stream in the order of
    /// time; a proxy for media makes two streams of one. Cost: the frames of the captures.
    ///
    /// @param dialogs their numbers in the index
    /// @throws IOException if a capture can no longer be read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static Map<Integer, List<List<Key>>> ofCallers(SipIndex index, int[] dialogs, RunMonitor monitor)
            throws IOException {
        TelephoneEvents events = new TelephoneEvents();
        MediaStreams found = MediaStreams.of(index, dialogs, true, events::take, monitor);
        Map<Integer, List<List<Key>>> byDialog = new HashMap<>();
        for (MediaStream stream : found.streams()) {
            Map<Integer, Key> its = events.keys.get(stream.extent().first());
            if (its != null && stream.kind() == MediaKind.RTP && stream.origin().sender() == Party.CALLER) {
                for (int dialog : stream.origin().dialogs()) {
                    byDialog.computeIfAbsent(dialog, _ -> new ArrayList<>(1)).add(List.copyOf(its.values()));
                }
            }
        }
        return byDialog;
    }

    private void take(MediaPacket packet) {
        if (packet.kind() != MediaKind.RTP || !packet.encoding().equalsIgnoreCase(EVENT)) {
            return;
        }
        byte[] bytes = packet.bytes();
        int payload = FIXED_BYTES + (bytes[0] & 0xf) * WORD_BYTES;
        boolean isPlain = (bytes[0] & 0x10) == 0;
        int event = isPlain && payload < bytes.length ? bytes[payload] & 0xff : LAST_KEY + 1;
        if (event > LAST_KEY) {
            return;
        }
        Map<Integer, Key> its = keys.computeIfAbsent(packet.first(), _ -> new LinkedHashMap<>());
        if (its.size() < MOST_KEYS) {
            its.putIfAbsent(ByteBuffer.wrap(bytes).getInt(TIMESTAMP_AT),
                    new Key(KEYS.charAt(event), packet.capturedAtNanos()));
        }
    }
}
