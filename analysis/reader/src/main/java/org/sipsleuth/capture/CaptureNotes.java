package org.sipsleuth.capture;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;

/// What a capture file says about itself beside its frames.
///
/// @param names names of addresses, as whoever captured resolved them; the first 10,000
/// @param interfaces names of the interfaces, where they are told; the first 100
/// @param comments the first 100 comments, in the order of the file
/// @param commentCount how many comments there are
/// @param dropped packets that the capture lost, as far as it tells: the larger of what its frames
///     and what its statistics say
/// @param snapped frames that were kept only in part (the snap length)
/// @param secretsLeftOut blocks of TLS secrets that were not read, since there were too many
public record CaptureNotes(
        Map<InetAddress, String> names,
        List<String> interfaces,
        List<Comment> comments,
        long commentCount,
        long dropped,
        long snapped,
        long secretsLeftOut) {

    /// Of a file that says nothing about itself.
    public static final CaptureNotes NONE =
            new CaptureNotes(Map.of(), List.of(), List.of(), 0, 0, 0, 0);

    /// A remark that somebody left in the file.
    ///
    /// @param frame the frame it is about, from 1; 0 if it is about the file, a section or an
    ///     interface
    /// @param text what it says, its first 1,000 characters
    public record Comment(int frame, String text) {}

    public CaptureNotes {
        names = Map.copyOf(names);
        interfaces = List.copyOf(interfaces);
        comments = List.copyOf(comments);
    }
}
