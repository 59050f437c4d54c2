package org.sipsleuth.view.ui;

import java.net.InetSocketAddress;
import java.util.List;

/// Calls for tests to look at, through a proxy and with all that can happen to them.
public final class SampleCalls {

    /// The moment of the first message.
    public static final long START = 1_795_168_800_000_000_000L;

    private static final long MILLI = 1_000_000L;
    private static final InetSocketAddress PROXY = new InetSocketAddress("10.0.0.5", 5060);

    private static final String FIRST_TAG = "1928301774";

    private final PcapFile file = new PcapFile();
    private String tag = FIRST_TAG;
    private long now = START;

    /// A number of calls that end in different ways.
    public static PcapFile calls(int count) {
        SampleCalls calls = new SampleCalls();
        for (int i = 0; i < count; i++) {
            calls.call(i);
        }
        return calls.file;
    }

    /// Calls of which every third has the Call-ID of one that was completed before it.
    public static PcapFile reused(int count) {
        SampleCalls calls = new SampleCalls();
        for (int i = 0; i < count; i++) {
            String id = "call-" + i + "@10.1.0.1";
            calls.completed(id, "+4930123456", "+491701234567");
            calls.now += 60_000 * MILLI;
            if (i % 3 == 0) {
                calls.tag = "second";
                calls.completed(id, "+4930123456", "+491701234567");
                calls.tag = FIRST_TAG;
                calls.now += 60_000 * MILLI;
            }
        }
        return calls.file;
    }

    /// One dialog of this many messages between two hosts.
    public static PcapFile longDialog(int messages) {
        SampleCalls calls = new SampleCalls();
        for (int i = 0; i < messages; i += 2) {
            String rest = headers("long", "alice", "bob", i + 1, "INFO");
            calls.send(7, host(1), host(2), "INFO sip:bob@example.com SIP/2.0\r\n" + rest);
            calls.send(3, host(2), host(1), "SIP/2.0 200 OK\r\n" + rest);
        }
        return calls.file;
    }

    /// One dialog of this many messages all over this many hosts.
    public static PcapFile mesh(int messages, int hosts) {
        SampleCalls calls = new SampleCalls();
        for (int i = 0; i < messages; i += 2) {
            String rest = via(i) + headers("mesh", "alice", "bob", i + 1, "INFO");
            InetSocketAddress from = host(1 + i / 2 % hosts);
            InetSocketAddress to = host(1 + (i / 2 * 7 + 1) % hosts);
            calls.send(7, from, to, "INFO sip:bob@example.com SIP/2.0\r\n" + rest);
            calls.send(3, to, from, "SIP/2.0 200 OK\r\n" + rest);
        }
        return calls.file;
    }

    /// One dialog between this many hosts, each passing the request on.
    public static PcapFile manyHosts(int hosts) {
        SampleCalls calls = new SampleCalls();
        String rest = headers("many", "alice", "bob", 1, "INVITE");
        for (int i = 0; i + 1 < hosts; i++) {
            String line = "INVITE sip:bob@example.com SIP/2.0\r\n";
            calls.send(2, host(i + 1), host(i + 2),
                    line + "Via: SIP/2.0/UDP h" + i + ";branch=z9hG4bK" + i + "\r\n" + rest);
        }
        for (int i = hosts - 1; i > 0; i--) {
            String line = "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h" + i + ";branch=z9hG4bK" + i;
            calls.send(2, host(i + 1), host(i), line + "\r\n" + rest);
        }
        return calls.file;
    }

    private void call(int number) {
        String id = "%08x-%04x@10.1.%d.%d".formatted(number * 2_654_435_761L & 0xffff_ffffL, number, number % 3,
                number % 200);
        String from = List.of("alice", "carol", "erin", "+4930123456").get(number % 4);
        String to = List.of("bob", "dave", "frank", "echo", "+491701234567").get(number % 5);
        now += 137 * MILLI;
        switch (number % 7) {
            case 0 -> register(id, from);
            case 1 -> refused(id, from, to, "486 Busy Here");
            case 2 -> cancelled(id, from, to);
            case 3 -> refused(id, from, to, "503 Service Unavailable");
            case 4 -> broken(id, from, to);
            default -> completed(id, from, to);
        }
    }

    private void completed(String id, String from, String to) {
        request(id, from, to, "INVITE", 1, true);
        reply(id, from, to, "100 Trying", 1, "INVITE", false);
        now += 500 * MILLI;
        request(id, from, to, "INVITE", 1, true);
        send(12, PROXY, callee(to), line("INVITE", to) + via(2)
                + headers(id, from, to, 1, "INVITE").replace("Content-Length: 0\r\n\r\n", sdp()));
        send(160, callee(to), PROXY, "SIP/2.0 180 Ringing\r\n" + via(2) + headers(id, from, to, 1, "INVITE"));
        reply(id, from, to, "180 Ringing", 1, "INVITE", false);
        now += 2_400 * MILLI;
        send(5, callee(to), PROXY, "SIP/2.0 200 OK\r\n" + via(2)
                + headers(id, from, to, 1, "INVITE").replace("Content-Length: 0\r\n\r\n", sdp()));
        reply(id, from, to, "200 OK", 1, "INVITE", true);
        request(id, from, to, "ACK", 1, false);
        now += 31_000 * MILLI;
        request(id, from, to, "BYE", 2, false);
        reply(id, from, to, "200 OK", 2, "BYE", false);
    }

