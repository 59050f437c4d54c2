package org.sipsleuth.app.network;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/// A recorded TLS session over TCP, in which two requests are sent and answered.
///
/// @param frames its packets
/// @param keys its key log
public record TlsSession(List<ByteBuffer> frames, String keys) {

    /// How many SIP messages there are in a session.
    public static final int MESSAGES = 4;

    /// TLS 1.2, which has one secret.
    public static final TlsSession TLS12 = read("tls12-ecdhe-ecdsa-aes256-gcm-sha384", 41_200);

    /// TLS 1.3, which has four secrets that are used.
    public static final TlsSession TLS13 = read("tls13-aes-256-gcm-sha384", 41_300);

    private static final int HEADERS = 14 + 20 + 20;
    private static final int PORT = 5061;
    private static final long START_SECONDS = 1_700_000_000L;

    public TlsSession {
        frames = List.copyOf(frames);
    }

    private static TlsSession read(String name, int clientPort) {
        List<ByteBuffer> frames = new ArrayList<>();
        StringBuilder keys = new StringBuilder();
        int[] next = {1_000, 9_000};
        for (String line : lines(name)) {
            String what = line.substring(0, line.indexOf(' '));
            String rest = line.substring(line.indexOf(' ') + 1);
            if (what.equals("key")) {
                keys.append(rest).append('\n');
            } else if (what.equals("client") || what.equals("server")) {
                int side = what.equals("client") ? 0 : 1;
                byte[] payload = HexFormat.of().parseHex(rest);
                frames.add(frame(side, clientPort, next[side], payload));
                next[side] += payload.length;
            }
        }
        return new TlsSession(frames, keys.toString());
    }

    private static List<String> lines(String name) {
        String path = "/org/sipsleuth/capture/tls/" + name + ".txt";
        try (InputStream in = TlsSession.class.getResourceAsStream(path)) {
            byte[] text = Objects.requireNonNull(in, path).readAllBytes();
            return new String(text, US_ASCII).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer frame(int side, int clientPort, int sequence, byte[] payload) {
        byte[] client = {(byte) 192, 0, 2, 1};
        byte[] server = {(byte) 192, 0, 2, 2};
        boolean up = side == 0;
        ByteBuffer frame = ByteBuffer.allocate(HEADERS + payload.length);
        frame.put(new byte[12]).putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (40 + payload.length));
        frame.putInt(0).put((byte) 64).put((byte) 6).putShort((short) 0);
        frame.put(up ? client : server).put(up ? server : client);
        frame.putShort((short) (up ? clientPort : PORT)).putShort((short) (up ? PORT : clientPort));
        frame.putInt(sequence).putInt(0).put((byte) 0x50).put((byte) 16).put(new byte[6]);
        return frame.put(payload).flip().asReadOnlyBuffer();
    }

    /// A capture of some sessions, one after the other (pcap).
    public static byte[] capture(TlsSession... sessions) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        out.writeBytes(header.putInt(0).putInt(0).putInt(65_535).putInt(1).array());
        int micros = 0;
        for (TlsSession session : sessions) {
            for (byte[] frame : session.packets()) {
                ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
                record.putInt((int) START_SECONDS).putInt(micros++);
                out.writeBytes(record.putInt(frame.length).putInt(frame.length).array());
                out.writeBytes(frame);
            }
        }
        return out.toByteArray();
    }

    /// The bytes of its packets.
    List<byte[]> packets() {
        List<byte[]> packets = new ArrayList<>();
        for (ByteBuffer frame : frames) {
            byte[] packet = new byte[frame.remaining()];
            frame.duplicate().get(packet);
            packets.add(packet);
        }
        return packets;
    }
}
