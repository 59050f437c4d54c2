package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Tunnels;
import org.sipsleuth.capture.Wires;
import org.sipsleuth.capture.Wires.Wire;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;

/// Every link type and every tunnel around the same datagram.
class EncapsulationTest {

    private static final byte[] PAYLOAD =
            "OPTIONS sip:b@example.org SIP/2.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PACKET = Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(5060, 5070, PAYLOAD));

    private final List<byte[]> payloads = new ArrayList<>();
    private final Arrival arrival = new Arrival();
    private FrameAccounting account = new FrameAccounting(0);
    private boolean takes = true;

    private void decode(int linkType, byte[] bytes) {
        payloads.clear();
        account = new FrameAccounting(0);
        FrameDecoder decoder = new FrameDecoder(0, FileBytes.of(MemorySegment.ofArray(bytes)), account, packet -> {
            payloads.add(packet.copy());
            arrival.copy(packet.arrival());
            return takes;
        }, _ -> new Deaf());
        Frame frame = new Frame();
        frame.begin(1, 1_700_000_000_000_000_000L, linkType);
        frame.lieAt(0, bytes.length);
        decoder.decode(frame);
        decoder.finish();
    }

    /// Nobody listens: random bytes can be TCP.
    private static final class Deaf implements Conversation, ByteStream {

        @Override
        public ByteStream fromFirst() {
            return this;
        }

        @Override
        public ByteStream fromOther() {
            return this;
        }

        @Override
        public Verdict data(Arrival arrival, byte[] bytes, int from, int to, Provenance origin) {
            return Verdict.FOREIGN;
        }

        @Override
        public Verdict gap(Arrival arrival, long missingBytes) {
            return Verdict.FOREIGN;
        }

        @Override
        public void end() {}
    }

    private void assertPayload(int linkType, byte[] frame, String name) {
        decode(linkType, frame);
        assertEquals(1, payloads.size(), () -> name + ": " + account.unread(0));
        assertEquals(text(PAYLOAD), text(payloads.getFirst()), name);
        assertEquals(0x0000ffff_c0000201L, arrival.sourceLow(), name);
        assertEquals(0x0000ffff_c0000202L, arrival.destinationLow(), name);
        assertEquals(5060, arrival.sourcePort(), name);
        assertEquals(5070, arrival.destinationPort(), name);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    static List<Wire> wires() {
        return Wires.all();
    }

    static Stream<Map.Entry<String, UnaryOperator<byte[]>>> tunnels() {
        return Tunnels.all().entrySet().stream();
    }

    /// Every link type with the packet, and Ethernet with every tunnel around it.
    private static Stream<Wire> everything() {
        return Stream.concat(Wires.all().stream(), tunnels().map(
                tunnel -> new Wire(tunnel.getKey(), 1, ip -> Packets.ethernet(0x0800, tunnel.getValue().apply(ip)))));
    }

    @ParameterizedTest
    @MethodSource("wires")
    void everyLinkTypeGivesThePayload(Wire wire) {
        assertPayload(wire.linkType(), wire.frame().apply(PACKET), wire.name());
    }

    @ParameterizedTest
    @MethodSource("tunnels")
    void everyTunnelGivesThePayload(Map.Entry<String, UnaryOperator<byte[]>> tunnel) {
        assertPayload(101, tunnel.getValue().apply(PACKET), tunnel.getKey());
    }

    @ParameterizedTest
    @MethodSource("tunnels")
    void everyTunnelGoesIntoEveryOther(Map.Entry<String, UnaryOperator<byte[]>> outer) {
        if (outer.getKey().startsWith("HEP")) {
            return; // it carries messages, not packets
        }
        tunnels().filter(inner -> !inner.getKey().startsWith("HEP"))
                .filter(inner -> !outer.getKey().contains("NULL,") || isSure(inner))
                .forEach(inner -> assertPayload(101, outer.getValue().apply(inner.getValue().apply(PACKET)),
                        inner.getKey() + " in " + outer.getKey()));
    }

    /// Whether ESP takes what it carries for plain: these protocols show whether they fit.
    private static boolean isSure(Map.Entry<String, UnaryOperator<byte[]>> tunnel) {
        int protocol = tunnel.getValue().apply(PACKET)[9];
        return List.of(4, 17, 41).contains(protocol) || tunnel.getKey().equals("GRE");
    }

    @Test
    void everyFrameCutAtEveryByteIsAccountedFor() {
        everything().forEach(wire -> {
            byte[] whole = wire.frame().apply(PACKET);
            for (int cut = 0; cut < whole.length; cut++) {
                decode(wire.linkType(), Arrays.copyOf(whole, cut));
                assertEquals(1, payloads.size() + account.unread(0).size(), wire + " cut at " + cut);
                boolean longer = payloads.stream().anyMatch(p -> p.length > PAYLOAD.length);
                assertTrue(!longer || wire.name().startsWith("HEP") || isOuter(), wire + " cut at " + cut);
            }
        });
    }

    /// Whether the payload is that of the datagram around the tunnel.
    private boolean isOuter() {
        return arrival.sourcePort() == 40_000;
    }

    @Property(tries = 100)
    void anyBytesBehindAHeaderAreAccountedFor(@ForAll long seed) {
        Random random = new Random(seed);
        everything().forEach(wire -> {
            byte[] frame = wire.frame().apply(PACKET);
            int from = random.nextInt(frame.length);
            for (int i = from; i < frame.length; i++) {
                frame[i] = (byte) random.nextInt();
            }
            decode(wire.linkType(), frame);
            assertEquals(1, payloads.size() + account.unread(0).size());
        });
    }

    @Property(tries = 100)
    void anyChangedByteIsAccountedFor(@ForAll long seed) {
        Random random = new Random(seed);
        everything().forEach(wire -> {
            byte[] frame = wire.frame().apply(PACKET);
            frame[random.nextInt(frame.length)] = (byte) random.nextInt();
            decode(wire.linkType(), frame);
            assertEquals(1, payloads.size() + account.unread(0).size());
        });
    }

    @Test
    void depthIsBoundedAndReported() {
        byte[] packet = PACKET;
        UnaryOperator<byte[]> gre = Tunnels.all().get("GRE");
        for (int i = 0; i < 14; i++) { // two layers each, and raw IP, IPv4, UDP
            packet = gre.apply(packet);
        }
        assertPayload(101, packet, "14 tunnels");
        for (int i = 0; i < 100; i++) {
            packet = gre.apply(packet);
        }
        decode(101, packet);
        assertEquals(List.of(), payloads);
        assertEquals("more than 32 nested layers", account.unread(0).getFirst().reason());
    }

    @Test
    void theLayersAreListed() {
        decode(1, Packets.ethernet(0x0800, Tunnels.all().get("GTP-U").apply(PACKET)));
        assertEquals(List.of("Ethernet", "IPv4", "UDP", "GTP-U", "raw IP", "IPv4", "UDP"), arrival.layers());
    }

    @Test
    void sipOnThePortOfATunnelIsSip() {
        for (int port : List.of(1701, 2152, 3544, 4500, 4754, 4789, 5247, 6081, 6635, 8472, 9060)) {
            decode(101, Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(port, port, PAYLOAD)));
            assertEquals(1, payloads.size(), "port " + port);
            assertEquals(text(PAYLOAD), text(payloads.getFirst()));
        }
    }