    private void register(String id, String user) {
        request(id, user, user, "REGISTER", 1, false);
        reply(id, user, user, "401 Unauthorized", 1, "REGISTER", false);
        request(id, user, user, "REGISTER", 2, false);
        reply(id, user, user, "200 OK", 2, "REGISTER", false);
        send(9, PROXY, PROXY, "OPTIONS sip:proxy SIP/2.0\r\n" + via(9) + headers(id, user, user, 3, "OPTIONS"));
    }

    private void refused(String id, String from, String to, String status) {
        request(id, from, to, "INVITE", 1, true);
        reply(id, from, to, "100 Trying", 1, "INVITE", false);
        reply(id, from, to, status, 1, "INVITE", false);
        request(id, from, to, "ACK", 1, false);
    }

    private void cancelled(String id, String from, String to) {
        request(id, from, to, "INVITE", 1, true);
        reply(id, from, to, "183 Session Progress", 1, "INVITE", true);
        now += 4_000 * MILLI;
        request(id, from, to, "CANCEL", 1, false);
        reply(id, from, to, "200 OK", 1, "CANCEL", false);
        reply(id, from, to, "487 Request Terminated", 1, "INVITE", false);
        request(id, from, to, "ACK", 1, false);
    }

    private void broken(String id, String from, String to) {
        String text = line("INVITE", to) + via(1)
                + headers(id, from, to, 1, "INVITE").replace("Max-Forwards: 70\r\n", "Max-Forwards: many\r\n")
                        .replace("Call-ID:", "i:")
                        .replace("CSeq: 1 INVITE", "CSeq: 1 \u001b[31mBYE");
        send(3, caller(from), PROXY, text);
        reply(id, from, to, "302 Moved Temporarily", 1, "INVITE", false);
    }

    private void request(String id, String from, String to, String method, int cseq, boolean sdp) {
        String headers = headers(id, from, to, cseq, method);
        String text = line(method, to) + via(1) + (sdp ? headers.replace("Content-Length: 0\r\n\r\n", sdp()) : headers);
        send(4, caller(from), PROXY, text);
    }

    private void reply(String id, String from, String to, String status, int cseq, String method, boolean sdp) {
        String headers = headers(id, from, to, cseq, method);
        String text = "SIP/2.0 " + status + "\r\n" + via(1)
                + (sdp ? headers.replace("Content-Length: 0\r\n\r\n", sdp()) : headers);
        send(6, PROXY, caller(from), text);
    }

    private void send(long millis, InetSocketAddress from, InetSocketAddress to, String text) {
        now += millis * MILLI + 4_211;
        file.add(now, from, to, text.replace("tag=" + FIRST_TAG, "tag=" + tag));
    }

    private static String line(String method, String to) {
        return method + " sip:" + to + "@example.com SIP/2.0\r\n";
    }

    private static String via(int hop) {
        return "Via: SIP/2.0/UDP 10.0.0." + hop + ":5060;branch=z9hG4bK776asdhds" + hop + ";rport\r\n";
    }

    private static String headers(String id, String from, String to, int cseq, String method) {
        return "Max-Forwards: 70\r\nFrom: \"" + from + " Müller\" <sip:" + from + "@example.com;transport=udp>;tag="
                + FIRST_TAG + "\r\nTo: <sip:" + to + "@example.com>\r\nCall-ID: " + id + "\r\nCSeq: " + cseq + " "
                + method + "\r\nContact: <sip:" + from + "@10.0.0.1:5060>\r\nUser-Agent: SampleUA/2." + from.length()
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static String sdp() {
        String body = "v=0\r\no=- 3724394400 1 IN IP4 10.0.0.1\r\ns=call\r\nc=IN IP4 10.0.0.1\r\n"
                + "t=0 0\r\nm=audio 49170 RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\n"
                + "a=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=sendrecv\r\n";
        return "Content-Type: application/sdp\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static InetSocketAddress caller(String user) {
        return new InetSocketAddress("10.1.0." + (10 + user.length()), 5060);
    }

    private static InetSocketAddress callee(String user) {
        return new InetSocketAddress("192.168.7." + (20 + user.length()), 5062);
    }

    private static InetSocketAddress host(int number) {
        return new InetSocketAddress("172.16.0." + number, 5060);
    }
}
