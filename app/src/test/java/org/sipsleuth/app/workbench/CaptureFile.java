package org.sipsleuth.app.workbench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a capture (pcap, Ethernet, IPv4, UDP) for tests.
final class CaptureFile implements AutoCloseable {

    private static final int HEADERS = 14 + 20 + 8;
    private static final long MICROS = 1_000_000L;

    private final OutputStream out;
    private long micros = 1_790_000_000L * MICROS;

    CaptureFile(Path file) throws IOException {
        out = Files.newOutputStream(file);
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        header.putInt(0).putInt(0).putInt(65535).putInt(1);
        out.write(header.array());
    }

    /// Lets time pass.
    CaptureFile after(long milliseconds) {
        micros += milliseconds * 1000;
        return this;
    }

    /// A datagram from host `10.0.0.from` to `10.0.0.to`.
    CaptureFile udp(int from, int to, byte[] payload) throws IOException {
        int length = HEADERS + payload.length;
        ByteBuffer record = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt((int) (micros / MICROS)).putInt((int) (micros % MICROS));
        record.putInt(length).putInt(length);
        out.write(record.array());
        ByteBuffer frame = ByteBuffer.allocate(length);
        frame.put(new byte[12]).putShort((short) 0x0800);
        frame.put((byte) 0x45).put((byte) 0).putShort((short) (28 + payload.length));
        frame.putInt(0).put((byte) 64).put((byte) 17).putShort((short) 0);
        frame.put(new byte[]{10, 0, 0, (byte) from}).put(new byte[]{10, 0, 0, (byte) to});
        frame.putShort((short) 5060).putShort((short) 5060);
        frame.putShort((short) (8 + payload.length)).putShort((short) 0);
        out.write(frame.put(payload).array());
        return this;
    }

    /// A request.
    CaptureFile request(int from, int to, String method, String callId, int cseq) throws IOException {
        return udp(from, to, message(method + " sip:bob@example.com SIP/2.0", method, callId, cseq));
    }

    /// A response.
    CaptureFile response(int from, int to, String status, String method, String callId, int cseq) throws IOException {
        return udp(from, to, message("SIP/2.0 " + status, method, callId, cseq));
    }

    /// A call that is answered and ended: seven messages in 2.5 s.
    CaptureFile call(String callId) throws IOException {
        request(1, 2, "INVITE", callId, 1).after(20);
        response(2, 1, "100 Trying", "INVITE", callId, 1).after(200);
        response(2, 1, "180 Ringing", "INVITE", callId, 1).after(900);
        response(2, 1, "200 OK", "INVITE", callId, 1).after(15);
        request(1, 2, "ACK", callId, 1).after(1350);
        request(1, 2, "BYE", callId, 2).after(15);
        return response(2, 1, "200 OK", "BYE", callId, 2);
    }

    /// A REGISTER from `10.0.0.host` with one of many passwords, and its answer, 358 ms later.
    CaptureFile guess(int host, int attempt, String user, String name, String agent, boolean isAccepted)
            throws IOException {
        String at = host + "-" + attempt;
        String address = "\"" + name.replace("\"", "'") + "\" <sip:" + user + "@example.com>";
        String common = String.join("\r\n", "Via: SIP/2.0/UDP 10.0.0." + host + ":5060;branch=z9hG4bK" + at,
                "From: " + address + ";tag=t" + at, "To: " + address, "Call-ID: guess-" + host,
                "CSeq: " + (attempt + 1) + " REGISTER", "Content-Length: 0", "");
        String request = String.join("\r\n", "REGISTER sip:example.com SIP/2.0", common + "User-Agent: " + agent,
                "Contact: <sip:" + user + "@10.0.0." + host + ">",
                "Authorization: Digest username=\"" + user + "\",realm=\"example.com\",nonce=\"n" + at
                        + "\",uri=\"sip:example.com\",response=\"0123456789abcdef"
                        + String.format("%016x", host * 1000 + attempt) + "\"",
                "", "");
        String response = isAccepted ? "SIP/2.0 200 OK\r\n" + common + "\r\n"
                : "SIP/2.0 401 Unauthorized\r\n" + common + "WWW-Authenticate: Digest realm=\"example.com\",nonce=\"m"
                        + at + "\"\r\n\r\n";
        after(350).udp(host, 2, request.getBytes(UTF_8));
        return after(8).udp(2, host, response.getBytes(UTF_8));
    }

    private static byte[] message(String startLine, String method, String callId, int cseq) {
        String branch = "z9hG4bK" + Integer.toHexString((callId + cseq).hashCode());
        return String.join("\r\n", startLine, "Via: SIP/2.0/UDP 10.0.0.1:5060;branch=" + branch,
                "From: \"Alice\" <sip:alice@example.com>;tag=a1", "To: <sip:bob@example.com>", "Call-ID: " + callId,
                "CSeq: " + cseq + " " + method, "Max-Forwards: 70", "Content-Length: 0", "", "").getBytes(UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
