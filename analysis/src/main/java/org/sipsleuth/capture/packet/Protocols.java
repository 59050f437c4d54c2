package org.sipsleuth.capture.packet;

import org.jspecify.annotations.Nullable;

/// Which layer reads what. Where none does, the packet is given up with what it is.
public interface Protocols {

    /// The layer of a link type, as the pcap registry numbers them.
    @Nullable Layer ofLinkType(int linkType, Packet packet);

    /// The layer of an Ethernet type.
    @Nullable Layer ofEtherType(int etherType, Packet packet);

    /// The layer of an IP protocol.
    @Nullable Layer ofIpProtocol(int protocol, Packet packet);
}
