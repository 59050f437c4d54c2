package org.sipsleuth.capture.packet;

/// A layer that is carried in UDP. Its port proposes it, its content decides: any port may carry
/// SIP.
public interface UdpTunnel extends Layer {

    /// Whether the packet, which stands behind the UDP header, can begin with this layer's header.
    boolean fits(Packet packet);
}
