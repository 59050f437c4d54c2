package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.capture.layer.SctpChunks.FIRST;
import static org.sipsleuth.capture.layer.SctpChunks.LAST;
import static org.sipsleuth.capture.layer.SctpChunks.MIDDLE;
import static org.sipsleuth.capture.layer.SctpChunks.UNORDERED;
import static org.sipsleuth.capture.layer.SctpChunks.WHOLE;
import static org.sipsleuth.capture.layer.SctpChunks.data;
import static org.sipsleuth.capture.layer.SctpChunks.interleaved;
import static org.sipsleuth.capture.layer.SctpChunks.packet;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Transport;

/// Which payloads chunks of SCTP give.
class SctpLayerTest {

    private static final String JOINED = "SCTP fragment of a message that a later frame completes";

    private final DecodedFrames frames = new DecodedFrames(text -> text.startsWith("SIP"));

    @Test
    void eachChunkIsAPayload() {
        frames.decode(101, packet(data(WHOLE, 1, "SIP one"), data(WHOLE, 2, "SIP 2"), data(WHOLE, 3, "x")));
        assertEquals(List.of("SIP one", "SIP 2", "x"), frames.texts());
        assertEquals(List.of(), frames.account.unread(0));
        assertEquals(Transport.SCTP, frames.arrival.transport());
        assertEquals(5060, frames.arrival.sourcePort());
        assertEquals(5070, frames.arrival.destinationPort());
        assertEquals(List.of("raw IP", "IPv4", "SCTP"), frames.arrival.layers());
    }

    @Test
    void interleavedMessagesAreRead() { // RFC 8260
        frames.decode(101, packet(interleaved(WHOLE, 1, 1, 0, "SIP one")));
        assertEquals(List.of("SIP one"), frames.texts());
        frames.decode(101, packet(interleaved(FIRST, 1, 7, 0, "SIP a")), packet(interleaved(FIRST, 2, 7, 0, "SIP b")),
                packet(interleaved(FIRST | UNORDERED, 1, 7, 0, "SIP c")), packet(interleaved(FIRST, 1, 8, 0, "SIP d")),
                packet(interleaved(LAST, 1, 7, 2, "A")), packet(interleaved(LAST | UNORDERED, 1, 7, 1, "C")),
                packet(interleaved(LAST, 1, 8, 1, "D")), packet(interleaved(LAST, 2, 7, 1, "B")),
                packet(interleaved(MIDDLE, 1, 7, 1, "-")));
        assertEquals(List.of("SIP cC", "SIP dD", "SIP bB", "SIP a-A"), frames.texts());
        assertEquals(List.of(JOINED), frames.reasons());
    }

    @Test
    void aChunkThatIsSentAgainGivesNothing() { // RFC 9260 §6.3.3
        byte[] whole = data(WHOLE, 1, "SIP a");
        frames.decode(101, packet(whole), packet(whole), packet("198.51.100.1", 5060, 0x5eed, whole));
        assertEquals(List.of("SIP a"), frames.texts());
        assertEquals(List.of("SCTP retransmission"), frames.reasons());
        byte[] last = packet(data(LAST, 3, "b"));
        frames.decode(101, packet(data(FIRST, 2, "SIP a")), last, last);
        assertEquals(List.of("SIP ab"), frames.texts());
        assertEquals(Set.of(JOINED, "SCTP retransmission"), Set.copyOf(frames.reasons()));
        frames.decode(101, packet(whole), packet(data(WHOLE, 1, "SIP b")));
        assertEquals(List.of("SIP a", "SIP b"), frames.texts(), "other bytes");
        byte[] untagged = packet("192.0.2.1", 5060, 0, whole);
        frames.decode(101, untagged, untagged);
        assertEquals(List.of("SIP a", "SIP a"), frames.texts(), "without a tag numbers tell nothing");
    }

    @Test
    void otherChunksAndDamageAreReported() {
        byte[] heartbeat = {4, 0, 0, 4};
        frames.decode(101, packet(heartbeat));
        assertEquals(List.of("SCTP without data"), frames.reasons());
        frames.decode(101, packet(data(WHOLE, 1, "x")));
        assertEquals(List.of("SCTP data that is not SIP"), frames.reasons());
        frames.decode(101, packet(new byte[]{0, 3, 0, 0}));
        assertEquals(List.of("damaged SCTP packet"), frames.reasons());
    }

    @Test
    void equalNumbersOfOtherAssociationsAreNoRetransmission() {
        byte[] whole = data(WHOLE, 1, "SIP a");
        frames.decode(101, packet(whole), packet("192.0.2.1", 5060, 0x5eee, whole),
                packet("192.0.2.1", 5061, 0x5eed, whole));
        assertEquals(List.of("SIP a", "SIP a", "SIP a"), frames.texts());
    }

    @Test
    void theLatestChunksAreKnownAgain() {
        for (int others : List.of(4_095, 4_096)) {
            byte[][] packets = new byte[others + 2][];
            for (int i = 0; i <= others; i++) {
                packets[i] = packet(data(WHOLE, i, "SIP"));
            }
            packets[others + 1] = packets[0];
            frames.decode(101, packets);
            assertEquals(others == 4_095 ? 4_096 : 4_098, frames.texts().size());
        }
    }

    @Property(tries = 500)
    void anyBytesAreAccountedFor(@ForAll @Size(max = 200) byte[] bytes) {
        frames.decode(101, packet(bytes));
        boolean gave = frames.texts().stream().anyMatch(text -> text.startsWith("SIP"));
        assertTrue(gave || frames.account.unread(0).size() == 1);
    }
}
