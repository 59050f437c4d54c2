package org.sipsleuth.capture;

import java.util.List;

/// Bytes of TCP streams that hold SIP which were sent but not captured.
///
/// @param gaps in how many places
/// @param bytes how many in all
/// @param frames those next to the first of them
public record StreamGaps(long gaps, long bytes, List<FrameNumber> frames) {

    /// All was captured.
    public static final StreamGaps NONE = new StreamGaps(0, 0, List.of());

    public StreamGaps {
        frames = List.copyOf(frames);
    }
}
