package org.sipsleuth.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.Tunnels;

/// Sound inputs that damaged ones are made from.
final class Seeds {

    static final List<String> SESSIONS = List.of("""
                    v=0
                    o=alice 1 1 IN IP4 192.0.2.1
                    s=-
                    c=IN IP4 192.0.2.1
                    t=0 0
                    m=audio 4000 RTP/AVP 8 0 101
                    a=rtpmap:101 telephone-event/8000
                    a=sendonly
                    m=video 0/2 RTP/SAVPF 96 97
                    c=IN IP6 2001:db8::1/127/3
                    a=rtpmap:96 H264/90000
                    """, """
                    --b
                    Content-Type: application/sdp

                    v=0
                    o=- 1 2 IN IP6 ::1
                    s=two
                    m=image 9 udptl t38
                    a=inactive
                    --b--
                    """);

    private static final String REQUEST = """
            INVITE sip:bob@example.com;transport=tcp SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKnashds8;rport, SIP/2.0/TCP [::1]
            Max-Forwards: 70
            From: "Alice \\"A\\"" <sip:alice@example.org;user=phone>;tag=1928301774
            To: Bob <sip:bob@example.com>
            Call-ID: a84b4c76e66710@192.0.2.1
            CSeq: 314159 INVITE
            Contact: <sip:alice@192.0.2.1>;expires=60,
             sip:alice@192.0.2.9
            Date: Sat, 13 Nov 2010 23:29:00 GMT
            User-Agent: Softphone 1.0
            Content-Type: application/sdp
            Content-Length: %d

            %s""";

    private static final String RESPONSE = """
            SIP/2.0 200 OK
            v: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKnashds8;received=[2001:db8::1]
            f: Alice <sip:alice@example.org>;tag=1928301774
            t: Bob <sip:bob@example.com>;tag=a6c85cf
            i: a84b4c76e66710@192.0.2.1
            CSeq: 314159 INVITE
            m: *
            Expires: 3600
            l: 0

            """;

    private Seeds() {}

    static String request() {
        String body = SESSIONS.getFirst().replace("\n", "\r\n");
        return REQUEST.replace("\n", "\r\n").formatted(body.length(), body);
    }

    static String response() {
        return RESPONSE.replace("\n", "\r\n");
    }

    static List<byte[]> messages() {
        return List.of(bytes(request()), bytes(response()), bytes("\r\n" + response() + request()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// An IPv4 packet with a message.
    static byte[] packet() {
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(5060, 5070, bytes(response())));
    }

    /// An input whose first byte chooses how the rest is taken.
    static byte[] after(int first, byte[] rest) {
        return Packets.join(new byte[]{(byte) first}, rest);
    }

    /// Ethernet frames, one for each thing that is read in them.
    static List<byte[]> frames() {
        List<byte[]> frames = new ArrayList<>();
        frames.add(Packets.ethernet(0x0800, packet()));
        byte[] datagram = Packets.udp(5060, 5060, bytes(request()));
        frames.add(Packets.ethernet(0x86dd, Packets.ipv6("2001:db8::1", "2001:db8::2", 17, datagram)));
        byte[] options = new byte[16];
        options[0] = 17;
        options[1] = 1;
        frames.add(Packets.ethernet(0x86dd, Packets.ipv6("::1", "::2", 0, Packets.join(options, datagram))));
        frames.addAll(fragments(datagram));
        frames.add(Packets.ethernet(0x0800, Packets.ipv4("192.0.2.1", "192.0.2.2", 132, sctp())));
        for (byte[] packet : SegmentScript.packets(StreamSeeds.sip().getFirst(), 1)) {
            frames.add(Packets.ethernet(0x0800, packet));
        }
        Tunnels.all().values().forEach(t -> frames.add(Packets.ethernet(0x0800, t.apply(packet()))));
        return frames;
    }

    private static List<byte[]> fragments(byte[] datagram) {
        List<byte[]> frames = new ArrayList<>();
        int cut = 400;
        for (int from = 0; from < datagram.length; from += cut) {
            int to = Math.min(datagram.length, from + cut);
            byte[] packet = Packets.ipv4("192.0.2.3", "192.0.2.2", 17, Arrays.copyOfRange(datagram, from, to));
            ByteBuffer.wrap(packet)
                    .putShort(4, (short) 7)
                    .putShort(6, (short) ((to < datagram.length ? 0x2000 : 0) | from / 8));
            frames.add(Packets.ethernet(0x0800, packet));
        }
        return frames;
    }

    private static byte[] sctp() {
        byte[] message = bytes(response());
        int length = 16 + message.length;
        return ByteBuffer.allocate(12 + (length + 3 & ~3))
                .putShort((short) 5060)
                .putShort((short) 5060)
                .putLong(0)
                .put((byte) 0)
                .put((byte) 3)
                .putShort((short) length)
                .putInt(1)
                .putInt(0)
                .putInt(0)
                .put(message)
                .array();
    }
}
