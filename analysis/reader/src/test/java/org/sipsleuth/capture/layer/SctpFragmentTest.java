package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.capture.layer.SctpChunks.FIRST;
import static org.sipsleuth.capture.layer.SctpChunks.LAST;
import static org.sipsleuth.capture.layer.SctpChunks.MIDDLE;
import static org.sipsleuth.capture.layer.SctpChunks.WHOLE;
import static org.sipsleuth.capture.layer.SctpChunks.cut;
import static org.sipsleuth.capture.layer.SctpChunks.data;
import static org.sipsleuth.capture.layer.SctpChunks.packet;
import static org.sipsleuth.capture.layer.SctpChunks.untagged;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Which messages fragments of SCTP give (RFC 9260 §6.9).
class SctpFragmentTest {

    private static final String JOINED = "SCTP fragment of a message that a later frame completes";
    private static final String NEVER_WHOLE = "SCTP fragment of a message that was never completed";
    private static final String TOO_MANY = "SCTP fragment discarded, too many waiting";
    private static final String CUT = "SCTP data that was not captured completely";

    private final DecodedFrames frames = new DecodedFrames(text -> text.startsWith("SIP"));

    @Test
    void fragmentsAreJoinedInWhateverOrder() {
        byte[] first = packet(data(FIRST, -1, "SIP a"));
        byte[] middle = packet(data(MIDDLE, 0, "bc"));
        byte[] last = packet(data(LAST, 1, "d"));
        frames.decode(101, last, first, middle);
        assertEquals(List.of("SIP abcd"), frames.texts());
        assertEquals(3, frames.arrival.frame());
        assertEquals(List.of(JOINED), frames.reasons());
        frames.decode(101, first, last);
        assertEquals(List.of(), frames.texts());
    }

    @Test
    void fragmentsNeverCompletedAreDistinguishedFromReassembledOnes() {
        byte[] first = packet(data(FIRST, 1, "SIP a"));
        byte[] last = packet(data(LAST, 3, "c"));
        frames.decode(101, first, last);
        assertEquals(List.of(NEVER_WHOLE), frames.reasons());
        assertEquals(2, frames.account.unread(0).getFirst().frames());
        frames.decode(101, packet(data(FIRST, 1, "a"), data(LAST, 2, "b")));
        assertEquals(List.of("SCTP data that is not SIP"), frames.reasons());
        frames.decode(101, packet(data(FIRST, 1, "SIP a"), data(WHOLE, 3, "SIP b")));
        assertEquals(List.of(), frames.reasons(), "the frame gave a message");
    }

    @Test
    void messagesWithTooManyFragmentsAreReported() {
        frames.decode(101, inFragments(256));
        assertEquals(256, frames.texts().getFirst().length());
        assertEquals(List.of(JOINED), frames.reasons());
        frames.decode(101, inFragments(257));
        assertEquals(List.of(), frames.texts());
        assertEquals(List.of(TOO_MANY, NEVER_WHOLE), frames.reasons());
        assertEquals(256, frames.account.unread(0).getFirst().frames());
    }

    private static byte[][] inFragments(int count) {
        byte[][] packets = new byte[count][];
        for (int i = 0; i < count; i++) {
            int flags = i == 0 ? FIRST : i == count - 1 ? LAST : MIDDLE;
            packets[i] = packet(data(flags, i, "SIPx".charAt(Math.min(i, 3)) + ""));
        }
        return packets;
    }

    @Test
    void fragmentsDiscardedForOthersAreReported() {
        byte[][] packets = new byte[4_098][];
        for (int i = 0; i < packets.length; i++) {
            packets[i] = packet(data(FIRST, 2 * i, "SIP"));
        }
        frames.decode(101, packets);
        assertEquals(List.of(NEVER_WHOLE, TOO_MANY), frames.reasons());
        assertEquals(2, frames.account.unread(0).getLast().frames());
    }

