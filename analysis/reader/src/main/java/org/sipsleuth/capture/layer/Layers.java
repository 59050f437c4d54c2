package org.sipsleuth.capture.layer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.layer.ip.Fragments;
import org.sipsleuth.capture.layer.ip.IcmpLayer;
import org.sipsleuth.capture.layer.ip.Ipv4Layer;
import org.sipsleuth.capture.layer.ip.Ipv6Layer;
import org.sipsleuth.capture.layer.ip.RawIpLayer;
import org.sipsleuth.capture.layer.ip.SctpLayer;
import org.sipsleuth.capture.layer.ip.TcpLayer;
import org.sipsleuth.capture.layer.ip.UdpLayer;
import org.sipsleuth.capture.layer.link.EtherTypes;
import org.sipsleuth.capture.layer.link.EthernetLayer;
import org.sipsleuth.capture.layer.link.FrameRelayLayer;
import org.sipsleuth.capture.layer.link.HdlcLayer;
import org.sipsleuth.capture.layer.link.LinuxCookedLayer;
import org.sipsleuth.capture.layer.link.LlcLayer;
import org.sipsleuth.capture.layer.link.LogLayer;
import org.sipsleuth.capture.layer.link.LoopbackLayer;
import org.sipsleuth.capture.layer.link.MplsLayer;
import org.sipsleuth.capture.layer.link.NflogLayer;
import org.sipsleuth.capture.layer.link.PppLayer;
import org.sipsleuth.capture.layer.link.PppoeLayer;
import org.sipsleuth.capture.layer.link.RadiotapLayer;
import org.sipsleuth.capture.layer.link.VlanLayer;
import org.sipsleuth.capture.layer.link.WifiLayer;
import org.sipsleuth.capture.layer.tunnel.AuthenticationLayer;
import org.sipsleuth.capture.layer.tunnel.CapwapLayer;
import org.sipsleuth.capture.layer.tunnel.EspLayer;
import org.sipsleuth.capture.layer.tunnel.GeneveLayer;
import org.sipsleuth.capture.layer.tunnel.GreLayer;
import org.sipsleuth.capture.layer.tunnel.GtpLayer;
import org.sipsleuth.capture.layer.tunnel.HepLayer;
import org.sipsleuth.capture.layer.tunnel.L2tpLayer;
import org.sipsleuth.capture.layer.tunnel.L2tpSessionLayer;
import org.sipsleuth.capture.layer.tunnel.OldHepLayer;
import org.sipsleuth.capture.layer.tunnel.TeredoLayer;
import org.sipsleuth.capture.layer.tunnel.VxlanLayer;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;
import org.sipsleuth.capture.packet.UdpTunnel;
import org.sipsleuth.capture.stream.tcp.SegmentSink;

/// Which layer reads what: by link type, Ethernet type, IP and PPP protocol, and UDP port. A
/// new layer is a class and a line here.
final class Layers implements Protocols {

    private static final int IP_PROTOCOLS = 256;

    /// Up to the highest that is known: a table of all would not stay in the nearest cache, since
    /// media go to ports all over it.
    private static final int UDP_PORTS = 8473;

    private static final int ETHER_TYPES = 0x10000;
    private static final int LINK_TYPES = 512;

    private final @Nullable Layer[] byLinkType = new @Nullable Layer[LINK_TYPES];
    private final @Nullable Layer[] byEtherType = new @Nullable Layer[ETHER_TYPES];
    private final @Nullable Layer[] byIpProtocol = new @Nullable Layer[IP_PROTOCOLS];

    private final @Nullable UdpTunnel[] byUdpPort = new @Nullable UdpTunnel[UDP_PORTS];
    private final UdpTunnel[] onAnyUdpPort = {new HepLayer(), new OldHepLayer()};
    private final Map<Integer, Layer> byPppProtocol = new HashMap<>();

