package org.sipsleuth.dialog.outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.GrowingIndex;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A dialog between two hosts written as a line, as in docs/OUTCOMES.md: `INVITE 180 200 ACK ←BYE
/// 200`.
///
/// A request comes from the caller, with `←` from the callee. A response answers the latest request
/// without final response; one that no request waits for answers the last INVITE. `×3` sends a
/// message three times in all, at the intervals of RFC 3261; `[40 s]` lets time pass; `re-INVITE`
/// has a tag in To, as every request has once the INVITE is answered; `{Name: value}` adds a header
/// field, `{sdp lines}` a session description whose lines are separated by `|`, `{frag line}` a
/// `message/sipfrag` with a status line, `{phrase words}` the reason phrase of a response; `200/c` has another To tag. A 2xx to INVITE has a Contact. Messages
/// come 0.1 s apart; those in brackets, `(BYE)`, were not captured.
final class Flow {

    static final String CALLER = "192.0.2.1";
    static final String CALLEE = "192.0.2.9";

    private static final Pattern TOKEN = Pattern
            .compile("\\[([\\d.]+) s]|\\(?(←?)(re-)?([A-Z]+|\\d{3})(?:/(\\w+))?(?:×(\\d+))?(?:\\{([^}]*)})?\\)?");
    static final long START = 1_700_000_000L;
    private static final int MICROS = 1_000_000;
    private static final String PHRASE = "phrase ";
    private static final String FRAGMENT = "frag ";

    private record Request(String method, int cseq, String branch, boolean isBack) {}

    private final PcapWriter pcap = new PcapWriter(1);
    private final Deque<Request> open = new ArrayDeque<>();
    private final List<Request> invites = new ArrayList<>();
    private double now;
    private double latest;
    private int cseq;
    private int backCseq = 100;
    private boolean isAnswered;
    private boolean isLost;
    private boolean isRewritten;
    private int sent;

    /// The capture of a line, with another message where it ends in a pause.
    static SipIndex read(String line) throws IOException {
        return index(bytes(line));
    }

    /// The same as a device writes it that gives every message a branch of its own.
    static SipIndex readRewritten(String line) throws IOException {
        Flow flow = new Flow();
        flow.isRewritten = true;
        return index(flow.play(line));
    }