    @Test
    void nothingIsMovedUpOverWhatWasNotCaptured() {
        byte[] first = packet(data(FIRST, 1, "SIP abcd"));
        byte[] middle = packet(data(MIDDLE, 2, "efgh"));
        byte[] last = packet(data(LAST, 3, "ijkl"));
        frames.decode(101, first, cut(middle, 3), last);
        assertEquals(List.of("SIP abcde"), frames.texts());
        assertEquals(2, frames.arrival.frame());
        assertEquals(List.of(CUT, NEVER_WHOLE), frames.reasons());
        frames.decode(101, last, middle, cut(first, 2));
        assertEquals(List.of("SIP ab"), frames.texts());
        assertEquals(List.of(NEVER_WHOLE), frames.reasons());
        frames.decode(101, first, middle, cut(last, 2));
        assertEquals(List.of("SIP abcdefghij"), frames.texts());
        frames.decode(101, cut(last, 2), cut(middle, 2));
        assertEquals(List.of(), frames.texts());
        assertEquals(List.of(NEVER_WHOLE), frames.reasons());
        frames.decode(101, cut(packet(data(WHOLE, 1, "SIP abcd")), 2));
        assertEquals(List.of("SIP ab"), frames.texts());
        frames.decode(101, cut(first, 8));
        assertEquals(List.of(), frames.texts());
        assertEquals(List.of(CUT), frames.reasons());
    }

    @Test
    void aMessageMayChangeBetweenThePathsOfItsAssociation() { // RFC 9260 §6.4
        byte[] first = packet("192.0.2.1", 5060, 1, data(FIRST, 1, "SIP a"));
        byte[] last = data(LAST, 2, "b");
        frames.decode(101, first, packet("198.51.100.1", 5060, 1, last));
        assertEquals(List.of("SIP ab"), frames.texts());
        assertFalse(frames.arrival.hasOverlap());
        frames.decode(101, first, packet("192.0.2.1", 5061, 1, last));
        assertEquals(List.of(), frames.texts(), "another port");
        frames.decode(101, first, packet("192.0.2.1", 5060, 2, last));
        assertEquals(List.of(), frames.texts(), "another tag");
        byte[] untagged = packet("192.0.2.1", 5060, 0, data(FIRST, 1, "SIP a"));
        frames.decode(101, untagged, packet("198.51.100.1", 5060, 0, last));
        assertEquals(List.of(), frames.texts(), "without a tag only the addresses tell");
    }

    @Test
    void aRetransmittedFragmentWithOtherBytesIsReported() {
        byte[] first = packet(data(FIRST, 1, "SIP a"));
        byte[] last = packet(data(LAST, 2, "b"));
        frames.decode(101, first, packet("198.51.100.1", 5060, 0x5eed, data(FIRST, 1, "SIP x")), last);
        assertEquals(List.of("SIP ab"), frames.texts());
        assertTrue(frames.arrival.hasOverlap());
        frames.decode(101, first, first, last);
        assertFalse(frames.arrival.hasOverlap(), "the same bytes again are no contradiction");
    }

    @Test
    void askingForAnAnswerAtOnceIsNoContradiction() { // RFC 7053
        byte[] first = packet("192.0.2.1", 5060, 0, data(FIRST, 1, "SIP a"));
        byte[] again = packet("192.0.2.1", 5060, 0, data(FIRST | 8, 1, "SIP a"));
        frames.decode(101, first, again, packet("192.0.2.1", 5060, 0, data(LAST, 2, "b")));
        assertEquals(List.of("SIP ab"), frames.texts());
        assertFalse(frames.arrival.hasOverlap());
    }

    @Test
    void aRetransmittedFragmentElsewhereOrLongerIsReported() {
        byte[] first = packet("192.0.2.1", 5060, 0, data(FIRST, 1, "SIP a"));
        byte[] last = packet("192.0.2.1", 5060, 0, data(LAST, 2, "b"));
        frames.decode(101, first, packet("192.0.2.1", 5060, 0, data(MIDDLE, 1, "SIP a")), last);
        assertEquals(List.of("SIP ab"), frames.texts());
        assertTrue(frames.arrival.hasOverlap());
        frames.decode(101, first, packet("192.0.2.1", 5060, 0, data(FIRST, 1, "SIP ax")), last);
        assertEquals(List.of("SIP ab"), frames.texts());
        assertTrue(frames.arrival.hasOverlap());
    }

    @Test
    void withoutATagBothWholeAddressesCount() {
        String host = "2001:db8::1";
        List<String> hosts = List.of(host, "2001:db8::2", "2001:db8:1::1");
        for (String source : hosts) {
            for (String destination : hosts) {
                frames.decode(101, untagged(host, host, data(FIRST, 1, "SIP a")),
                        untagged(source, destination, data(LAST, 2, "b")));
                boolean isSame = source.equals(host) && destination.equals(host);
                assertEquals(isSame ? List.of("SIP ab") : List.of(), frames.texts());
            }
        }
    }
}