    private final Fragments fragments;
    private final Layer llc = new LlcLayer(this);
    private final Layer ppp = new PppLayer(this, 0);
    private final EthernetLayer ethernet = new EthernetLayer(this);
    private final Layer udp = new UdpLayer(this);
    private final Layer ipv4;
    private final SctpLayer sctp;
    private final MplsLayer mpls = new MplsLayer(this, ethernet);
    private final WifiLayer wifi = new WifiLayer(llc, false);

    /// @param account receives the result of packets that waited for others
    /// @param payloads receives the payloads of packets that contain several
    /// @param segments gets the segments of connections
    Layers(FrameAccounting account, PayloadSink payloads, SegmentSink segments) {
        fragments = new Fragments(account);
        ipv4 = new Ipv4Layer(this, fragments);
        sctp = new SctpLayer(account, payloads::take);
        fillLinkTypes();
        fillEtherTypes();
        fillIpProtocols(segments);
        byIpProtocol[IcmpLayer.ICMP] = new IcmpLayer(account, IcmpLayer.ICMP);
        byIpProtocol[IcmpLayer.ICMP_6] = new IcmpLayer(account, IcmpLayer.ICMP_6);
        fillUdpPorts();
    }

    private void fillLinkTypes() {
        Layer ip = new RawIpLayer(this);
        Layer hdlc = new HdlcLayer(this, ppp);
        byLinkType[LinkTypes.NULL] = new LoopbackLayer(ip);
        byLinkType[LinkTypes.LOOP] = new LoopbackLayer(ip);
        byLinkType[LinkTypes.ETHERNET] = ethernet;
        byLinkType[LinkTypes.RAW_BSD] = ip;
        byLinkType[LinkTypes.RAW_OPENBSD] = ip;
        byLinkType[LinkTypes.RAW] = ip;
        byLinkType[LinkTypes.IPV4] = ip;
        byLinkType[LinkTypes.IPV6] = ip;
        byLinkType[LinkTypes.LINUX_SLL] = LinuxCookedLayer.first(this, llc);
        byLinkType[LinkTypes.LINUX_SLL2] = LinuxCookedLayer.second(this, llc);
        byLinkType[LinkTypes.PPP] = ppp;
        byLinkType[LinkTypes.PPP_SERIAL] = hdlc;
        byLinkType[LinkTypes.PPP_ETHER] = new PppoeLayer(ppp);
        byLinkType[LinkTypes.PPP_PPPD] = new PppLayer(this, 2);
        byLinkType[LinkTypes.PPP_WITH_DIRECTION] = new PppLayer(this, 1);
        byLinkType[LinkTypes.CISCO_HDLC] = hdlc;
        byLinkType[LinkTypes.FRAME_RELAY] = new FrameRelayLayer(this);
        byLinkType[LinkTypes.WIFI] = wifi;
        byLinkType[LinkTypes.WIFI_RADIOTAP] = new RadiotapLayer(wifi, new WifiLayer(llc, true));
        byLinkType[LinkTypes.TEXT_LOG] = new LogLayer();
        byLinkType[LinkTypes.NFLOG] = new NflogLayer(this, ip);
    }

    private void fillEtherTypes() {
        Layer vlan = new VlanLayer("802.1Q", this);
        Layer outerVlan = new VlanLayer("802.1ad", this);
        byEtherType[EtherTypes.IPV4] = ipv4;
        byEtherType[EtherTypes.IPV6] = new Ipv6Layer(this, fragments);
        byEtherType[EtherTypes.TRANSPARENT_ETHERNET] = ethernet;
        byEtherType[0x8100] = vlan;
        byEtherType[0x88a8] = outerVlan;
        byEtherType[0x9100] = outerVlan;
        byEtherType[0x9200] = outerVlan;
        byEtherType[0x8847] = mpls;
        byEtherType[0x8848] = mpls;
        byEtherType[0x8864] = new PppoeLayer(ppp);

        byPppProtocol.put(0x0021, byEtherType[EtherTypes.IPV4]);
        byPppProtocol.put(0x0057, byEtherType[EtherTypes.IPV6]);
        byPppProtocol.put(0x0281, mpls);
        byPppProtocol.put(0x0283, mpls);
    }