    @Test
    void aReportOfHepHasItsOwnTime() {
        decode(101, Tunnels.all().get("HEP3").apply(PACKET));
        assertEquals(1_700_000_000_000_010_000L, arrival.capturedAtNanos());
        decode(101, Tunnels.all().get("HEP2").apply(PACKET));
        assertEquals(1_700_000_000_000_000_000L, arrival.capturedAtNanos());
        decode(101, Tunnels.all().get("HEP1").apply(PACKET));
        assertEquals(1_700_000_000_000_000_000L, arrival.capturedAtNanos(), "the capture's");
    }

    @Test
    void severalPacketsOfOneFrameAreAllRead() {
        byte[] whole =
                Wires.all().stream().filter(w -> w.name().contains("several")).findFirst().get().frame().apply(PACKET);
        int part = whole.length - 26; // behind the 802.11 header
        int padded = part + 3 & ~3;
        byte[] two = Arrays.copyOf(whole, 26 + padded + part);
        System.arraycopy(whole, 26, two, 26 + padded, part);
        decode(105, two);
        assertEquals(List.of(text(PAYLOAD), text(PAYLOAD)), payloads.stream().map(EncapsulationTest::text).toList());
        assertEquals(List.of(), account.unread(0));
    }

    private void assertUnread(String reason, int linkType, byte[] frame) {
        decode(linkType, frame);
        assertEquals(reason, account.unread(0).getFirst().reason());
    }

    private static byte[] wire(String name, int at, int octet) {
        Wire wire = Wires.all().stream().filter(w -> w.name().equals(name)).findFirst().get();
        byte[] frame = wire.frame().apply(PACKET);
        frame[at] = (byte) octet;
        return frame;
    }

    private static byte[] tunnel(String name, int at, int octet) {
        byte[] packet = Tunnels.all().get(name).apply(PACKET);
        packet[at] = (byte) octet;
        return packet;
    }

    @Test
    void whatIsNotReadIsCalledByItsName() {
        assertUnread("encrypted 802.11 frame", 105, wire("802.11", 1, 0x41));
        assertUnread("802.11 frame without data", 105, wire("802.11", 0, 0x80));
        assertUnread("802.11 frame without data", 105, wire("802.11", 0, 0x48));
        assertUnread("802.11 fragment, not reassembled", 105, wire("802.11", 1, 0x05));
        assertUnread("PPP negotiation", 9, wire("PPP", 2, 0xc0));
        assertUnread("packet that is neither IPv4 nor IPv6", 239, wire("NFLOG", 0, 3));
        assertUnread("packet that is neither IPv4 nor IPv6", 239, wire("NFLOG of a bridge", 8, 1));
        assertUnread("ARP", 239, wire("NFLOG of a bridge", 9, 6));
        assertUnread("damaged header of a tunnel", 51, wire("PPPoE session", 0, 0x12));
        String signalling = "tunnel signalling or keep-alive, without an inner packet";
        assertUnread(signalling, 101, tunnel("GTP-U", 29, 1));
        assertUnread(signalling, 101, tunnel("L2TP", 28, 0x80));
        assertUnread(signalling, 101, tunnel("CAPWAP with Ethernet", 31, 0x08));
        assertUnread("CAPWAP fragment, not reassembled", 101, tunnel("CAPWAP with Ethernet", 31, 0x80));
        assertUnread("encrypted ESP", 101, tunnel("ESP with NULL, tunnel", 28, 0x00));
        assertUnread("HEP report of another protocol than SIP", 101, tunnel("HEP3", 28 + 6 + 76, 5));
        takes = false;
        assertUnread("encrypted ESP", 101, tunnel("ESP in UDP", 36, 0x00));
        byte[] ike = Packets.udp(4500, 4500, new byte[40]);
        assertUnread("IKE", 101, Packets.ipv4("192.0.2.1", "192.0.2.2", 17, ike));
    }
}
