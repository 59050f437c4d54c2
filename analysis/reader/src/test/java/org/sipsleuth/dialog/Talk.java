package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.run.RunMonitor;

/// Writes a talk between hosts as a capture, message by message, for tests.
public final class Talk {

    public static final String CALLER = "192.0.2.1";
    public static final String PROXY = "192.0.2.5";
    public static final String CALLEE = "192.0.2.9";

    private static final int IPV4 = 0x0800;
    private static final int UDP = 17;
    private static final int SIP_PORT = 5060;

    private final PcapWriter pcap = new PcapWriter(1);
    private long second = 1_700_000_000L;
    private String callId = "one@192.0.2.1";

    /// Messages from now on have this Call-ID.
    public Talk callId(String id) {
        callId = id;
        return this;
    }

    /// Time passes.
    public Talk after(long seconds) {
        second += seconds;
        return this;
    }

    /// A request from one host to another; one with a port, `127.0.0.1:5061`, uses that.
    public Talk request(String from, String to, String method, int cseq, String branch) {
        return request(from, to, method, cseq, branch, "");
    }

    /// A request with more header lines, or a body.
    public Talk request(String from, String to, String method, int cseq, String branch, String more) {
        return request(from, to, method, cseq, branch, "", more);
    }

    /// A request with its own To tag, as within a dialog.
    public Talk request(String from, String to, String method, int cseq, String branch, String toTag, String more) {
        return send(from, to, "%s sip:b@example.org SIP/2.0\r\n".formatted(method), fields(branch, cseq, method, toTag),
                more);
    }

    /// A response to a request of this method, number and branch.
    public Talk response(String from, String to, int status, String method, int cseq, String branch) {
        return response(from, to, status, method, cseq, branch, ";tag=b", "");
    }

    /// A response with its own To tag and more header lines, or a body.
    public Talk response(String from, String to, int status, String method, int cseq, String branch, String toTag,
            String more) {
        return send(from, to, "SIP/2.0 %d Reason\r\n".formatted(status), fields(branch, cseq, method, toTag), more);
    }

    /// A response with another value in CSeq.
    public Talk answer(String from, String to, int status, String cseq, String branch, String toTag) {
        String fields = fields(branch, 0, "", toTag).replace("CSeq: 0 ", "CSeq: " + cseq);
        return send(from, to, "SIP/2.0 %d Reason\r\n".formatted(status), fields, "");
    }

    private String fields(String branch, int cseq, String method, String toTag) {
        return """
        Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%s
        Max-Forwards: 70
        From: <sip:a@example.org>;tag=a
        To: <sip:b@example.org>%s
        Call-ID: %s
        CSeq: %d %s
        User-Agent: Talk
        """.formatted(branch, toTag, callId, cseq, method).replace("\n", "\r\n");
    }

    private Talk send(String from, String to, String start, String fields, String more) {
        boolean body = more.startsWith("v=0");
        String rest =
                body ? "Content-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s".formatted(more.length(), more)
                        : more + "Content-Length: 0\r\n\r\n";
        byte[] datagram =
                Packets.udp(port(from), port(to), (start + fields + rest).getBytes(StandardCharsets.ISO_8859_1));
        pcap.frame(second++, 0, Packets.ethernet(IPV4, Packets.ipv4(host(from), host(to), UDP, datagram)));
        return this;
    }

    private static String host(String endpoint) {
        return endpoint.split(":")[0];
    }

    private static int port(String endpoint) {
        return endpoint.contains(":") ? Integer.parseInt(endpoint.split(":")[1]) : SIP_PORT;
    }

    /// A session description that offers these payload types.
    public static String sdp(String payloadTypes) {
        return """
        v=0
        o=- 1 1 IN IP4 192.0.2.1
        s=-
        c=IN IP4 192.0.2.1
        t=0 0
        m=audio 4000 RTP/AVP %s
        """.formatted(payloadTypes).replace("\n", "\r\n");
    }

    /// The capture's bytes.
    public byte[] bytes() {
        return pcap.bytes();
    }

    /// The capture read.
    public SipIndex read() throws IOException {
        Path file = Files.createTempFile("talk", ".pcap");
        try {
            return CaptureIndexer.read(List.of(Files.write(file, bytes())), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }
}
