package org.sipsleuth.capture.layer;

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
/// new layer is a class and its lines here.
///
/// Each capture that is being read has its own, and many are read side by side. So the numbers are
/// in code and not in tables, which need a quarter of a megabyte for each.
final class Layers implements Protocols {

    private final Fragments fragments;
    private final EthernetLayer ethernet = new EthernetLayer(this);
    private final Layer ip = new RawIpLayer(this);
    private final Layer llc = new LlcLayer(this);
    private final Layer ppp = new PppLayer(this, 0);
    private final Layer pppWithDirection = new PppLayer(this, 1);
    private final Layer pppOfDaemon = new PppLayer(this, 2);
    private final Layer pppoe = new PppoeLayer(ppp);
    private final Layer hdlc = new HdlcLayer(this, ppp);
    private final Layer loopback = new LoopbackLayer(ip);
    private final Layer linuxCooked = LinuxCookedLayer.first(this, llc);
    private final Layer linuxCooked2 = LinuxCookedLayer.second(this, llc);
    private final Layer frameRelay = new FrameRelayLayer(this);
    private final WifiLayer wifi = new WifiLayer(llc, false);
    private final Layer radiotap = new RadiotapLayer(wifi, new WifiLayer(llc, true));
    private final Layer log = new LogLayer();
    private final Layer nflog = new NflogLayer(this, ip);
    private final Layer vlan = new VlanLayer("802.1Q", this);
    private final Layer outerVlan = new VlanLayer("802.1ad", this);
    private final MplsLayer mpls = new MplsLayer(this, ethernet);
    private final Layer ipv4;
    private final Layer ipv6;
    private final Layer icmp;
    private final Layer icmp6;
    private final Layer tcp;
    private final Layer udp = new UdpLayer(this);
    private final SctpLayer sctp;
    private final GreLayer gre = new GreLayer(this, ppp, ethernet, ip);
    private final EspLayer esp = new EspLayer(this);
    private final Layer authentication = new AuthenticationLayer(this);
    private final L2tpSessionLayer l2tpSession = new L2tpSessionLayer(ethernet);
    private final UdpTunnel l2tp = new L2tpLayer(ppp, l2tpSession);
    private final UdpTunnel gtp = new GtpLayer(ip);
    private final UdpTunnel teredo = new TeredoLayer(this);
    private final UdpTunnel vxlan = new VxlanLayer(this, ethernet);
    private final UdpTunnel capwap = new CapwapLayer(ethernet, wifi);
    private final UdpTunnel geneve = new GeneveLayer(this);
    private final UdpTunnel hep = new HepLayer();
    private final UdpTunnel oldHep = new OldHepLayer();

    /// @param account receives the result of packets that waited for others
    /// @param payloads receives the payloads of packets that contain several
    /// @param segments gets the segments of connections
    Layers(FrameAccounting account, PayloadSink payloads, SegmentSink segments) {
        fragments = new Fragments(account);
        ipv4 = new Ipv4Layer(this, fragments);
        ipv6 = new Ipv6Layer(this, fragments);
        icmp = new IcmpLayer(account, IcmpLayer.ICMP);
        icmp6 = new IcmpLayer(account, IcmpLayer.ICMP_6);
        tcp = new TcpLayer(segments);
        sctp = new SctpLayer(account, payloads::take);
    }

    @Override
    public @Nullable Layer ofLinkType(int linkType, Packet packet) {
        return switch (linkType) {
            case LinkTypes.ETHERNET -> ethernet;
            case LinkTypes.NULL, LinkTypes.LOOP -> loopback;
            case LinkTypes.RAW_BSD, LinkTypes.RAW_OPENBSD, LinkTypes.RAW, LinkTypes.IPV4, LinkTypes.IPV6 -> ip;
            case LinkTypes.LINUX_SLL -> linuxCooked;
            case LinkTypes.LINUX_SLL2 -> linuxCooked2;
            case LinkTypes.PPP -> ppp;
            case LinkTypes.PPP_SERIAL, LinkTypes.CISCO_HDLC -> hdlc;
            case LinkTypes.PPP_ETHER -> pppoe;
            case LinkTypes.PPP_PPPD -> pppOfDaemon;
            case LinkTypes.PPP_WITH_DIRECTION -> pppWithDirection;
            case LinkTypes.FRAME_RELAY -> frameRelay;
            case LinkTypes.WIFI -> wifi;
            case LinkTypes.WIFI_RADIOTAP -> radiotap;
            case LinkTypes.TEXT_LOG -> log;
            case LinkTypes.NFLOG -> nflog;
            default -> packet.unread(UnreadReason.LINK_TYPE, linkType);
        };
    }

    @Override
    public @Nullable Layer ofEtherType(int etherType, Packet packet) {
        if (etherType < EtherTypes.SMALLEST) {
            packet.keep(etherType);
            return llc;
        }
        Layer layer = ofEtherType(etherType);
        return layer != null ? layer : packet.unread(UnreadReason.ETHER_TYPE, etherType);
    }

    private @Nullable Layer ofEtherType(int etherType) {
        return switch (etherType) {
            case EtherTypes.IPV4 -> ipv4;
            case EtherTypes.IPV6 -> ipv6;
            case EtherTypes.TRANSPARENT_ETHERNET -> ethernet;
            case 0x8100 -> vlan;
            case 0x88a8, 0x9100, 0x9200 -> outerVlan;
            case 0x8847, 0x8848 -> mpls;
            case 0x8864 -> pppoe;
            default -> null;
        };
    }

    @Override
    public boolean knowsEtherType(int etherType) {
        return ofEtherType(etherType) != null;
    }

    @Override
    public @Nullable Layer ofIpProtocol(int protocol, Packet packet) {
        return switch (protocol) {
            case IcmpLayer.ICMP -> icmp;
            case 4 -> ipv4;
            case 6 -> tcp;
            case 17 -> udp;
            case 41 -> ipv6;
            case 47 -> gre;
            case 50 -> esp;
            case 51 -> authentication;
            case IcmpLayer.ICMP_6 -> icmp6;
            case 115 -> l2tpSession;
            case 132 -> sctp;
            case 137 -> mpls;
            default -> packet.unread(UnreadReason.IP_PROTOCOL, protocol);
        };
    }

    @Override
    public @Nullable Layer ofPppProtocol(int protocol, Packet packet) {
        return switch (protocol) {
            case 0x0021 -> ipv4;
            case 0x0057 -> ipv6;
            case 0x0281, 0x0283 -> mpls;
            default -> packet.unread(UnreadReason.PPP_PROTOCOL, protocol);
        };
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
        if (hep.fits(packet)) {
            return hep;
        }
        return oldHep.fits(packet) ? oldHep : null;
    }

    private @Nullable UdpTunnel tunnelOn(int port) {
        return switch (port) {
            case 1701 -> l2tp;
            case 2152 -> gtp;
            case 3544 -> teredo;
            case 4500 -> esp;
            case 4754 -> gre;
            case 4789, 4790 -> vxlan; // the second with the generic protocol extension
            case 5247 -> capwap;
            case 6081 -> geneve;
            case 6635 -> mpls;
            case 8472 -> vxlan; // as Linux had it before the standard
            default -> null;
        };
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
