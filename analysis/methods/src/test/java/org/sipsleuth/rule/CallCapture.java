package org.sipsleuth.rule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;

/// Calls and registrations written message by message, for tests of rules. A second passes between
/// two messages.
final class CallCapture {

    static final String ALICE = "10.0.0.21";
    static final String BOB = "10.0.0.22";
    static final String PROXY = "10.0.0.1";
    static final String THIRD = "203.0.113.66";
    static final String PHONE = "Phone/1.0";

    /// Behind the Ethernet header.
    private static final int HOPS_AT = 14 + 8;

    private final PcapWriter pcap = new PcapWriter(1);
    private double seconds = 1_700_000_000;
    private String callId = "call-1";
    private String product = PHONE;
    private String callee = "bob";
    private String registrant = "alice";
    private String more = "";
    private String body = "";
    private String via = "";
    private int hops = 64;
    private int branch;
    private int frames;

    /// Time passes.
    CallCapture after(double time) {
        seconds += time;
        return this;
    }

    /// Messages from now on have this Call-ID.
    CallCapture callId(String id) {
        callId = id;
        return this;
    }

    /// Requests from now on are written by this product; empty for none named.
    CallCapture product(String name) {
        product = name;
        return this;
    }

    /// Registrations from now on are of this user.
    CallCapture registrant(String user) {
        registrant = user;
        return this;
    }

    /// Requests from now on are for this user.
    CallCapture callee(String user) {
        callee = user;
        return this;
    }

    /// Packets from now on have this hop limit (TTL).
    CallCapture hops(int limit) {
        hops = limit;
        return this;
    }

    /// The next message has these lines too, each with its line end.
    CallCapture with(String lines) {
        more = lines;
        return this;
    }

    /// The next message asks for media at an address.
    CallCapture media(String address) {
        body = "v=0\r\no=- 1 1 IN IP4 %1$s\r\ns=-\r\nc=IN IP4 %1$s\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n"
                .formatted(address);
        return this;
    }

    /// The next request has these values of Via instead of one of its sender.
    CallCapture via(String... values) {
        via = "Via: " + String.join("\r\nVia: ", values) + "\r\n";
        return this;
    }

    /// Alice calls Bob through the proxy, which stays in the path; he answers.
    CallCapture answered() {
        ringing();
        media(BOB).with("Contact: <sip:bob@%s>\r\n".formatted(BOB));
        response(BOB, PROXY, 200, "INVITE", 2, "a", "b", "1.a");
        media(BOB).with("Contact: <sip:bob@%s>\r\n".formatted(BOB));
        response(PROXY, ALICE, 200, "INVITE", 2, "a", "b", "a");
        within(ALICE, PROXY, "ACK", 2, "a", "b");
        return within(PROXY, BOB, "ACK", 2, "a", "b");
    }

    /// Alice calls Bob through the proxy; it rings.
    CallCapture ringing() {
        media(ALICE).with("Contact: <sip:alice@%s>\r\n".formatted(ALICE));
        via("SIP/2.0/UDP %s;branch=z9hG4bKa".formatted(ALICE));
        request(ALICE, PROXY, "INVITE", 2, "a", "");
        media(ALICE).with("Contact: <sip:alice@%s>\r\n".formatted(ALICE));
        via("SIP/2.0/UDP %s;branch=z9hG4bK1".formatted(PROXY), "SIP/2.0/UDP %s;branch=z9hG4bKa".formatted(ALICE));
        request(PROXY, BOB, "INVITE", 2, "a", "");
        response(BOB, PROXY, 180, "INVITE", 2, "a", "b", "1.a");
        return response(PROXY, ALICE, 180, "INVITE", 2, "a", "b", "a");
    }

    /// A request within the dialog, with a branch of its own.
    CallCapture within(String from, String to, String method, int cseq, String tag, String toTag) {
        return request(from, to, method, cseq, tag, toTag);
    }