    private static SipIndex index(byte[] capture) throws IOException {
        Path file = Files.write(Files.createTempFile("flow", ".pcap"), capture);
        try {
            return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }

    /// The same while the capture still grows.
    static SipIndex readLive(String line) throws IOException {
        Path file = Files.write(Files.createTempFile("flow", ".pcap"), bytes(line));
        try {
            GrowingIndex growing = new GrowingIndex();
            growing.add(CaptureFile.open(file, RunMonitor.NONE), KeyLog.read(List.of()));
            growing.read(0);
            return growing.index(true);
        } finally {
            Files.delete(file);
        }
    }

    /// The bytes of the capture.
    static byte[] bytes(String line) {
        return new Flow().play(line);
    }

    private byte[] play(String line) {
        Matcher token = TOKEN.matcher(line);
        int at = 0;
        while (token.find()) {
            if (!line.substring(at, token.start()).isBlank()) {
                throw new IllegalArgumentException(line.substring(at));
            }
            at = token.end();
            if (token.group(1) != null) {
                now += Double.parseDouble(token.group(1)) - 0.1;
            } else {
                isLost = token.group().startsWith("(");
                add(token);
            }
        }
        if (line.endsWith("]")) {
            isLost = false;
            end();
        }
        return pcap.bytes();
    }

    private void add(Matcher token) {
        boolean isBack = !token.group(2).isEmpty();
        boolean isWithin = token.group(3) != null;
        String type = token.group(4);
        String tag = token.group(5) == null ? "b" : token.group(5);
        int times = token.group(6) == null ? 1 : Integer.parseInt(token.group(6));
        String more = token.group(7) == null ? "" : token.group(7) + "\r\n";
        if (Character.isDigit(type.charAt(0))) {
            respond(Integer.parseInt(type), tag, times, more);
        } else {
            request(type, isBack, isWithin, tag, times, more);
        }
    }

    private void request(String method, boolean isBack, boolean isWithin, String tag, int times, String more) {
        Request request = next(method, isBack);
        if (!method.equals("ACK")) {
            open.push(request);
        }
        if (method.equals("INVITE")) {
            invites.add(request);
        }
        boolean hasTag = isWithin || isBack || method.equals("ACK") || method.equals("BYE")
                || (isAnswered && !method.equals("CANCEL"));
        String line = method + " sip:" + (isBack ? "a" : "b") + "@example.org SIP/2.0\r\n";
        send(request, line, hasTag ? tag : "", times, !isBack, more);
    }

    /// ACK and CANCEL belong to the last INVITE (RFC 3261 §9.1, §13.2.2.4, §17.1.1.3).
    private Request next(String method, boolean isBack) {
        Request invite = invites.isEmpty() ? null : invites.getLast();
        boolean isOfInvite = method.equals("CANCEL") || (method.equals("ACK") && !isAnswered);
        if (invite != null && isOfInvite) {
            return new Request(method, invite.cseq(), invite.branch(), invite.isBack());
        }
        if (invite != null && method.equals("ACK")) {
            return new Request(method, invite.cseq(), "ack" + invite.cseq(), invite.isBack());
        }
        int number = isBack ? ++backCseq : ++cseq;
        return new Request(method, number, method + number, isBack);
    }

    private void respond(int status, String tag, int times, String more) {
        boolean isOfInvite = open.isEmpty() && !invites.isEmpty();
        Request lost = isOfInvite ? invites.getLast() : new Request("INVITE", 1, "lost", false);
        Request request = open.isEmpty() ? lost : open.peek();
        if (status >= 200 && !open.isEmpty()) {
            open.pop();
        }
        if (status / 100 == 2 && request.method().equals("INVITE")) {
            isAnswered = true;
        }
        boolean hasPhrase = more.startsWith(PHRASE);
        String phrase = hasPhrase ? more.strip().substring(PHRASE.length()) : "Reason";
        String line = "SIP/2.0 " + status + " " + phrase + "\r\n";
        boolean isAnswer = status / 100 == 2 && request.method().equals("INVITE") && !more.contains("Contact:");
        String contact = "Contact: <sip:b@" + (request.isBack() ? CALLER : CALLEE) + ">\r\n";
        send(request, line + (isAnswer ? contact : ""), status > 100 ? tag : "", times, request.isBack(),
                hasPhrase ? "" : more);
    }

    private void send(Request request, String line, String tag, int times, boolean isFromCaller, String more) {
        String from = request.isBack() ? "<sip:b@example.org>;tag=b" : "<sip:a@example.org>;tag=a";
        String to = request.isBack() ? "<sip:a@example.org>;tag=a"
                : "<sip:b@example.org>" + (tag.isEmpty() ? "" : ";tag=" + tag);
        String text =
                line + "Via: SIP/2.0/UDP host:5060;branch=z9hG4bK" + (isRewritten ? "own" + sent++ : request.branch())
                        + "\r\nFrom: " + from + "\r\nTo: " + to + "\r\nCall-ID: one@example.org\r\nCSeq: "
                        + request.cseq() + " " + request.method() + "\r\n" + end(more);
        byte[] packet = Packets.sip(isFromCaller ? CALLER : CALLEE, isFromCaller ? CALLEE : CALLER, text);
        double interval = 0.5;
        boolean isInvite = line.startsWith("INVITE");
        double at = now;
        for (int i = 0; i < times; i++) {
            frame(at, packet);
            at += interval;
            interval = isInvite ? interval * 2 : Math.min(4, interval * 2);
        }
        now = latest + 0.1;
    }

    /// The rest of a message: a header field, or a session description.
    private static String end(String more) {
        if (more.startsWith(FRAGMENT)) {
            String fragment = more.substring(FRAGMENT.length());
            return "Event: refer\r\nContent-Type: message/sipfrag;version=2.0\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(fragment.length(), fragment);
        }
        if (!more.startsWith("sdp ")) {
            return more + (more.startsWith("Content-Length:") ? "\r\n" : "Content-Length: 0\r\n\r\n");
        }
        String body = "v=0\r\n" + more.substring("sdp ".length()).replace("|", "\r\n");
        return "Content-Type: application/sdp\r\nContent-Length: %d\r\n\r\n%s".formatted(body.length(), body);
    }

    private void end() {
        String text = """
                OPTIONS sip:c@example.org SIP/2.0
                Via: SIP/2.0/UDP host:5060;branch=z9hG4bKother
                From: <sip:d@example.org>;tag=d
                To: <sip:c@example.org>
                Call-ID: other@example.org
                CSeq: 1 OPTIONS
                Content-Length: 0

                """.replace("\n", "\r\n");
        frame(now, Packets.sip("192.0.2.77", "192.0.2.78", text));
    }

    private void frame(double at, byte[] packet) {
        long second = START + (long) at;
        latest = Math.max(latest, at);
        if (isLost) {
            return;
        }
        pcap.frame(second, (int) Math.round((at - Math.floor(at)) * MICROS) % MICROS, packet);
    }
}
