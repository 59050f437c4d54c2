package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;

class WireTest {

    private static final int UDP = 17;
    private static final int TCP = 6;
    private static final int IP_AT = 14;
    private static final int L4_AT = IP_AT + 20;

    @TempDir private Path folder;

    private record Packet(long nanos, ByteBuffer bytes) {

        int u8(int at) {
            return bytes.get(at) & 0xff;
        }

        int u16(int at) {
            return Short.toUnsignedInt(bytes.getShort(at));
        }
    }

    private List<Packet> packets(Map<String, String> given) throws IOException, SettingException {
        Path capture = folder.resolve("a.pcap");
        SimulationTest.pings(capture, given);
        CaptureFile file = CaptureFile.open(capture, RunMonitor.NONE);
        FrameReader reader = file.frames();
        Frame frame = new Frame();
        List<Packet> packets = new ArrayList<>();
        while (reader.next(frame)) {
            packets.add(new Packet(frame.capturedAtNanos(),
                    file.bytes().asSlice(frame.offset(), frame.capturedBytes()).asByteBuffer()));
        }
        return packets;
    }

    /// RFC 1071, two bytes a step.
    private static int sum(int begin, Packet packet, int from, int to) {
        int sum = begin;
        for (int i = from; i < to; i += 2) {
            sum += i + 1 < to ? packet.u16(i) : packet.u8(i) << 8;
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"udp,0", "udp,1", "udp,333", "tcp,0", "tcp,2500"})
    void everyChecksumIsRight(String transport, String body) throws IOException, SettingException {
        for (Packet packet : packets(Map.of("transport", transport, "body", body))) {
            int end = packet.bytes.limit();
            assertEquals(0xffff, sum(0, packet, IP_AT, L4_AT));
            int pseudo = packet.u8(IP_AT + 9) + end - L4_AT;
            pseudo = sum(pseudo, packet, IP_AT + 12, L4_AT);
            assertEquals(0xffff, sum(pseudo, packet, L4_AT, end));
        }
    }

    @Test
    void identificationsOfAHostCountOn() throws IOException, SettingException {
        List<Integer> ids = new ArrayList<>();
        for (Packet packet : packets(Map.of())) {
            if (packet.u8(IP_AT + 15) == 1) {
                ids.add(packet.u16(IP_AT + 4));
            }
        }
        for (int i = 1; i < ids.size(); i++) {
            assertEquals(ids.get(i - 1) + 1 & 0xffff, ids.get(i));
        }
    }

    @Test
    void aHostHasOneHardwareAddressAndNoOtherHasIt() throws IOException, SettingException {
        Map<Integer, Long> addresses = new HashMap<>();
        for (Packet packet : packets(Map.of())) {
            long hardware = packet.bytes.getLong(6) >>> 16;
            Long before = addresses.put(packet.bytes.getInt(IP_AT + 12), hardware);
            assertTrue(before == null || before == hardware);
        }
        assertEquals(21, addresses.size());
        assertEquals(21, new HashSet<>(addresses.values()).size());
    }

    @Test
    void longDatagramsAreCutAndTheLastPieceCompletesTheMessage() throws IOException, SettingException {
        List<Packet> packets = packets(Map.of("body", "5000", "pings", "10"));
        assertEquals(10 + 10 * 4, packets.size());
        assertTrue(packets.stream().allMatch(packet -> packet.bytes.limit() <= IP_AT + 1500));
        TruthCheck.holds(folder.resolve("a.pcap"));
    }

    @Test
    void aConnectionIsOpenedAndClosedAndItsBytesAreCountedWithoutGap() throws IOException, SettingException {
        List<Packet> packets = packets(Map.of("transport", "tcp", "body", "4000"));
        Map<List<Integer>, Integer> next = new HashMap<>();
        Map<List<Integer>, Integer> flags = new HashMap<>();
        for (Packet packet : packets) {
            assertEquals(TCP, packet.u8(IP_AT + 9));
            int source = packet.bytes.getInt(IP_AT + 12);
            int destination = packet.bytes.getInt(IP_AT + 16);
            List<Integer> way = List.of(source, destination);
            int sequence = packet.bytes.getInt(L4_AT + 4);
            int control = packet.u8(L4_AT + 13);
            int header = packet.u8(L4_AT + 12) / 16 * 4;
            int length = packet.bytes.limit() - L4_AT - header;
            assertTrue(length <= 1460);
            if (next.containsKey(way)) {
                assertEquals(next.get(way), sequence);
            } else {
                assertEquals(2, control & 2, "begins with SYN");
            }
            next.put(way, sequence + length + (control & 1) + (control >> 1 & 1));
            flags.merge(way, control, (a, b) -> a | b);
            List<Integer> back = List.of(destination, source);
            if ((control & 16) != 0) {
                assertTrue(next.get(back) - packet.bytes.getInt(L4_AT + 8) >= 0);
            }
        }
        assertEquals(40, flags.size());
        assertTrue(flags.values().stream().allMatch(seen -> (seen & 3) == 3), "SYN and FIN");
    }

