package org.sipsleuth.capture;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/// The metadata of a capture file.
///
/// @param names names of addresses, as resolved during the capture; the first 10,000
/// @param interfaces names of the interfaces, where recorded; the first 100
/// @param comments the first 100 comments, in the order of the file
/// @param commentCount how many comments there are
/// @param dropped packets that the capture dropped, where recorded: the larger of what its frames
///     and what its statistics report; of a live capture, those that were not stored
/// @param discarded packets before its first one that the ring of a live capture discarded
/// @param snapped frames that were kept only in part (the snap length)
/// @param secretsLeftOut blocks of TLS secrets that were not read, since there were too many
public record CaptureNotes(Map<InetAddress, String> names, List<String> interfaces, List<Comment> comments,
        long commentCount, long dropped, long discarded, long snapped, long secretsLeftOut) {

    /// The metadata of a file without any.
    public static final CaptureNotes NONE = new CaptureNotes(Map.of(), List.of(), List.of(), 0, 0, 0, 0, 0);

    /// A comment in the file.
    ///
    /// @param frame the frame it is about, from 1; 0 if it is about the file, a section or an
    ///     interface
    /// @param text its first 1,000 characters
    public record Comment(int frame, String text) {}

    public CaptureNotes {
        names = Map.copyOf(names);
        interfaces = List.copyOf(interfaces);
        comments = List.copyOf(comments);
    }

    /// The same with what the ring of a live capture lost.
    public CaptureNotes withLosses(long notStored, long before) {
        return new CaptureNotes(names, interfaces, comments, commentCount, dropped + notStored, discarded + before,
                snapped, secretsLeftOut);
    }
}
