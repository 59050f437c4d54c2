package org.sipsleuth.media;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The media streams of some dialogs. `docs/MEDIA.md` describes the rules.
///
/// Streams are found by the session descriptions of both sides, in any message of the
/// dialog, in all files of the index. Whatever the captures hold, memory is bounded: at most 65,536
/// streams of several packets, 1,024 of them towards one end, and the latest 4,096 of one packet.
///
/// @param streams by the time of their first packet
/// @param packetsLeftOut packets of streams beyond these limits
public record MediaStreams(List<MediaStream> streams, long packetsLeftOut) {

    public MediaStreams {
        streams = List.copyOf(streams);
    }

    /// Finds the streams of dialogs. Cost: their messages, and all frames of the captures.
    ///
    /// @param dialogs their numbers in the index
    /// @param monitor receives the bytes read
    /// @throws IOException if a capture can no longer be read
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static MediaStreams of(SipIndex index, int[] dialogs, RunMonitor monitor) throws IOException {
        return of(index, dialogs, false, _ -> {}, monitor);
    }

    /// The same, and passes on each packet, in the order of time.
    ///
    /// @param countsOnce whether packets that are also in a second file are skipped
    /// @param sink receives each packet, which is valid until the next one
    public static MediaStreams of(SipIndex index, int[] dialogs, boolean countsOnce, Consumer<MediaPacket> sink,
            RunMonitor monitor) throws IOException {
        Announcements announcements = Announcements.of(index, dialogs, monitor);
        return new MediaScan(index, announcements, countsOnce, sink).run(monitor);
    }
}
