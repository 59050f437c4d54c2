package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SdpParser;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.sdp.MediaDescription;

/// What holds for the layout of any bytes that are taken for a message, and for the message itself.
public final class MessageCheck {

    private MessageCheck() {}

    /// Reads bytes as a message.
    ///
    /// @return whether they are one
    public static boolean isSound(byte[] bytes) {
        SipLayout layout = new SipLayout();
        if (bytes.length == 0 || !SipParser.mayBegin(bytes[0]) || !SipParser.parse(bytes, 0, bytes.length, layout)) {
            return false;
        }
        checkLayout(layout, bytes.length);
        checkMessage(bytes, layout);
        return true;
    }

    private static void checkLayout(SipLayout layout, int to) {
        assertTrue(0 <= layout.messageFrom() && layout.messageTo() <= to);
        int previous = layout.messageFrom();
        for (int i = 0; i < layout.fieldCount(); i++) {
            assertTrue(previous <= layout.fieldFrom(i) && layout.fieldFrom(i) <= layout.nameTo(i));
            assertTrue(layout.nameTo(i) < layout.valueFrom(i));
            assertTrue(layout.valueFrom(i) <= layout.valueTo(i));
            assertTrue(layout.valueTo(i) <= layout.fieldTo(i));
            previous = layout.fieldTo(i);
        }
        for (Part part : Part.values()) {
            assertEquals(layout.has(part), layout.to(part) >= 0);
            assertTrue(layout.from(part) <= layout.to(part), part.name());
            assertTrue(!layout.has(part) || layout.from(part) >= layout.messageFrom());
            assertTrue(layout.to(part) <= layout.messageTo());
        }
        assertTrue(layout.has(Part.BODY) && layout.defectCount() <= SipLayout.MAX_DEFECTS);
        for (int i = 0; i < layout.defectCount(); i++) {
            assertTrue(layout.messageFrom() <= layout.defectFrom(i));
            assertTrue(layout.defectFrom(i) <= layout.defectTo(i), "defect range");
            assertTrue(layout.defectTo(i) <= to);
        }
    }

    private static void checkMessage(byte[] bytes, SipLayout layout) {
        SipMessage message = SipMessage.of(bytes);
        assertEquals(bytes.length, message.text().length());
        assertEquals(layout.fieldCount(), message.headerFields().size());
        assertEquals(layout.defectCount(), message.defects().size());
        assertTrue(message.vias().size() + message.contacts().size() >= 0);
        message.from().flatMap(address -> address.sipUri()).ifPresent(uri -> uri.toString());
        message.to().flatMap(address -> address.sipUri()).ifPresent(uri -> uri.toString());
        assertTrue(message.cSeq().isEmpty() || layout.cseqNumber() >= 0);
        message.sdp().ifPresent(MessageCheck::checkSession);
    }

    /// Reads bytes as a session description, alone and within a message.
    ///
    /// @return whether they are one
    static boolean isSoundSession(byte[] bytes) {
        SdpParser.read(bytes, 0, bytes.length).ifPresent(MessageCheck::checkSession);
        SessionDescription.codecs(bytes, 0, bytes.length);
        byte[] header = "SIP/2.0 200 OK\r\nc:application/sdp\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, message, header.length, bytes.length);
        assertTrue(isSound(message));
        return SdpParser.read(bytes, 0, bytes.length).isPresent();
    }

    private static void checkSession(SessionDescription session) {
        for (MediaDescription medium : session.media()) {
            assertTrue(medium.port() >= 0 && medium.port() <= 65_535);
        }
    }
}
