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
}