    /// A request.
    CallCapture request(String from, String to, String method, int cseq, String tag, String toTag) {
        if (via.isEmpty()) {
            via("SIP/2.0/UDP %s;branch=z9hG4bKown%d".formatted(from, ++branch));
        }
        boolean isRegister = method.equals("REGISTER");
        String uri = isRegister ? "sip:example.org" : "sip:" + callee + "@example.org";
        String start = method + " " + uri;
        String agent = product.isEmpty() ? "" : "User-Agent: " + product + "\r\n";
        return send(from, to, start + " SIP/2.0", via, tag, toTag, cseq, method, agent);
    }

    /// A response to the request with the branch that was used last.
    CallCapture answer(String from, String to, int status, String method, int cseq, String tag, String toTag) {
        String topmost = "Via: SIP/2.0/UDP %s;branch=z9hG4bKown%d\r\n".formatted(to, branch);
        String start = "SIP/2.0 " + status + " Reason";
        return send(from, to, start, topmost, tag, toTag, cseq, method, "");
    }

    /// A response to a request with branches, the topmost first, separated by dots.
    CallCapture response(String from, String to, int status, String method, int cseq, String tag, String toTag,
            String branches) {
        StringBuilder vias = new StringBuilder();
        String host = to;
        for (String each : branches.split("\\.")) {
            vias.append("Via: SIP/2.0/UDP %s;branch=z9hG4bK%s\r\n".formatted(host, each));
            host = ALICE;
        }
        String start = "SIP/2.0 " + status + " Reason";
        return send(from, to, start, vias.toString(), tag, toTag, cseq, method, "");
    }

    private CallCapture send(String from, String to, String start, String vias, String tag, String toTag, int cseq,
            String method, String agent) {
        String text = start + "\r\n" + vias + "Max-Forwards: 70\r\nFrom: <sip:alice@example.org>;tag=" + tag
                + "\r\nTo: <sip:" + (method.equals("REGISTER") ? registrant : callee) + "@example.org>"
                + (toTag.isEmpty() ? "" : ";tag=" + toTag) + "\r\nCall-ID: " + callId + "\r\nCSeq: " + cseq + " "
                + method + "\r\n" + agent + more + (body.isEmpty() ? "" : "Content-Type: application/sdp\r\n")
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
        seconds++;
        long micros = Math.round((seconds - Math.floor(seconds)) * 1e6);
        byte[] packet = Packets.sip(from, to, text);
        packet[HOPS_AT] = (byte) hops;
        pcap.frame((long) seconds, (int) micros, packet);
        frames++;
        more = "";
        body = "";
        via = "";
        return this;
    }

    /// The number of the last frame.
    int frame() {
        return frames;
    }

    private SipIndex index() {
        try {
            Path file = Files.createTempFile("calls", ".pcap");
            try {
                Files.write(file, pcap.bytes());
                return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the rules find of some kind.
    List<Finding> findings(IncidentKind kind) {
        try {
            RuleMethod method = new RuleMethod();
            Detector detector = method.detector(method.shipped());
            return detector.detect(index(), RunMonitor.NONE)
                    .findings()
                    .stream()
                    .filter(each -> each.observation().orElseThrow().kind() == kind)
                    .toList();
        } catch (ModelFormatException shipped) {
            throw new IllegalStateException(shipped);
        }
    }

    /// The only finding of a kind.
    Finding only(IncidentKind kind) {
        List<Finding> findings = findings(kind);
        if (findings.size() != 1) {
            throw new AssertionError(findings.size() + " findings of " + kind.word());
        }
        return findings.getFirst();
    }

    /// The frames of a finding's key messages; the frames are those of the messages, in order.
    static List<Integer> keyFrames(Finding finding) {
        Observation observation = finding.observation().orElseThrow();
        return observation.keys().stream().map(KeyMessage::message).map(m -> m + 1).toList();
    }
}
