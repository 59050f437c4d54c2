package org.sipsleuth.dialog.leg;

import java.util.ArrayList;
import java.util.List;

/// One leg of a call for tests, whose parts can be chosen: by default it is answered after 2 s and
/// ends after 5 s.
final class TestLeg {

    private final String callId;
    private final String from;
    private final String to;
    private String calling = "4930111111";
    private String called = "4930222222";
    private String fields = "";
    private String offer = "";
    private String answer = "";
    private double start;
    private double delay;
    private int status = 200;
    private double answerAfter = 2;
    private double endAfter = 5;
    private boolean endedByCallee;

    /// A message of the leg.
    record Sent(double at, String from, String to, String text) {}

    /// @param from the address of who calls
    /// @param to that of who is called
    TestLeg(String callId, String from, String to) {
        this.callId = callId;
        this.from = from;
        this.to = to;
    }

    /// When it begins, in seconds.
    TestLeg at(double seconds) {
        start = seconds;
        return this;
    }

    /// Everything happens that much later (requests) and earlier (responses) than in the
    /// leg before.
    TestLeg handedOnAfter(double seconds) {
        delay = seconds;
        return this;
    }

    TestLeg calling(String user) {
        calling = user;
        return this;
    }

    TestLeg called(String user) {
        called = user;
        return this;
    }

    /// More header lines of the INVITE.
    TestLeg with(String line) {
        fields += line + "\r\n";
        return this;
    }

    /// The media addresses: `192.0.2.1 4000`.
    TestLeg media(String offered, String answered) {
        offer = offered;
        answer = answered;
        return this;
    }

    /// How it is answered.
    TestLeg answered(int code) {
        status = code;
        return this;
    }

    TestLeg answeredAfter(double seconds) {
        answerAfter = seconds;
        return this;
    }

    TestLeg endedAfter(double seconds) {
        endAfter = seconds;
        return this;
    }

    TestLeg endedByCallee() {
        endedByCallee = true;
        return this;
    }

    /// Its messages in order.
    List<Sent> messages() {
        List<Sent> sent = new ArrayList<>();
        double invite = start + delay;
        double decided = start + answerAfter - delay;
        sent.add(new Sent(invite, from, to, request("INVITE", 1, "", fields, offer)));
        sent.add(new Sent(decided - 1, to, from, response(180, "INVITE", 1, "")));
        sent.add(new Sent(decided, to, from, response(status, "INVITE", 1, answer)));
        sent.add(new Sent(decided + 0.0001, from, to, request("ACK", 1, ";tag=b", "", "")));
        if (status == 200) {
            double end = start + endAfter + (endedByCallee ? -delay : delay);
            String a = endedByCallee ? to : from;
            String b = endedByCallee ? from : to;
            sent.add(new Sent(end, a, b, request("BYE", 2, ";tag=b", "", "")));
            sent.add(new Sent(end + 0.0001, b, a, response(200, "BYE", 2, "")));
        }
        return sent;
    }

    /// A request within the leg.
    Sent within(double at, String method, String lines) {
        return new Sent(at, from, to, request(method, 3, ";tag=b", lines + "\r\n", ""));
    }

    private String request(String method, int cseq, String tag, String more, String media) {
        return "%s sip:%s@example.org SIP/2.0\r\n".formatted(method, called) + fields(method, cseq, tag) + more
                + body(media);
    }

    private String response(int code, String method, int cseq, String media) {
        return "SIP/2.0 %d Reason\r\n".formatted(code) + fields(method, cseq, ";tag=b") + body(media);
    }

    private String fields(String method, int cseq, String tag) {
        return """
               Via: SIP/2.0/UDP %s;branch=z9hG4bK%s%d%s
               Max-Forwards: 70
               From: <sip:%s@example.org>;tag=a%s
               To: <sip:%s@example.org>%s
               Call-ID: %s
               CSeq: %d %s
               """
                .formatted(from, Integer.toHexString(callId.hashCode()), cseq, method.equals("ACK") ? "A" : "", calling,
                        callId, called, tag, callId, cseq, method)
                .replace("\n", "\r\n");
    }

    private static String body(String media) {
        if (media.isEmpty()) {
            return "Content-Length: 0\r\n\r\n";
        }
        String[] words = media.split(" ", -1);
        String sdp = """
                v=0
                o=- 1 1 IN IP4 %s
                s=-
                c=IN IP4 %s
                t=0 0
                m=audio %s RTP/AVP 0 8
                """.formatted(words[0], words[0], words[1]).replace("\n", "\r\n");
        return "Content-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s".formatted(sdp.length(), sdp);
    }
}
