package org.sipsleuth.capture;

import static org.sipsleuth.capture.Tunnels.hex;
import static org.sipsleuth.capture.Tunnels.join;
import static org.sipsleuth.capture.Tunnels.typed;
import static org.sipsleuth.capture.Tunnels.u16;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Frames of all link types around an IP packet, for tests.
public final class Wires {

    /// One way to lay an IP packet into a frame.
    ///
    /// @param linkType as the pcap registry numbers them
    public record Wire(String name, int linkType, UnaryOperator<byte[]> frame) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Wire> ALL = new ArrayList<>();

    static {
        ethernet("Ethernet", "TYPE");
        ethernet("802.1Q", "8100 0007 TYPE");
        ethernet("QinQ", "88a8 0005 8100 0007 TYPE");
        ethernet("QinQ of old", "9100 0005 8100 0007 TYPE");
        ethernet("MPLS", "8847 00064040 00065140");
        ethernet("MPLS multicast", "8848 00065140");
        ethernet("Ethernet over MPLS", "8847 00064140 020000000001020000000002 TYPE");
        ethernet("Ethernet over MPLS with control word", "8847 00064140 00000001 020000000001020000000002 TYPE");
        add("PPPoE", 1,
                ip -> Packets.ethernet(0x8864, join(hex("1100 0001"), u16(ip.length + 2), typed("PPP", ip), ip)));
        add("LLC", 1, ip -> Packets.ethernet(ip.length + 8, snap(ip)));
        prefix("BSD loopback", 0, "FAMILY 000000");
        prefix("raw IP", 101, "");
        prefix("Linux cooked v1", 113, "0000 0001 0006 0000000000000000 TYPE");
        prefix("Linux cooked v2", 276, "TYPE 0000 00000002 0001 00 06 0000000000000000");
        prefix("PPP", 9, "ff03 PPP");
        prefix("PPP without address", 9, "PPP");
        prefix("PPP with short protocol", 9, "ff03 SHORT");
        prefix("PPP in HDLC", 50, "ff03 PPP");
        prefix("Cisco HDLC in serial PPP", 50, "0f00 TYPE");
        add("PPPoE session", 51, ip -> join(hex("1100 0001"), u16(ip.length + 2), typed("PPP", ip), ip));
        prefix("PPP of pppd", 166, "0003 PPP");
        prefix("PPP with direction", 204, "01 ff03 PPP");
        prefix("Cisco HDLC", 104, "8f00 TYPE");
        prefix("Frame Relay", 107, "1841 03 NLPID");
        add("802.11", 105, ip -> join(wifi("0801"), snap(ip)));
        add("802.11 with QoS", 105, ip -> join(wifi("8801"), hex("0000"), snap(ip)));
        add("802.11 with four addresses", 105, ip -> join(wifi("8803"), hex("020000000004 0000"), snap(ip)));
        add("802.11 with several packets", 105,
                ip -> join(wifi("8801"), hex("8000 020000000001020000000002"), u16(ip.length + 8), snap(ip)));
        add("radiotap", 127,
                ip -> join(hex("0000 1200 02000080 00000000 10 0000000000"), wifi("0801"), snap(ip), new byte[4]));
        add("radiotap with timer and padding", 127,
                ip -> join(hex("0000 1100 03000000 0102030405060708 20"), wifi("8801"), hex("0000 0000"), snap(ip)));
        add("NFLOG", 239, ip -> nflog(Inside.isIpv6(ip) ? "0a" : "02", "0800", ip));
        add("NFLOG of a bridge", 239, ip -> nflog("07", "TYPE", ip));
        add("NFLOG of a device, of unknown type", 239, ip -> nflog("05", "0000", ip));
    }

    private static byte[] nflog(String family, String type, byte[] ip) {
        return join(hex(family), header("000064 0800 0100 " + type + "0100 0500 0a00 00 000000", ip),
                u16(Short.reverseBytes((short) (ip.length + 4)) & 0xffff), hex("0900"), ip);
    }

    private Wires() {}

    /// All of them.
    public static List<Wire> all() {
        return ALL;
    }

    private static void add(String name, int linkType, UnaryOperator<byte[]> frame) {
        ALL.add(new Wire(name, linkType, frame));
    }

    private static void prefix(String name, int linkType, String header) {
        add(name, linkType, ip -> join(header(header, ip), ip));
    }

    private static void ethernet(String name, String typeAndMore) {
        prefix(name, 1, "020000000001020000000002" + typeAndMore);
    }

    /// The header of an 802.11 data frame.
    static byte[] wifi(String frameControl) {
        return join(hex(frameControl), hex("0000 020000000001 020000000002 020000000003 1000"));
    }

    private static byte[] header(String digits, byte[] ip) {
        boolean ipv6 = Inside.isIpv6(ip);
        return typed(digits.replace("SHORT", ipv6 ? "57" : "21")
                .replace("FAMILY", ipv6 ? "1e" : "02")
                .replace("NLPID", ipv6 ? "8e" : "cc"), ip);
    }

    /// LLC and SNAP before IP.
    static byte[] snap(byte[] ip) {
        return join(typed("aaaa03000000 TYPE", ip), ip);
    }
}
