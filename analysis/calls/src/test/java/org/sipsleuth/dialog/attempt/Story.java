package org.sipsleuth.dialog.attempt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// What happened between hosts, message by message with its time in ms, as a capture for tests.
public final class Story {

    public static final String CALLER = "192.0.2.1";
    public static final String PROXY = "192.0.2.5";
    public static final String CALLEE = "192.0.2.9";

    /// The second of time 0.
    public static final long START = 1_700_000_000L;

    private static final int MILLIS = 1_000;

    private final PcapWriter pcap = new PcapWriter(1);
    private long now;
    private String callId = "one@192.0.2.1";

    /// Messages from now on have this Call-ID.
    public Story callId(String id) {
        callId = id;
        return this;
    }

    /// The next message comes so many ms after the beginning.
    public Story at(long millis) {
        now = millis;
        return this;
    }

    /// A request of the caller that begins something.
    public Story asks(String method, int cseq) {
        return request(CALLER, CALLEE, method, cseq, method + cseq, "");
    }

    /// The callee's response to it.
    public Story says(int status, String method, int cseq) {
        return response(CALLEE, CALLER, status, method, cseq, method + cseq, "");
    }

    /// A whole call: set-up after 200 ms, answer after 1 s, BYE after `millis`, its 200 50 ms
    /// later.
    public Story call(String id, long from, long millis) {
        callId(id).at(from).asks("INVITE", 1);
        at(from + 200).says(180, "INVITE", 1).at(from + 1_000).says(200, "INVITE", 1);
        at(from + millis).request(CALLER, CALLEE, "BYE", 2, "BYE2", "");
        return at(from + millis + 50).says(200, "BYE", 2);
    }

    public Story request(String from, String to, String method, int cseq, String branch, String more) {
        boolean isWithin = method.equals("BYE") || method.equals("ACK");
        String line = "%s sip:b@example.org SIP/2.0\r\n".formatted(method);
        return send(from, to, line + fields(branch, cseq, method, isWithin ? ";tag=b" : ""), more);
    }

    public Story response(String from, String to, int status, String method, int cseq, String branch, String more) {
        String line = "SIP/2.0 %d Reason\r\n".formatted(status);
        return send(from, to, line + fields(branch, cseq, method, ";tag=b"), more);
    }

    /// Any text as a message.
    public Story send(String from, String to, String text, String more) {
        pcap.frame(START + Math.floorDiv(now, MILLIS), (int) Math.floorMod(now, (long) MILLIS) * MILLIS,
                Packets.sip(from, to, text + more + "Content-Length: 0\r\n\r\n"));
        return this;
    }

    private String fields(String branch, int cseq, String method, String toTag) {
        return """
               Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%s
               From: "A. Caller" <sip:a@example.org>;tag=a
               To: <sip:b@example.org>%s
               Call-ID: %s
               CSeq: %d %s
               """.formatted(branch, toTag, callId, cseq, method).replace("\n", "\r\n");
    }

    /// The capture read.
    public SipIndex read() throws IOException {
        Path file = Files.createTempFile("story", ".pcap");
        try {
            return CaptureIndexer.read(List.of(Files.write(file, pcap.bytes())), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }
}
