package org.sipsleuth.sip;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/// Messages to test with, and short ways to read them.
final class Messages {

    /// A request that has nothing wrong with it.
    static final String INVITE = """
            INVITE sip:bob@example.com SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKnashds8;rport
            Max-Forwards: 70
            From: "Alice \\"A\\" <x>, Ms" <sip:alice@example.org;user=phone>;tag=1928301774
            To: Bob <sip:bob@example.com>
            Call-ID: a84b4c76e66710@192.0.2.1
            CSeq: 314159 INVITE
            Contact: <sip:alice@192.0.2.1;transport=udp>;expires=60, sip:alice@192.0.2.9
            User-Agent: Softphone 1.0
            Content-Type: application/sdp
            Content-Length: 132

            v=0
            o=alice 1 1 IN IP4 192.0.2.1
            s=-
            c=IN IP4 192.0.2.1
            t=0 0
            m=audio 4000 RTP/AVP 8 0 101
            a=rtpmap:101 telephone-event/8000
            """.replace("\n", "\r\n");

    /// A response that has nothing wrong with it.
    static final String RINGING = """
            SIP/2.0 180 Ringing
            Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKnashds8;received=[2001:db8::1]
            From: Alice <sip:alice@example.org>;tag=1928301774
            To: Bob <sip:bob@example.com>;tag=a6c85cf
            Call-ID: a84b4c76e66710@192.0.2.1
            CSeq: 314159 INVITE
            Server: Proxy/2
            Content-Length: 0

            """.replace("\n", "\r\n");

    private Messages() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static boolean isSip(String text) {
        byte[] bytes = bytes(text);
        return bytes.length > 0 && SipParser.mayBegin(bytes[0])
                && SipParser.parse(bytes, 0, bytes.length, new SipLayout());
    }

    static SipLayout layout(String text) {
        byte[] bytes = bytes(text);
        SipLayout layout = new SipLayout();
        if (!SipParser.parse(bytes, 0, bytes.length, layout)) {
            throw new AssertionError("no message: " + text);
        }
        return layout;
    }

    static SipMessage message(String text) {
        return SipMessage.of(bytes(text));
    }

    /// The text of a part; `-` if it is absent.
    static String part(String text, Part part) {
        SipLayout layout = layout(text);
        return layout.has(part) ? text.substring(layout.from(part), layout.to(part)) : "-";
    }

    static Set<DefectKind> defects(String text) {
        SipLayout layout = layout(text);
        Set<DefectKind> kinds = EnumSet.noneOf(DefectKind.class);
        for (int i = 0; i < layout.defectCount(); i++) {
            kinds.add(layout.defectKind(i));
        }
        return kinds;
    }

    /// The text that the only defect of the message covers.
    static String defectText(String text) {
        SipLayout layout = layout(text);
        if (layout.defectCount() != 1) {
            throw new AssertionError(defects(text));
        }
        return text.substring(layout.defectFrom(0), layout.defectTo(0));
    }
}
