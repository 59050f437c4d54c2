package org.sipsleuth.dialog.note;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.reason.StatusPhrases;

/// Messages of one dialog as they should be, unless a test states otherwise. Each goes a second
/// after the one before it.
final class Lines {

    private final PcapWriter pcap = new PcapWriter(1);
    private long second = 1_700_000_000L;
    private int millis;

    Lines after(long seconds) {
        second += seconds;
        return this;
    }

    /// The next message comes so long after the last one, below a second.
    Lines afterMillis(int later) {
        millis += later;
        second += millis / 1_000 - 1;
        millis %= 1_000;
        return this;
    }

    /// @param toTag or empty
    /// @param more header lines, or a session description
    Lines request(String from, String to, String method, int cseq, String branch, String toTag, String more) {
        return raw(from, to, method + " sip:b@example.org SIP/2.0\r\n" + fields(from, branch, toTag, cseq, method)
                + rest(from, more));
    }

    Lines response(String from, String to, int status, String method, int cseq, String branch, String toTag,
            String more) {
        return raw(from, to, "SIP/2.0 " + status + " " + StatusPhrases.of(status) + "\r\n"
                + fields(to, branch, toTag, cseq, method) + rest(from, more));
    }

    /// A message of another dialog, so that the capture goes on.
    Lines otherDialog() {
        return raw("198.51.100.8", "198.51.100.9", bare("198.51.100.8").replace("Call-ID: one", "Call-ID: two"));
    }

    Lines raw(String from, String to, String text) {
        pcap.frame(second++, 1_000 * millis, Packets.sip(from, to, text));
        return this;
    }

    /// The same over TCP, in a connection of its own.
    Lines overTcp(String from, String to, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        byte[] segment = Packets.tcp(40_000 + (int) (second % 1_000), 5060, 1, 16, bytes);
        pcap.frame(second++, 1_000 * millis, Packets.ethernet(0x0800, Packets.ipv4(from, to, 6, segment)));
        return this;
    }

    /// An INFO out of the blue.
    static String bare(String from) {
        return "INFO sip:b@example.org SIP/2.0\r\n" + fields(from, "n", "", 1, "INFO") + rest(from, "");
    }

    /// A request of the callee.
    static String back(String from, String method, int cseq) {
        return method + " sip:a@example.org SIP/2.0\r\n"
                + fields(from, "back", "", cseq, method)
                        .replace("From: <sip:a@example.org>;tag=a", "From: <sip:b@example.org>;tag=b")
                        .replace("To: <sip:b@example.org>", "To: <sip:a@example.org>;tag=a")
                + rest(from, "");
    }

    private static String fields(String host, String branch, String toTag, int cseq, String method) {
        return """
        Via: SIP/2.0/UDP %s:5060;branch=z9hG4bK%s
        Max-Forwards: 70
        From: <sip:a@example.org>;tag=a
        To: <sip:b@example.org>%s
        Call-ID: one
        CSeq: %d %s
        """.formatted(host, branch, toTag.isEmpty() ? "" : ";tag=" + toTag, cseq, method).replace("\n", "\r\n");
    }

    private static String rest(String contact, String more) {
        String field = "Contact: <sip:a@" + contact + ">\r\n";
        return more.startsWith("v=0")
                ? field + "Content-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s".formatted(more.length(), more)
                : field + more + "Content-Length: 0\r\n\r\n";
    }

    static String sdp(String address) {
        return """
        v=0
        o=- 1 1 IN IP4 %1$s
        s=-
        c=IN IP4 %1$s
        t=0 0
        m=audio 4000 RTP/AVP 0
        """.formatted(address).replace("\n", "\r\n");
    }

    SipIndex read() throws IOException {
        Path file = Files.createTempFile("lines", ".pcap");
        try {
            return CaptureIndexer.read(List.of(Files.write(file, pcap.bytes())), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }
}
