package org.sipsleuth.belief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A capture of messages between an attacker and a server, for tests; the clock is still until it
/// is reported to go on.
public final class BeliefCapture {

    public static final String SOURCE = "203.0.113.66";
    public static final String SERVER = "192.0.2.1";

    private static final long SECOND = 1_000_000_000L;

    private final List<Sent> sent = new ArrayList<>();
    private long nanos = 1_700_000_000L * SECOND;
    private String callId = "one@example.org";
    private String uri = "sip:b@example.org";
    private String source = SOURCE;
    private int cseq = 1;
    private List<String> vias = List.of();
    private String more = "";
    private String body = "";

    private record Sent(long nanos, byte[] frame) {}

    /// Time passes.
    public BeliefCapture after(double seconds) {
        nanos += Math.round(seconds * SECOND);
        return this;
    }

    /// Messages from now on belong to this dialog.
    public BeliefCapture callId(String id) {
        callId = id;
        return this;
    }

    /// Requests from now on go to this URI.
    public BeliefCapture uri(String text) {
        uri = text;
        return this;
    }

    /// Requests from now on are sent by this host, and responses go there.
    public BeliefCapture source(String host) {
        source = host;
        return this;
    }

    /// Messages from now on have this CSeq number.
    public BeliefCapture cseq(int number) {
        cseq = number;
        return this;
    }

    /// Messages from now on have these Vias, the topmost first, instead of one of their source.
    public BeliefCapture vias(String... values) {
        vias = List.of(values);
        return this;
    }

    /// Messages from now on have these header lines too, each with its line end.
    public BeliefCapture more(String lines) {
        more = lines;
        return this;
    }

    /// Messages from now on have this body.
    public BeliefCapture body(String text) {
        body = text;
        return this;
    }

    /// The source sends a request.
    public BeliefCapture request(String method) {
        String toTag = List.of("ACK", "BYE").contains(method) ? ";tag=b" : "";
        return send(source, SERVER, method + " " + uri + " SIP/2.0", method, toTag);
    }

    /// The server responds.
    public BeliefCapture response(int status, String method) {
        return send(SERVER, source, "SIP/2.0 " + status + " Reason", method, ";tag=b");
    }

    /// Several messages: a number is a response to the last INVITE unless written `200:BYE`.
    public BeliefCapture talk(String sequence) {
        for (String word : sequence.split(" ")) {
            if (Character.isDigit(word.charAt(0))) {
                String[] parts = word.split(":");
                response(Integer.parseInt(parts[0]), parts.length > 1 ? parts[1] : "INVITE");
            } else {
                request(word);
            }
        }
        return this;
    }

    private BeliefCapture send(String from, String to, String start, String method, String toTag) {
        List<String> all = vias.isEmpty()
                ? List.of("SIP/2.0/UDP %s:5060;branch=z9hG4bK%s-%d".formatted(source, callId.hashCode(), cseq))
                : vias;
        StringBuilder text = new StringBuilder(start).append("\r\n");
        all.forEach(via -> text.append("Via: ").append(via).append("\r\n"));
        text.append("From: <sip:a@example.org>;tag=a\r\n");
        text.append("To: <").append(uri).append(">").append(toTag).append("\r\n");
        text.append("Call-ID: ").append(callId).append("\r\n");
        text.append("CSeq: ").append(cseq).append(' ').append(method).append("\r\n");
        text.append("Max-Forwards: 70\r\n").append(more);
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        byte[] udp = Packets.udp(5060, 5060, text.toString().getBytes(StandardCharsets.ISO_8859_1));
        sent.add(new Sent(nanos, Packets.ethernet(0x0800, Packets.ipv4(from, to, 17, udp))));
        return this;
    }

    /// How many messages there are.
    public int size() {
        return sent.size();
    }

    /// Reads it.
    public SipIndex read(Path folder) {
        return read(folder, IntStream.range(0, sent.size()).boxed().toList());
    }

    /// Reads it with its messages in another order.
    public SipIndex read(Path folder, List<Integer> order) {
        PcapWriter pcap = new PcapWriter(1);
        for (int i : order) {
            Sent each = sent.get(i);
            pcap.frame(each.nanos() / SECOND, (int) (each.nanos() % SECOND / 1000), each.frame());
        }
        try {
            Path file = Files.createTempFile(folder, "belief", ".pcap");
            Files.write(file, pcap.bytes());
            return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The trace of paper 4, §4.2: nine dialogs, five seconds between the queries.
    public static BeliefCapture paper() {
        BeliefCapture capture = new BeliefCapture();
        String[] dialogs = {
            "INVITE 404 ACK",
            "INVITE 484 ACK",
            "INVITE 100 503 ACK",
            "INVITE 100 180 CANCEL 200:CANCEL 487 ACK",
            "INVITE 404 ACK",
            "INVITE 484 ACK",
            "INVITE 100 503 ACK",
            "INVITE 100 180 200 ACK BYE 200:BYE",
            "INVITE 404 ACK"};
        for (int i = 0; i < dialogs.length; i++) {
            capture.callId(i + "@example.org").uri("sip:" + (1000 + i) + "@example.org");
            capture.talk(dialogs[i]).after(5);
        }
        return capture;
    }
}
