package org.sipsleuth.capture.packet;

import org.jspecify.annotations.Nullable;

/// Which layer reads what. Where none does, the packet is given up with what it is.
public interface Protocols {

    /// The layer of a link type, as the pcap registry numbers them.
    @Nullable
    Layer ofLinkType(int linkType, Packet packet);

    /// The layer of an Ethernet type, or of a length that stands in its place (IEEE 802.3).
    @Nullable
    Layer ofEtherType(int etherType, Packet packet);

    /// Whether there is a layer for this Ethernet type.
    boolean knowsEtherType(int etherType);

    /// The layer of an IP protocol.
    @Nullable
    Layer ofIpProtocol(int protocol, Packet packet);

    /// The layer of a PPP protocol number.
    @Nullable
    Layer ofPppProtocol(int protocol, Packet packet);

    /// The tunnel that the payload of a UDP datagram is, or null if it is not one; then the payload
    /// is what is looked for.
    @Nullable
    Layer ofUdpPayload(Packet packet);
}
