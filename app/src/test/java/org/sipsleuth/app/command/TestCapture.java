package org.sipsleuth.app.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapngWriter;

/// Writes small pcap files of SIP over UDP over IPv4.
final class TestCapture {

    static final String CALLER = "192.0.2.1";
    static final String CALLEE = "192.0.2.2";

    private static final int MICROSECONDS = 0xa1b2c3d4;
    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int PIECE_BYTES = 16;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final long START_SECONDS = 1_700_000_000L;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean hasNanoseconds;

    TestCapture() {
        this(false);
    }

    TestCapture(boolean hasNanoseconds) {
        this.hasNanoseconds = hasNanoseconds;
        int magic = hasNanoseconds ? NANOSECONDS : MICROSECONDS;
        bytes.writeBytes(little(24).putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65_535)
                .putInt(1)
                .array());
    }

    /// A frame this long after the start.
    TestCapture frame(long afterNanos, byte[] frame) {
        long fraction = afterNanos % 1_000_000_000L;
        bytes.writeBytes(little(16).putInt((int) (START_SECONDS + afterNanos / 1_000_000_000L))
                .putInt((int) (hasNanoseconds ? fraction : fraction / 1000))
                .putInt(frame.length)
                .putInt(frame.length)
                .array());
        bytes.writeBytes(frame);
        return this;
    }

    /// A pcapng file with one request, and with packets that were lost during the capture.
    static byte[] withLost(long packets) {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        PcapngWriter file = new PcapngWriter(order).capturesOn(1);
        byte[] frame = Packets.sip(CALLER, CALLEE, request("OPTIONS", "lossy", 1, ""));
        file.packet(0, START_SECONDS * 1_000_000, frame);
        ByteBuffer statistics = file.buffer(24).putInt(0).putLong(0);
        statistics.putShort((short) 5).putShort((short) 8).putLong(packets); // isb_ifdrop
        return file.block(5, statistics).bytes();
    }

    /// A message from port 5060 to port 5060.
    TestCapture sip(long afterNanos, String from, String to, String message) {
        return sip(afterNanos, from, to, message.getBytes(StandardCharsets.ISO_8859_1));
    }

    TestCapture sip(long afterNanos, String from, String to, byte[] message) {
        return ip(afterNanos, from, to, 0, datagram(message));
    }

    /// A request from the caller in two pieces, of which the second came before with other bytes.
    TestCapture overlapping(long afterNanos, String message) {
        byte[] whole = datagram(message.getBytes(StandardCharsets.ISO_8859_1));
        byte[] begin = Arrays.copyOf(whole, PIECE_BYTES);
        byte[] end = Arrays.copyOfRange(whole, PIECE_BYTES, whole.length);
        byte[] other = end.clone();
        other[other.length - 6] = '9';
        return ip(afterNanos, CALLER, CALLEE, PIECE_BYTES / 8, end)
                .ip(afterNanos, CALLER, CALLEE, PIECE_BYTES / 8, other)
                .ip(afterNanos, CALLER, CALLEE, MORE_FRAGMENTS, begin);
    }

    private TestCapture ip(long afterNanos, String from, String to, int fragment, byte[] data) {
        ByteBuffer frame = ByteBuffer.allocate(34 + data.length);
        frame.put(new byte[12]).putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (20 + data.length));
        frame.putShort((short) 0).putShort((short) fragment);
        frame.put((byte) 64).put((byte) 17).putShort((short) 0);
        frame.put(address(from)).put(address(to)).put(data);
        return frame(afterNanos, frame.array());
    }

    private static byte[] datagram(byte[] message) {
        return ByteBuffer.allocate(8 + message.length)
                .putShort((short) 5060)
                .putShort((short) 5060)
                .putShort((short) (8 + message.length))
                .putShort((short) 0)
                .put(message)
                .array();
    }

    /// A request of the usual shape; extra lines end with CR LF.
    static String request(String method, String callId, int cseq, String extraLines) {
        return method + " sip:bob@example.org SIP/2.0\r\n" + headers(method, callId, cseq, "") + extraLines
                + "Content-Length: 0\r\n\r\n";
    }

    /// A response of the usual shape.
    static String response(String status, String method, String callId, int cseq) {
        return "SIP/2.0 " + status + "\r\n" + headers(method, callId, cseq, ";tag=there") + "Content-Length: 0\r\n\r\n";
    }

    private static String headers(String method, String callId, int cseq, String toTag) {
        return "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + callId.hashCode() + cseq + "\r\nMax-Forwards: 70"
                + "\r\nFrom: \"Alice\" <sip:alice@example.org>;tag=here\r\nTo: <sip:bob@example.org>" + toTag
                + "\r\nCall-ID: " + callId + "\r\nCSeq: " + cseq + " " + method + "\r\n";
    }

    /// A whole call, 2.5 s long, that begins after so many seconds.
    TestCapture call(long afterSeconds, String callId) {
        long start = afterSeconds * 1_000_000_000L;
        return sip(start + 123_456_000, CALLER, CALLEE, request("INVITE", callId, 1, AGENT))
                .sip(start + 200_000_000, CALLEE, CALLER, response("100 Trying", "INVITE", callId, 1))
                .sip(start + 300_000_000, CALLEE, CALLER, response("180 Ringing", "INVITE", callId, 1))
                .sip(start + 1_000_000_000, CALLEE, CALLER, response("200 OK", "INVITE", callId, 1))
                .sip(start + 1_001_000_000, CALLER, CALLEE, request("ACK", callId, 1, ""))
                .sip(start + 2_600_000_000L, CALLER, CALLEE, request("BYE", callId, 2, ""))
                .sip(start + 2_623_456_000L, CALLEE, CALLER, response("200 OK", "BYE", callId, 2));
    }

    private static final String AGENT = "User-Agent: Phone, \"model\" 1\r\n";

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /// Writes the capture and yields its path as text.
    String in(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes());
        return file.toString();
    }

    private static byte[] address(String dotted) {
        byte[] address = new byte[4];
        String[] numbers = dotted.split("\\.", -1);
        for (int i = 0; i < address.length; i++) {
            address[i] = (byte) Integer.parseInt(numbers[i]);
        }
        return address;
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
