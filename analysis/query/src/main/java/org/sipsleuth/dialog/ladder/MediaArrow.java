package org.sipsleuth.dialog.ladder;

import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;

/// A stream of RTP or RTCP in a ladder.
///
/// @param source where it comes from
/// @param destination where it goes to
/// @param startNanos when its first packet came, in ns since the epoch
/// @param endNanos when its last one came
/// @param isControl whether it is RTCP
/// @param words what it is, in words: codec, packets, loss, jitter
/// @param ssrc its synchronization source, as an unsigned number
/// @param first its first frame
public record MediaArrow(Endpoint source, Endpoint destination, long startNanos, long endNanos, boolean isControl,
        String words, long ssrc, FrameNumber first) {}
