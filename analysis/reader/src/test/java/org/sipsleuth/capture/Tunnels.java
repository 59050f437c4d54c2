package org.sipsleuth.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Tunnels around an IP packet, each giving an IPv4 packet again, for tests. Those of HEP carry
/// what is in a UDP datagram, the others any packet; those in which ESP has no tunnel take packets
/// that are whole.
public final class Tunnels {

    private static final String OUTER_SOURCE = "198.51.100.1";
    private static final String OUTER_DESTINATION = "198.51.100.2";

    private static final Map<String, UnaryOperator<byte[]>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("IP in IPv4", ip -> outer(Inside.protocol(ip), ip));
        ALL.put("6in4 with IP in IPv6",
                ip -> outer(41, Packets.ipv6("2001:db8::1", "2001:db8::2", Inside.protocol(ip), ip)));
        ip("AH", 51,
                ip -> join(new byte[]{(byte) Inside.protocol(ip)}, hex("04 0000 00000001 00000001"), new byte[12], ip));
        gre();
        mpls();
        esp();
        udp("VXLAN", 4789, ip -> join(hex("08000000 00002a00"), ethernet(ip)));
        udp("VXLAN with policy", 8472, ip -> join(hex("88000007 00002a00"), ethernet(ip)));
        udp("VXLAN-GPE", 4790, ip -> join(hex(Inside.isIpv6(ip) ? "0c000002" : "0c000001"), hex("00002a00"), ip));
        udp("Geneve", 6081, ip -> join(hex("0000 6558 00002a00"), ethernet(ip)));
        udp("Geneve with options", 6081, ip -> join(typed("0240 TYPE 00002a00 0102030104050607", ip), ip));
        gtp();
        l2tp();
        udp("Teredo", 3544, Tunnels::inIpv6);
        udp("Teredo with indications", 3544,
                ip -> join(hex("0001 0102 aa bbbb 0000000000000000 00"), hex("0000 1234 c0000201"), inIpv6(ip)));
        capwap();
        hep();
    }

    private Tunnels() {}

    /// All of them, by name.
    public static Map<String, UnaryOperator<byte[]>> all() {
        return ALL;
    }

    private static void ip(String name, int protocol, UnaryOperator<byte[]> inside) {
        ALL.put(name, ip -> outer(protocol, inside.apply(ip)));
    }

    private static void udp(String name, int port, UnaryOperator<byte[]> inside) {
        ALL.put(name, ip -> outerUdp(port, inside.apply(ip)));
    }

    private static void gre() {
        ip("GRE", 47, ip -> join(typed("0000 TYPE", ip), ip));
        ip("GRE with all fields", 47, ip -> join(typed("f000 TYPE 0000 0000 0000002a 00000001", ip),
                hex("0800 00 04 c0000201 0000 00 00"), ip));
        ip("GRE with key (NVGRE)", 47, ip -> join(hex("2000 6558 00002a00"), ethernet(ip)));
        ip("GRE version 1 with PPP", 47, ip -> join(hex("3081 880b"), u16(ip.length + 4), hex("0007 00000001 00000002"),
                typed("ff03 PPP", ip), ip));
        ip("GRE with WCCP", 47, ip -> join(hex("0000 883e 00000000"), ip));
        ip("ERSPAN I", 47, ip -> join(hex("0000 88be"), ethernet(ip)));
        ip("ERSPAN II", 47, ip -> join(hex("1000 88be 00000001 1001 0001 00000000"), ethernet(ip)));
        ip("ERSPAN III", 47, ip -> join(hex("1000 22eb 00000001 2001 0001 00000000 0000 0000"), ethernet(ip)));
        ip("ERSPAN III with subheader", 47, ip -> join(hex("1000 22eb 00000001 2001 0001 00000000 0000 0001"),
                hex("0c00000000000000"), ethernet(ip)));
        udp("GRE in UDP", 4754, ip -> join(typed("0000 TYPE", ip), ip));
    }

    private static void mpls() {
        ip("MPLS in IP", 137, ip -> join(hex("00064140"), ip));
        udp("MPLS in UDP", 6635, ip -> join(hex("00064040 00065140"), ip));
        ip("MPLS in GRE", 47, ip -> join(hex("0000 8847 00064140"), ip));
    }

    private static void esp() {
        ip("ESP with NULL, tunnel", 50, ip -> esp(ip, Inside.protocol(ip), 12));
        ALL.put("ESP with NULL, transport", ip -> transport(ip, 12));
        ALL.put("ESP with NULL, SHA-256", ip -> transport(ip, 16));
        ALL.put("ESP with NULL, no check", ip -> transport(ip, 0));
        ip("ESP with NULL, tunnel, SHA-512", 50, ip -> esp(ip, Inside.protocol(ip), 32));
        udp("ESP in UDP", 4500, ip -> esp(ip, Inside.protocol(ip), 12));
    }

    private static void gtp() {
        udp("GTP-U", 2152, ip -> join(hex("30 ff"), u16(ip.length), hex("0000002a"), ip));
        udp("GTP-U with sequence number", 2152,
                ip -> join(hex("32 ff"), u16(ip.length + 4), hex("0000002a 0001 00 00"), ip));
        udp("GTP-U with extension", 2152,
                ip -> join(hex("34 ff"), u16(ip.length + 8), hex("0000002a 0000 00 85 01 00 09 00"), ip));
    }

    private static void l2tp() {
        udp("L2TP", 1701, ip -> join(typed("0002 0001 0002 ff03 PPP", ip), ip));
        udp("L2TP with all fields", 1701, ip -> join(hex("4a02"), u16(ip.length + 18),
                typed("0001 0002 0003 0004 0002 0000 PPP", ip), ip, hex("0000")));
        udp("L2TPv3 in UDP", 1701, ip -> join(hex("0003 0000 0000002a"), ethernet(ip)));
        ip("L2TPv3 with cookie", 115, ip -> join(hex("0000002a 01020304"), ethernet(ip)));
    }

    private static void capwap() {
        udp("CAPWAP with Ethernet", 5247, ip -> join(hex("00 100200 00000000"), ethernet(ip)));
        udp("CAPWAP with 802.11", 5247, ip -> join(hex("00 100300 00000000"), Wires.wifi("0108"), Wires.snap(ip)));
    }

    private static void hep() {
        udp("HEP1", 9060, HepReports::first);
        udp("HEP2", 9060, HepReports::second);
        udp("HEP3", 9061, HepReports::third);
        udp("HEP3 on another port", 7777, HepReports::third);
        udp("HEP3, packed", 9060, HepReports::thirdPacked);
    }

    /// The same packet with its payload in ESP.
    private static byte[] transport(byte[] ip, int checkValueBytes) {
        int header = Inside.headerBytes(ip);
        int protocolAt = Inside.isIpv6(ip) ? 6 : 9;
        byte[] inside = Arrays.copyOfRange(ip, header, ip.length);
        byte[] packet = join(Arrays.copyOf(ip, header), esp(inside, ip[protocolAt], checkValueBytes));
        ByteBuffer lengths = ByteBuffer.wrap(packet).put(protocolAt, (byte) 50);
        if (Inside.isIpv6(ip)) {
            lengths.putShort(4, (short) (packet.length - header));
        } else {
            lengths.putShort(2, (short) packet.length);
        }
        return packet;
    }

    private static byte[] esp(byte[] inside, int next, int checkValueBytes) {
        int padding = -(inside.length + 2) & 3;
        byte[] trailer = new byte[padding + 2];
        for (int i = 0; i < padding; i++) {
            trailer[i] = (byte) (i + 1);
        }
        trailer[padding] = (byte) padding;
        trailer[padding + 1] = (byte) next;
        byte[] checkValue = new byte[checkValueBytes];
        Arrays.fill(checkValue, (byte) 0xc5);
        return join(hex("00001234 00000001"), inside, trailer, checkValue);
    }

    /// IPv6, or what is within it.
    private static byte[] inIpv6(byte[] ip) {
        return Inside.isIpv6(ip) ? ip : Packets.ipv6("2001:0::1", "2001:0::2", 4, ip);
    }

    private static byte[] ethernet(byte[] ip) {
        return Packets.ethernet(Inside.isIpv6(ip) ? 0x86dd : 0x0800, ip);
    }

    private static byte[] outer(int protocol, byte[] inside) {
        return Packets.ipv4(OUTER_SOURCE, OUTER_DESTINATION, protocol, inside);
    }

    private static byte[] outerUdp(int port, byte[] inside) {
        return outer(17, Packets.udp(40_000, port, inside));
    }

    static byte[] u16(int number) {
        return ByteBuffer.allocate(2).putShort((short) number).array();
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    /// A header that names what it carries where it says `TYPE` or `PPP`.
    static byte[] typed(String digits, byte[] ip) {
        return hex(digits.replace("TYPE", Inside.type(ip)).replace("PPP", Inside.ppp(ip)));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
