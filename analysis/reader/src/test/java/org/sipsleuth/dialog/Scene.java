package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.run.RunMonitor;

/// Messages between hosts with all that distinguishes dialogs and transactions, as a capture for
/// tests. Records are written in the order of the calls, whatever their times are.
///
/// Hosts have names of one letter: `a` and `b` the parties, `x` and `y` proxies, `v` an address
/// behind which a destination NAT has `p`, `n` the address that `a` has there.
public final class Scene {

    /// What carries the messages.
    public enum Way {
        UDP,
        UDP_OVER_IPV6,
        TCP,
        /// Reports of HEP 3, whose own time is that of the message and whose frames come 10 s
        /// later.
        REPORTS
    }

    private static final long START = 1_700_000_000L;
    private static final long MICROS = 1_000_000;
    private static final double COPY_AFTER = 20e-6;
    private static final int SYN = 2;
    private static final int ACK = 16;
    private static final int REPORT_DELAY = 10;

    private static final Map<Character, String> IPV4 =
            Map.of(
                    'a', "192.0.2.10",
                    'b', "198.51.100.20",
                    'x', "203.0.113.5",
                    'y', "203.0.113.6",
                    'v', "198.51.100.40",
                    'p', "172.17.0.5",
                    'n', "172.17.0.1");

    private static final Map<Character, String> IPV6 =
            Map.of(
                    'a', "2001:db8::10",
                    'b', "2001:db8::20",
                    'x', "2001:db8::5",
                    'y', "2001:db8::6",
                    'v', "2001:db8::40",
                    'p', "fd00::5",
                    'n', "fd00::1");

    private final PcapWriter pcap = new PcapWriter(1);
    private final Map<String, Integer> sent = new HashMap<>();
    private final Way way;
    private double now;
    private int reports;
    private int hops = 70;
    private String callId = "one@example.org";

    public Scene() {
        this(Way.UDP);
    }

    public Scene(Way way) {
        this.way = way;
    }

    /// Messages from now on have this Call-ID.
    public Scene callId(String id) {
        callId = id;
        return this;
    }

    /// Messages from now on have this Max-Forwards.
    public Scene hops(int left) {
        hops = left;
        return this;
    }

    /// The next message is captured so many seconds after the beginning.
    public Scene at(double seconds) {
        now = seconds;
        return this;
    }

    /// A message: `INVITE 1` is a request, `180 INVITE 1` a response.
    ///
    /// @param hops `a>b`, or several between blanks: it is captured there too, 20 µs later each
    /// @param head its method, or its status and the method of CSeq, and the number of CSeq
    /// @param branch empty for none
    /// @param tags those of From and To, `f/t`; either may be missing
    public Scene send(String hops, String head, String branch, String tags) {
        return send(hops, head, branch, tags, "");
    }

    /// The same, with more header lines, each with its end, or a body that begins with `v=0`.
    public Scene send(String hops, String head, String branch, String tags, String more) {
        String text = text(head, branch, tags, more);
        double first = now;
        for (String hop : hops.split(" ", -1)) {
            frame(hop.charAt(0), hop.charAt(2), text);
            now += COPY_AFTER;
        }
        now = first;
        return this;
    }

    /// A message over TCP that the capture lacks.
    public Scene lose(String hop, String head, String branch, String tags) {
        String direction = "" + hop.charAt(0) + hop.charAt(2);
        sent.merge(direction, text(head, branch, tags, "").length(), Integer::sum);
        return this;
    }

    private String text(String head, String branch, String tags, String more) {
        String[] words = head.split(" ", -1);
        boolean isRequest = !Character.isDigit(head.charAt(0));
        String method = words[words.length - 2];
        int slash = tags.indexOf('/');
        String from = slash < 0 ? tags : tags.substring(0, slash);
        String to = slash < 0 ? "" : tags.substring(slash + 1);
        boolean hasBody = more.startsWith("v=0");
        return (isRequest
                        ? method + " sip:otto@example.org SIP/2.0\r\n"
                        : "SIP/2.0 " + words[0] + " Reason\r\n")
                + "Via: SIP/2.0/"
                + (way == Way.TCP ? "TCP" : "UDP")
                + " host:5060"
                + (branch.isEmpty() ? "" : ";branch=z9hG4bK" + branch)
                + "\r\nMax-Forwards: "
                + hops
                + "\r\nFrom: <sip:nora@example.org>"
                + (from.isEmpty() ? "" : ";tag=" + from)
                + "\r\nTo: <sip:otto@example.org>"
                + (to.isEmpty() ? "" : ";tag=" + to)
                + "\r\nCall-ID: "
                + callId
                + "\r\nCSeq: "
                + words[words.length - 1]
                + " "
                + method
                + "\r\n"
                + (hasBody
                        ? "Content-Type: application/sdp\r\nContent-Length: "
                                + more.length()
                                + "\r\n\r\n"
                                + more
                        : more + "Content-Length: 0\r\n\r\n");
    }