    private void fillIpProtocols(SegmentSink segments) {
        byIpProtocol[4] = byEtherType[EtherTypes.IPV4];
        byIpProtocol[6] = new TcpLayer(segments);
        byIpProtocol[17] = udp;
        byIpProtocol[41] = byEtherType[EtherTypes.IPV6];
        byIpProtocol[47] = new GreLayer(this, ppp, ethernet, new RawIpLayer(this));
        byIpProtocol[50] = new EspLayer(this);
        byIpProtocol[51] = new AuthenticationLayer(this);
        byIpProtocol[115] = new L2tpSessionLayer(ethernet);
        byIpProtocol[132] = sctp;
        byIpProtocol[137] = mpls;
    }

    private void fillUdpPorts() {
        UdpTunnel vxlan = new VxlanLayer(this, ethernet);
        byUdpPort[1701] = new L2tpLayer(ppp, new L2tpSessionLayer(ethernet));
        byUdpPort[2152] = new GtpLayer(new RawIpLayer(this));
        byUdpPort[3544] = new TeredoLayer(this);
        byUdpPort[4500] = new EspLayer(this);
        byUdpPort[4754] = new GreLayer(this, ppp, ethernet, new RawIpLayer(this));
        byUdpPort[4789] = vxlan;
        byUdpPort[4790] = vxlan; // with the generic protocol extension
        byUdpPort[5247] = new CapwapLayer(ethernet, wifi);
        byUdpPort[6081] = new GeneveLayer(this);
        byUdpPort[6635] = mpls;
        byUdpPort[8472] = vxlan; // as Linux had it before the standard
    }

    @Override
    public @Nullable Layer ofLinkType(int linkType, Packet packet) {
        Layer layer = linkType >= 0 && linkType < LINK_TYPES ? byLinkType[linkType] : null;
        return layer != null ? layer : packet.unread(UnreadReason.LINK_TYPE, linkType);
    }

    @Override
    public @Nullable Layer ofEtherType(int etherType, Packet packet) {
        if (etherType < EtherTypes.SMALLEST) {
            packet.keep(etherType);
            return llc;
        }
        Layer layer = byEtherType[etherType];
        return layer != null ? layer : packet.unread(UnreadReason.ETHER_TYPE, etherType);
    }

    @Override
    public boolean knowsEtherType(int etherType) {
        return byEtherType[etherType] != null;
    }

    @Override
    public @Nullable Layer ofIpProtocol(int protocol, Packet packet) {
        Layer layer = byIpProtocol[protocol];
        return layer != null ? layer : packet.unread(UnreadReason.IP_PROTOCOL, protocol);
    }

    @Override
    public @Nullable Layer ofPppProtocol(int protocol, Packet packet) {
        Layer layer = byPppProtocol.get(protocol);
        return layer != null ? layer : packet.unread(UnreadReason.PPP_PROTOCOL, protocol);
    }

    @Override
    public @Nullable Layer ofUdpPayload(Packet packet) {
        UdpTunnel toPort = tunnelOn(packet.arrival().destinationPort());
        if (toPort != null && toPort.fits(packet)) {
            return toPort;
        }
        UdpTunnel fromPort = tunnelOn(packet.arrival().sourcePort());
        if (fromPort != null && fromPort.fits(packet)) {
            return fromPort;
        }
        for (UdpTunnel tunnel : onAnyUdpPort) {
            if (tunnel.fits(packet)) {
                return tunnel;
            }
        }
        return null;
    }

    private @Nullable UdpTunnel tunnelOn(int port) {
        return port < UDP_PORTS ? byUdpPort[port] : null;
    }

    /// Whether something else than a message may be carried on a UDP port. What may be on any port
    /// does not begin as media do.
    boolean hasTunnelOn(int port) {
        return tunnelOn(port) != null;
    }

    /// The fast path for the headers of nearly all frames.
    PlainUdp plainUdp() {
        return new PlainUdp(ethernet, ipv4, udp);
    }

    /// Accounts for all packets that are still waiting.
    void finish() {
        fragments.finish();
        sctp.finish();
    }
}
