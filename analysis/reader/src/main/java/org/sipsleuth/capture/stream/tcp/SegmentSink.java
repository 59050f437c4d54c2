package org.sipsleuth.capture.stream.tcp;

import org.sipsleuth.capture.packet.Packet;

/// Takes TCP segments as they are decoded.
@FunctionalInterface
public interface SegmentSink {

    /// Takes a segment.
    ///
    /// @param packet carries it; used again for the next frame
    void take(TcpSegment segment, Packet packet);
}