    private void frame(char from, char to, String text) {
        byte[] payload = text.getBytes(StandardCharsets.ISO_8859_1);
        switch (way) {
            case UDP -> ipv4(from, to, 17, Packets.udp(5060, 5060, payload));
            case UDP_OVER_IPV6 -> {
                byte[] udp = Packets.udp(5060, 5060, payload);
                record(
                        now,
                        Packets.ethernet(
                                0x86dd, Packets.ipv6(IPV6.get(from), IPV6.get(to), 17, udp)));
            }
            case TCP -> {
                String direction = "" + from + to;
                if (!sent.containsKey(direction)) {
                    ipv4(from, to, 6, Packets.tcp(5060, 5060, 99, SYN, new byte[0]));
                }
                int sequence = sent.getOrDefault(direction, 100);
                sent.put(direction, sequence + payload.length);
                ipv4(from, to, 6, Packets.tcp(5060, 5060, sequence, ACK, payload));
            }
            case REPORTS -> {
                byte[] report = report(from, to, payload);
                byte[] udp = Packets.udp(9060, 9060, report);
                byte[] ip = Packets.ipv4("192.0.2.60", "192.0.2.61", 17, udp);
                record(REPORT_DELAY + reports++ / 1000.0, Packets.ethernet(0x0800, ip));
            }
        }
    }

    private void ipv4(char from, char to, int protocol, byte[] payload) {
        byte[] ip = Packets.ipv4(IPV4.get(from), IPV4.get(to), protocol, payload);
        record(now, Packets.ethernet(0x0800, ip));
    }

    private void record(double at, byte[] frame) {
        long micros = Math.round(at * MICROS);
        pcap.frame(START + micros / MICROS, (int) (micros % MICROS), frame);
    }

    private byte[] report(char from, char to, byte[] payload) {
        long micros = Math.round(now * MICROS);
        byte[] chunks =
                ByteBuffer.allocate(7 + 7 + 10 + 10 + 8 + 8 + 10 + 10 + 7 + 10 + 6 + payload.length)
                        .put(chunk(1, 1))
                        .put((byte) 2)
                        .put(chunk(2, 1))
                        .put((byte) 17)
                        .put(chunk(3, 4))
                        .put(address(from))
                        .put(chunk(4, 4))
                        .put(address(to))
                        .put(chunk(7, 2))
                        .putShort((short) 5060)
                        .put(chunk(8, 2))
                        .putShort((short) 5060)
                        .put(chunk(9, 4))
                        .putInt((int) (START + micros / MICROS))
                        .put(chunk(10, 4))
                        .putInt((int) (micros % MICROS))
                        .put(chunk(11, 1))
                        .put((byte) 1)
                        .put(chunk(12, 4))
                        .putInt(7)
                        .put(chunk(15, payload.length))
                        .put(payload)
                        .array();
        return ByteBuffer.allocate(6 + chunks.length)
                .put("HEP3".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) (6 + chunks.length))
                .put(chunks)
                .array();
    }

    private static byte[] chunk(int type, int bytes) {
        return ByteBuffer.allocate(6)
                .putShort((short) 0)
                .putShort((short) type)
                .putShort((short) (6 + bytes))
                .array();
    }

    private static byte[] address(char host) {
        String[] parts = IPV4.getOrDefault(host, "").split("\\.", -1);
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    /// A message of another dialog at a time, so that the capture lasts until then.
    public Scene until(double seconds) {
        String before = callId;
        double then = now;
        callId("other@example.org").at(seconds).send("x>y", "OPTIONS 1", "other", "o");
        callId = before;
        now = then;
        return this;
    }

    /// The capture's bytes.
    public byte[] bytes() {
        return pcap.bytes();
    }

    /// The capture read.
    public SipIndex read() throws IOException {
        Path file = Files.createTempFile("scene", ".pcap");
        try {
            return CaptureIndexer.read(List.of(Files.write(file, bytes())), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }
}