    @Test
    void aSegmentSometimesHoldsSeveralMessages() throws IOException, SettingException {
        packets(Map.of("transport", "tcp", "every", "0.01", "pings", "3000", "delay", "20"));
        MessageTable messages = CaptureIndexer.read(List.of(folder.resolve("a.pcap")), RunMonitor.NONE).messages();
        Set<Integer> frames = new HashSet<>();
        for (int i = 0; i < messages.size(); i++) {
            frames.add(messages.frame(i));
        }
        assertEquals(6000, messages.size());
        assertTrue(frames.size() < 6000 && frames.size() > 3000, "frames: " + frames.size());
        TruthCheck.holds(folder.resolve("a.pcap"));
    }

    @Test
    void mediaFlowEvery20MillisecondsWithReports() throws IOException, SettingException {
        Map<Integer, List<Packet>> streams = new HashMap<>();
        int reports = 0;
        for (Packet packet : packets(Map.of("pings", "3", "media", "30", "rtp", "full", "every", "700"))) {
            if (packet.u16(L4_AT) == 10_000) {
                int source = packet.bytes.getInt(L4_AT + 8 + 8);
                streams.computeIfAbsent(source, _ -> new ArrayList<>()).add(packet);
            } else if (packet.u16(L4_AT) == 10_001) {
                assertEquals(200, packet.u8(L4_AT + 8 + 1));
                reports++;
            }
        }
        assertEquals(6, streams.size());
        for (List<Packet> stream : streams.values()) {
            assertEquals(1500, stream.size(), 2);
            for (int i = 1; i < stream.size(); i++) {
                Packet packet = stream.get(i);
                Packet before = stream.get(i - 1);
                assertEquals(before.u16(L4_AT + 10) + 1 & 0xffff, packet.u16(L4_AT + 10), "sequence");
                assertEquals(160, packet.bytes.getInt(L4_AT + 12) - before.bytes.getInt(L4_AT + 12), "timestamp");
                assertTrue(packet.nanos > before.nanos);
            }
            long lasted = stream.getLast().nanos - stream.getFirst().nanos;
            assertEquals(30.0, lasted / 1e9, 0.1);
        }
        assertEquals(6 * 5, reports, 6);
    }

    @Test
    void ofSparseMediaTheBeginningAndTheEndAreSeen() throws IOException, SettingException {
        int packets = 0;
        long first = Long.MAX_VALUE;
        long last = 0;
        for (Packet packet : packets(Map.of("pings", "1", "media", "30", "rtp", "sparse"))) {
            if (packet.u8(IP_AT + 9) == UDP && packet.u16(L4_AT) == 10_000) {
                packets++;
                first = Math.min(first, packet.nanos);
                last = Math.max(last, packet.nanos);
            }
        }
        assertEquals(40, packets, 2);
        assertEquals(30.0, (last - first) / 1e9, 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "udp,none,4",
        "udp,vlan,6",
        "udp,gre,6",
        "udp,vxlan,4",
        "udp,gtp,4",
        "udp,ipip,6",
        "tcp,none,6",
        "tcp,vlan,4",
        "tcp,gre,4",
        "tcp,vxlan,6",
        "tcp,gtp,6",
        "tcp,ipip,4"})
    void tsharkFindsNothingMalformed(String transport, String tunnel, String ip)
            throws IOException, SettingException, InterruptedException {
        Path capture = folder.resolve("a.pcap");
        Map<String, String> given = new HashMap<>();
        given.put("transport", transport);
        given.put("tunnel", tunnel);
        given.put("ip", ip);
        given.put("body", "1800");
        given.put("rtp", "full");
        given.put("media", "6");
        given.put("pings", "30");
        SimulationTest.pings(capture, given);
        Tshark.findsNothingMalformed(capture);
    }
}
