package org.sipsleuth.capture.layer;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.account.FrameAccount;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.layer.ip.Fragments;
import org.sipsleuth.capture.layer.ip.Ipv4Layer;
import org.sipsleuth.capture.layer.ip.Ipv6Layer;
import org.sipsleuth.capture.layer.ip.RawIpLayer;
import org.sipsleuth.capture.layer.ip.SctpLayer;
import org.sipsleuth.capture.layer.ip.TcpLayer;
import org.sipsleuth.capture.layer.ip.UdpLayer;
import org.sipsleuth.capture.layer.link.EthernetLayer;
import org.sipsleuth.capture.layer.link.LinuxCookedLayer;
import org.sipsleuth.capture.layer.link.LoopbackLayer;
import org.sipsleuth.capture.layer.link.VlanLayer;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;
import org.sipsleuth.capture.stream.ConversationSink;
import org.sipsleuth.capture.stream.tcp.TcpStreams;

/// Which layer reads what: by link type, Ethernet type and IP protocol.
final class Layers implements Protocols {

    private static final int IP_PROTOCOLS = 256;
    private static final int ETHER_TYPES = 0x10000;
    private static final int LINK_TYPES = 512;

    private final @Nullable Layer[] byLinkType = new @Nullable Layer[LINK_TYPES];
    private final @Nullable Layer[] byEtherType = new @Nullable Layer[ETHER_TYPES];
    private final @Nullable Layer[] byIpProtocol = new @Nullable Layer[IP_PROTOCOLS];

    private final Fragments fragments;
    private final TcpStreams streams;

    /// @param account is told what became of packets that waited for others
    /// @param payloads gets the payloads of packets that hold several
    /// @param conversations gets the connections
    Layers(FrameAccount account, PayloadSink payloads, ConversationSink conversations) {
        streams = new TcpStreams(account, conversations);
        fragments = new Fragments(account);
        Layer ip = new RawIpLayer(this);
        byLinkType[LinkTypes.NULL] = new LoopbackLayer(ip);
        byLinkType[LinkTypes.LOOP] = new LoopbackLayer(ip);
        byLinkType[LinkTypes.ETHERNET] = new EthernetLayer(this);
        byLinkType[LinkTypes.RAW_BSD] = ip;
        byLinkType[LinkTypes.RAW_OPENBSD] = ip;
        byLinkType[LinkTypes.RAW] = ip;
        byLinkType[LinkTypes.IPV4] = ip;
        byLinkType[LinkTypes.IPV6] = ip;
        byLinkType[LinkTypes.LINUX_SLL] = new LinuxCookedLayer(this, 16, 14);
        byLinkType[LinkTypes.LINUX_SLL2] = new LinuxCookedLayer(this, 20, 0);

        byEtherType[0x0800] = new Ipv4Layer(this, fragments);
        byEtherType[0x86dd] = new Ipv6Layer(this, fragments);
        byEtherType[0x8100] = new VlanLayer(this);

        byIpProtocol[6] = new TcpLayer(streams);
        byIpProtocol[17] = new UdpLayer();
        byIpProtocol[132] = new SctpLayer(payloads::take);
    }

    /// The layer of a link type, or null with the packet given up.
    @Override
    public @Nullable Layer ofLinkType(int linkType, Packet packet) {
        Layer layer = linkType >= 0 && linkType < LINK_TYPES ? byLinkType[linkType] : null;
        return layer != null ? layer : packet.unread(UnreadReason.LINK_TYPE, linkType);
    }

    /// Accounts for all that still waits.
    void finish() {
        fragments.finish();
        streams.finish();
    }

    /// The layer of an Ethernet type, or null with the packet given up.
    @Override
    public @Nullable Layer ofEtherType(int etherType, Packet packet) {
        Layer layer = byEtherType[etherType];
        return layer != null ? layer : packet.unread(UnreadReason.ETHER_TYPE, etherType);
    }

    /// The layer of an IP protocol, or null with the packet given up.
    @Override
    public @Nullable Layer ofIpProtocol(int protocol, Packet packet) {
        Layer layer = byIpProtocol[protocol];
        return layer != null ? layer : packet.unread(UnreadReason.IP_PROTOCOL, protocol);
    }
}
