package org.sipsleuth.bench.capture;

import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes the messages of one dialog, as RFC 3261 wants them: branches, tags and CSeq fit.
final class MessageText {

    private static final HexFormat HEX = HexFormat.of();
    private static final int USERS = 5_000;
    private static final Map<String, String> REASONS =
            Map.of(
                    "100", "Trying",
                    "180", "Ringing",
                    "200", "OK",
                    "401", "Unauthorized",
                    "404", "Not Found",
                    "407", "Proxy Authentication Required",
                    "487", "Request Terminated");

    /// A request that was sent, as far as its responses repeat it.
    private record Sent(String method, int cseq, String branch, boolean byCaller) {}

    private final RandomGenerator random;
    private final String caller;
    private final String callee;
    private final String callerHost;
    private final String calleeHost;
    private final String callId;
    private final String fromTag;
    private final String toTag;
    private final int mediaPort;

    private int lastCseq;
    private String lastStatus = "";
    private boolean fromCaller;
    private Sent invite = new Sent("", 0, "", true);
    private Sent request = invite;

    MessageText(
            long number,
            int callerAddress,
            int calleeAddress,
            int mediaPort,
            RandomGenerator random) {
        this.random = random;
        this.caller = user();
        this.callee = user();
        this.callerHost = address(callerAddress);
        this.calleeHost = address(calleeAddress);
        this.callId = hex() + HEX.toHexDigits((int) number) + "@" + callerHost;
        this.fromTag = hex();
        this.toTag = hex();
        this.mediaPort = mediaPort;
    }

    /// The next message.
    String next(Flow.Step step) {
        return step.isRequest() ? request(step) : response(step.what());
    }

    /// Whether the caller sends the message that was given last.
    boolean isFromCaller() {
        return fromCaller;
    }

    private String request(Flow.Step step) {
        String method = step.what();
        boolean ack = method.equals("ACK");
        boolean ofInvite = ack || method.equals("CANCEL");
        boolean sameBranch = ofInvite && !(ack && lastStatus.equals("200"));
        Sent sent =
                new Sent(
                        method,
                        ofInvite ? invite.cseq : ++lastCseq,
                        sameBranch ? invite.branch : "z9hG4bK" + hex(),
                        !step.fromCallee());
        if (!ack) {
            request = sent;
        }
        if (method.equals("INVITE")) {
            invite = sent;
        }
        fromCaller = sent.byCaller;
        boolean answered = !lastStatus.isEmpty() && !method.equals("CANCEL");
        boolean tagged = answered && !method.equals("INVITE") && !method.equals("REGISTER");
        String line = method + " sip:" + (fromCaller ? callee : caller) + "@example.org SIP/2.0";
        boolean again = answered && !tagged;
        return message(
                line,
                sent,
                tagged,
                again ? credentials() : "",
                method.equals("INVITE") ? sdp(callerHost) : "");
    }

    private String response(String status) {
        lastStatus = status;
        Sent answered = status.equals("487") ? invite : request;
        fromCaller = !answered.byCaller;
        boolean withSdp = status.equals("200") && answered.method.equals("INVITE");
        return message(
                "SIP/2.0 " + status + " " + REASONS.get(status),
                answered,
                !status.equals("100"),
                status.startsWith("40") && !status.equals("404") ? challenge(status) : "",
                withSdp ? sdp(calleeHost) : "");
    }

    /// @param of the message, or the request that it answers
    private String message(String line, Sent of, boolean tagged, String more, String body) {
        String its = of.byCaller ? callerHost : calleeHost;
        String here = fromCaller ? callerHost : calleeHost;
        String from = of.byCaller ? party(caller, fromTag) : party(callee, toTag);
        String to = of.byCaller ? callee : caller;
        String tag = of.byCaller ? toTag : fromTag;
        String contact = (fromCaller ? caller : callee) + "@" + here;
        String type = body.isEmpty() ? "" : "\r\nContent-Type: application/sdp";
        return String.join(
                "\r\n",
                line,
                "Via: SIP/2.0/UDP " + its + ":5060;branch=" + of.branch + ";rport",
                "Max-Forwards: 70",
                "From: " + from,
                "To: <sip:" + to + "@example.org>" + (tagged ? ";tag=" + tag : ""),
                "Call-ID: " + callId,
                "CSeq: " + of.cseq + " " + of.method,
                "Contact: <sip:" + contact + ":5060;transport=udp>",
                "User-Agent: SipSleuth-Bench/1.0",
                "Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, MESSAGE" + more + type,
                "Content-Length: " + body.length(),
                "",
                body);
    }

    private static String party(String user, String tag) {
        return "\"" + user + "\" <sip:" + user + "@example.org>;tag=" + tag;
    }

    private String sdp(String host) {
        long session = random.nextLong(1L << 31);
        return "v=0\r\no=- %d %d IN IP4 %s\r\ns=-\r\nc=IN IP4 %s\r\nt=0 0\r\n"
                        .formatted(session, session, host, host)
                + "m=audio %d RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\n".formatted(mediaPort)
                + "a=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n";
    }

    private String challenge(String status) {
        return "\r\n%s-Authenticate: Digest realm=\"example.org\",nonce=\"%s\",algorithm=MD5"
                .formatted(status.equals("407") ? "Proxy" : "WWW", digest());
    }

    private String credentials() {
        return ("\r\n%sAuthorization: Digest username=\"%s\",realm=\"example.org\",nonce=\"%s\","
                        + "uri=\"sip:example.org\",response=\"%s\",algorithm=MD5")
                .formatted(lastStatus.equals("407") ? "Proxy-" : "", caller, digest(), digest());
    }

    private String user() {
        return "u" + random.nextInt(USERS);
    }

    private String hex() {
        return HEX.toHexDigits(random.nextInt());
    }

    private String digest() {
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }

    private static String address(int number) {
        return IntStream.of(24, 16, 8, 0)
                .mapToObj(shift -> String.valueOf((number >>> shift) & 0xff))
                .collect(Collectors.joining("."));
    }
}
