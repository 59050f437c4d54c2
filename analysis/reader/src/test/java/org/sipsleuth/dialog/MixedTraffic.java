package org.sipsleuth.dialog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.capture.websocket.Frames;

/// Frames of many hosts that talk at once, each message in several frames: over TCP, TLS,
/// WebSocket, SCTP and in IP fragments; and frames that hold no SIP.
public final class MixedTraffic {

    public static final Transcript TLS12 = Transcript.of("tls12-ecdhe-ecdsa-aes128-gcm-sha256");
    public static final Transcript TLS13 = Transcript.of("tls13-aes-256-gcm-sha384");

    private static final int ACK = 16;
    private static final int MESSAGES = 3;

    private final Random random;
    private int calls;

    private MixedTraffic(long seed) {
        random = new Random(seed);
    }

    /// Frames (Ethernet), in the order in which they came.
    public static List<byte[]> of(long seed) {
        MixedTraffic traffic = new MixedTraffic(seed);
        return traffic.mix(Stream
                .of(traffic.tcp(40_000), traffic.tcp(40_001), traffic.webSocket(), traffic.fragments(), traffic.sctp(),
                        traffic.datagrams(), TlsPackets.of(TLS12, 41_000), TlsPackets.of(TLS13, 42_000))
                .map(ArrayList::new)
                .toList());
    }

    /// One after the other of any, each in its order.
    private List<byte[]> mix(List<? extends List<byte[]>> talks) {
        List<byte[]> all = new ArrayList<>();
        List<List<byte[]>> left = new ArrayList<>(talks);
        while (!left.isEmpty()) {
            List<byte[]> next = left.get(random.nextInt(left.size()));
            all.add(next.removeFirst());
            left.removeIf(List::isEmpty);
        }
        return all;
    }

    private String message(String transport) {
        calls++;
        String body = "x".repeat(random.nextInt(400));
        return """
        MESSAGE sip:b@example.org SIP/2.0
        Via: SIP/2.0/%s host;branch=z9hG4bK%d
        Max-Forwards: 70
        From: <sip:a@example.org>;tag=a
        To: <sip:b@example.org>
        Call-ID: call-%d
        CSeq: 1 MESSAGE
        Content-Length: %d

        """.formatted(transport, calls, calls, body.length()).replace("\n", "\r\n") + body;
    }

    private List<byte[]> tcp(int port) {
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < MESSAGES; i++) {
            stream.append(message("TCP"));
        }
        return segments(port, 5060, bytes(stream.toString()));
    }

    private List<byte[]> webSocket() {
        Frames frames = new Frames(true);
        for (int i = 0; i < MESSAGES; i++) {
            frames.fragments(message("WS"), 150);
        }
        return segments(43_000, 80, Packets.join(Frames.request(), frames.bytes()));
    }

    /// A stream cut anywhere; some segments change places, some come twice.
    private List<byte[]> segments(int port, int to, byte[] stream) {
        List<byte[]> segments = new ArrayList<>();
        segments.add(segment(port, to, 999, 2, new byte[0]));
        int at = 0;
        while (at < stream.length) {
            int next = Math.min(stream.length, at + 1 + random.nextInt(300));
            byte[] part = Arrays.copyOfRange(stream, at, next);
            segments.add(segment(port, to, 1_000 + at, ACK, part));
            if (random.nextInt(6) == 0) {
                segments.add(segments.getLast());
            }
            at = next;
        }
        for (int i = 1; i + 1 < segments.size(); i++) {
            if (random.nextInt(6) == 0) {
                Collections.swap(segments, i, i + 1);
            }
        }
        return segments;
    }

    private static byte[] segment(int port, int to, int sequence, int flags, byte[] payload) {
        return packet(6, Packets.tcp(port, to, sequence, flags, payload));
    }

    private List<byte[]> fragments() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            byte[] udp = Packets.udp(5060, 5060, bytes(message("UDP")));
            List<byte[]> parts = new ArrayList<>();
            for (int from = 0; from < udp.length; from += 160) {
                int to = Math.min(udp.length, from + 160);
                byte[] part = packet(17, Arrays.copyOfRange(udp, from, to));
                part[14 + 5] = (byte) (i + 1);
                part[14 + 6] = (byte) (to < udp.length ? 0x20 : 0);
                part[14 + 7] = (byte) (from / 8);
                parts.add(part);
            }
            Collections.shuffle(parts, random);
            frames.addAll(parts);
        }
        return frames;
    }

    private List<byte[]> sctp() {
        List<byte[]> frames = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < MESSAGES; i++) {
            byte[] text = bytes(message("SCTP"));
            for (int from = 0; from < text.length; from += 200) {
                int to = Math.min(text.length, from + 200);
                int flags = (from == 0 ? 2 : 0) | (to == text.length ? 1 : 0);
                byte[] part = Arrays.copyOfRange(text, from, to);
                frames.add(packet(132, chunk(flags, number++, part)));
            }
        }
        return frames;
    }

    private static byte[] chunk(int flags, int number, byte[] payload) {
        int length = 16 + payload.length;
        return ByteBuffer.allocate(12 + ((length + 3) & ~3))
                .putShort((short) 5060)
                .putShort((short) 5070)
                .putLong(0)
                .put((byte) 0)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(number)
                .putLong(0)
                .put(payload)
                .array();
    }

    private List<byte[]> datagrams() {
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            frames.add(packet(17, Packets.udp(5060, 5060, bytes(message("UDP")))));
            frames.add(packet(17, Packets.udp(53, 5353, bytes("no SIP"))));
            frames.add(Packets.ethernet(0x0806, new byte[28]));
        }
        return frames;
    }

    private static byte[] packet(int protocol, byte[] payload) {
        return Packets.ethernet(0x0800, Packets.ipv4("192.0.2.1", "192.0.2.2", protocol, payload));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
