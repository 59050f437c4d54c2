package org.sipsleuth.sequence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A capture of dialogs with given sequences of message types, for tests: each message has a CSeq
/// of its own, so that none is a retransmission.
public final class SequenceCapture {

    public static final String CALLER = "192.0.2.1";
    public static final String CALLEE = "192.0.2.9";

    private final PcapWriter pcap = new PcapWriter(1);
    private long second = 1_700_000_000L;
    private int dialogs;

    /// Adds dialogs with a sequence, `INVITE 180 200 ACK`, a message a second.
    public SequenceCapture add(String sequence, int times) {
        return add(sequence, times, CALLER);
    }

    /// Adds dialogs that this host begins.
    public SequenceCapture add(String sequence, int times, String caller) {
        for (int i = 0; i < times; i++) {
            int cseq = 1;
            for (String type : sequence.split(" ")) {
                message(type, cseq++, caller);
            }
            dialogs++;
        }
        return this;
    }

    /// Adds one dialog with a message that is sent twice, as UDP does when no answer comes.
    public SequenceCapture addRepeated(String sequence) {
        int cseq = 1;
        for (String type : sequence.split(" ")) {
            message(type, cseq, CALLER);
            message(type, cseq++, CALLER);
        }
        dialogs++;
        return this;
    }

    private void message(String type, int cseq, String caller) {
        boolean isRequest = !Character.isDigit(type.charAt(0));
        String start = isRequest ? type + " sip:b@example.org SIP/2.0" : "SIP/2.0 " + type + " Reason";
        String text = """
                %s
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%d-%d
                From: <sip:a@example.org>;tag=a
                To: <sip:b@example.org>;tag=b
                Call-ID: %d@example.org
                CSeq: %d %s
                Max-Forwards: 70
                Content-Length: 0

                """.formatted(start, dialogs, cseq, dialogs, cseq, isRequest ? type : "INVITE").replace("\n", "\r\n");
        String from = isRequest ? caller : CALLEE;
        String to = isRequest ? CALLEE : caller;
        byte[] udp = Packets.udp(5060, 5060, text.getBytes(StandardCharsets.UTF_8));
        byte[] frame = Packets.ethernet(0x0800, Packets.ipv4(from, to, 17, udp));
        pcap.frame(second++, 0, frame);
    }

    /// Time passes.
    public SequenceCapture after(long seconds) {
        second += seconds;
        return this;
    }

    /// Reads it.
    public SipIndex index() {
        try {
            Path file = Files.createTempFile("sequences", ".pcap");
            try {
                return CaptureIndexer.read(List.of(pcap.write(file)), RunMonitor.NONE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
