package org.sipsleuth.capture.layer;

import org.sipsleuth.capture.packet.Packet;

/// Takes the payloads of datagrams as they are decoded.
@FunctionalInterface
public interface PayloadSink {

    /// Takes a payload. The packet is used again for the next frame.
    ///
    /// @return whether it gave something that is counted elsewhere; if not, the frame goes to the
    ///     account
    boolean take(Packet packet);

    /// Whether it takes media, RTP and RTCP. Those of a sink that does not may go to the account
    /// without being given to it. Always the same.
    default boolean takesMedia() {
        return true;
    }
}
