package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.capture.account.FrameAccount;

class SctpLayerTest {

    private static final int WHOLE = 3;
    private static final int FIRST = 2;
    private static final int MIDDLE = 0;
    private static final int LAST = 1;
    private static final int UNORDERED = 4;

    private static final String JOINED = "SCTP fragment of a message that a later frame completes";
    private static final String NEVER_WHOLE = "SCTP fragment of a message that never became whole";
    private static final String TOO_MANY = "SCTP fragment that was given up, since too many waited";
    private static final String CUT = "SCTP data that was not captured whole";

    private final List<String> payloads = new ArrayList<>();
    private final Arrival arrival = new Arrival();
    private FrameAccount account = new FrameAccount(0);

    private static byte[] data(int flags, int number, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        int length = 16 + bytes.length;
        return ByteBuffer.allocate((length + 3) & ~3)
                .put((byte) 0)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(number)
                .putInt(0)
                .putInt(0)
                .put(bytes)
                .array();
    }

    /// An I-DATA chunk (RFC 8260 §2.1).
    ///
    /// @param place that of the fragment in its message
    private static byte[] interleaved(
            int flags, int stream, int message, int place, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        int length = 20 + bytes.length;
        return ByteBuffer.allocate((length + 3) & ~3)
                .put((byte) 64)
                .put((byte) flags)
                .putShort((short) length)
                .putInt(message * 10 + place)
                .putShort((short) stream)
                .putShort((short) 0)
                .putInt(message)
                .putInt((flags & FIRST) == 0 ? place : 46) // the first says what it carries
                .put(bytes)
                .array();
    }

    private static byte[] packet(byte[]... chunks) {
        return packet("192.0.2.1", 5060, 0x5eed, chunks);
    }

    private static byte[] packet(String source, int port, int tag, byte[]... chunks) {
        byte[] sctp =
                ByteBuffer.allocate(12)
                        .putShort((short) port)
                        .putShort((short) 5070)
                        .putInt(tag)
                        .putInt(0)
                        .array();
        for (byte[] chunk : chunks) {
            sctp = Packets.join(sctp, chunk);
        }
        return Packets.ipv4(source, "192.0.2.2", 132, sctp);
    }

    /// A packet of which only the beginning was captured.
    private static byte[] cut(byte[] packet, int bytes) {
        return Arrays.copyOf(packet, packet.length - bytes);
    }

    private void decode(byte[]... packets) {
        payloads.clear();
        account = new FrameAccount(0);
        ByteArrayOutputStream capture = new ByteArrayOutputStream();
        for (byte[] packet : packets) {
            capture.writeBytes(packet);
        }
        FrameDecoder decoder =
                new FrameDecoder(
                        0,
                        MemorySegment.ofArray(capture.toByteArray()),
                        account,
                        packet -> {
                            String text = new String(packet.copy(), StandardCharsets.US_ASCII);
                            payloads.add(text);
                            arrival.copy(packet.arrival());
                            return text.startsWith("SIP");
                        },
                        _ -> {
                            throw new AssertionError("no stream here");
                        });
        int offset = 0;
        for (int i = 0; i < packets.length; i++) {
            Frame frame = new Frame();
            frame.begin(i + 1, i, 101);
            frame.lieAt(offset, packets[i].length);
            offset += packets[i].length;
            decoder.decode(frame);
        }
        decoder.finish();
    }

    private List<String> reasons() {
        return account.unread(0).stream().map(UnreadFrames::reason).toList();
    }

    @Test
    void eachChunkIsAPayload() {
        decode(packet(data(WHOLE, 1, "SIP one"), data(WHOLE, 2, "SIP 2"), data(WHOLE, 3, "x")));
        assertEquals(List.of("SIP one", "SIP 2", "x"), payloads);
        assertEquals(List.of(), account.unread(0));
        assertEquals(Transport.SCTP, arrival.transport());
        assertEquals(5060, arrival.sourcePort());
        assertEquals(5070, arrival.destinationPort());
        assertEquals(List.of("raw IP", "IPv4", "SCTP"), arrival.layers());
    }

    @Test
    void fragmentsAreJoinedInWhateverOrder() {
        byte[] first = packet(data(FIRST, -1, "SIP a"));
        byte[] middle = packet(data(MIDDLE, 0, "bc"));
        byte[] last = packet(data(LAST, 1, "d"));
        decode(last, first, middle);
        assertEquals(List.of("SIP abcd"), payloads);
        assertEquals(3, arrival.frame());
        assertEquals(List.of(JOINED), reasons());
        decode(first, last);
        assertEquals(List.of(), payloads);
    }

    @Test
    void fragmentsThatAreNeverCompletedAreToldFromJoinedOnes() {
        byte[] first = packet(data(FIRST, 1, "SIP a"));
        byte[] last = packet(data(LAST, 3, "c"));
        decode(first, last);
        assertEquals(List.of(NEVER_WHOLE), reasons());
        assertEquals(2, account.unread(0).getFirst().frames());
        decode(packet(data(FIRST, 1, "a"), data(LAST, 2, "b")));
        assertEquals(List.of("SCTP data that is not SIP"), reasons());
        decode(packet(data(FIRST, 1, "SIP a"), data(WHOLE, 3, "SIP b")));
        assertEquals(List.of(), reasons(), "the frame gave a message");
    }

    @Test
    void messagesInMoreFragmentsThanAreJoinedAreToldSo() {
        decode(inFragments(256));
        assertEquals(256, payloads.getFirst().length());
        assertEquals(List.of(JOINED), reasons());
        decode(inFragments(257));
        assertEquals(List.of(), payloads);
        assertEquals(List.of(TOO_MANY, NEVER_WHOLE), reasons());
        assertEquals(256, account.unread(0).getFirst().frames());
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
    void fragmentsThatTooManyOthersPushOutAreToldSo() {
        byte[][] packets = new byte[4_098][];
        for (int i = 0; i < packets.length; i++) {
            packets[i] = packet(data(FIRST, 2 * i, "SIP"));
        }
        decode(packets);
        assertEquals(List.of(NEVER_WHOLE, TOO_MANY), reasons());
        assertEquals(2, account.unread(0).getLast().frames());
    }

    @Test
    void nothingIsMovedUpOverWhatWasNotCaptured() {
        byte[] first = packet(data(FIRST, 1, "SIP abcd"));
        byte[] middle = packet(data(MIDDLE, 2, "efgh"));
        byte[] last = packet(data(LAST, 3, "ijkl"));
        decode(first, cut(middle, 3), last);
        assertEquals(List.of("SIP abcde"), payloads);
        assertEquals(2, arrival.frame());
        assertEquals(List.of(CUT, NEVER_WHOLE), reasons());
        decode(last, middle, cut(first, 2));
        assertEquals(List.of("SIP ab"), payloads);
        assertEquals(List.of(NEVER_WHOLE), reasons());
        decode(first, middle, cut(last, 2));
        assertEquals(List.of("SIP abcdefghij"), payloads);
        decode(cut(last, 2), cut(middle, 2));
        assertEquals(List.of(), payloads);
        assertEquals(List.of(NEVER_WHOLE), reasons());
        decode(cut(packet(data(WHOLE, 1, "SIP abcd")), 2));
        assertEquals(List.of("SIP ab"), payloads);
        decode(cut(first, 8));
        assertEquals(List.of(), payloads);
        assertEquals(List.of(CUT), reasons());
    }

    @Test
    void interleavedMessagesAreRead() { // RFC 8260
        decode(packet(interleaved(WHOLE, 1, 1, 0, "SIP one")));
        assertEquals(List.of("SIP one"), payloads);
        decode(
                packet(interleaved(FIRST, 1, 7, 0, "SIP a")),
                packet(interleaved(FIRST, 2, 7, 0, "SIP b")),
                packet(interleaved(FIRST | UNORDERED, 1, 7, 0, "SIP c")),
                packet(interleaved(FIRST, 1, 8, 0, "SIP d")),
                packet(interleaved(LAST, 1, 7, 2, "A")),
                packet(interleaved(LAST | UNORDERED, 1, 7, 1, "C")),
                packet(interleaved(LAST, 1, 8, 1, "D")),
                packet(interleaved(LAST, 2, 7, 1, "B")),
                packet(interleaved(MIDDLE, 1, 7, 1, "-")));
        assertEquals(List.of("SIP cC", "SIP dD", "SIP bB", "SIP a-A"), payloads);
        assertEquals(List.of(JOINED), reasons());
    }

    @Test
    void aMessageMayChangeBetweenThePathsOfItsAssociation() { // RFC 9260 §6.4
        byte[] first = packet("192.0.2.1", 5060, 1, data(FIRST, 1, "SIP a"));
        byte[] last = data(LAST, 2, "b");
        decode(first, packet("198.51.100.1", 5060, 1, last));
        assertEquals(List.of("SIP ab"), payloads);
        assertFalse(arrival.hasOverlap());
        decode(first, packet("192.0.2.1", 5061, 1, last));
        assertEquals(List.of(), payloads, "another port");
        decode(first, packet("192.0.2.1", 5060, 2, last));
        assertEquals(List.of(), payloads, "another tag");
        byte[] untagged = packet("192.0.2.1", 5060, 0, data(FIRST, 1, "SIP a"));
        decode(untagged, packet("198.51.100.1", 5060, 0, last));
        assertEquals(List.of(), payloads, "without a tag only the addresses tell");
    }

    @Test
    void aFragmentThatComesAgainWithOtherBytesIsToldOf() {
        byte[] first = packet(data(FIRST, 1, "SIP a"));
        byte[] last = packet(data(LAST, 2, "b"));
        decode(first, packet("198.51.100.1", 5060, 0x5eed, data(FIRST, 1, "SIP x")), last);
        assertEquals(List.of("SIP ab"), payloads);
        assertTrue(arrival.hasOverlap());
        decode(first, first, last);
        assertFalse(arrival.hasOverlap(), "the same bytes again are no contradiction");
    }

    @Test
    void aChunkThatIsSentAgainGivesNothing() { // RFC 9260 §6.3.3
        byte[] whole = data(WHOLE, 1, "SIP a");
        decode(packet(whole), packet(whole), packet("198.51.100.1", 5060, 0x5eed, whole));
        assertEquals(List.of("SIP a"), payloads);
        assertEquals(List.of("SCTP retransmission"), reasons());
        byte[] last = packet(data(LAST, 3, "b"));
        decode(packet(data(FIRST, 2, "SIP a")), last, last);
        assertEquals(List.of("SIP ab"), payloads);
        assertEquals(Set.of(JOINED, "SCTP retransmission"), Set.copyOf(reasons()));
        decode(packet(whole), packet(data(WHOLE, 1, "SIP b")));
        assertEquals(List.of("SIP a", "SIP b"), payloads, "other bytes");
        byte[] untagged = packet("192.0.2.1", 5060, 0, whole);
        decode(untagged, untagged);
        assertEquals(List.of("SIP a", "SIP a"), payloads, "without a tag numbers tell nothing");
    }

    @Test
    void askingForAnAnswerAtOnceIsNoContradiction() { // RFC 7053
        byte[] first = packet("192.0.2.1", 5060, 0, data(FIRST, 1, "SIP a"));
        byte[] again = packet("192.0.2.1", 5060, 0, data(FIRST | 8, 1, "SIP a"));
        decode(first, again, packet("192.0.2.1", 5060, 0, data(LAST, 2, "b")));
        assertEquals(List.of("SIP ab"), payloads);
        assertFalse(arrival.hasOverlap());
    }

    @Test
    void otherChunksAndDamageAreTold() {
        byte[] heartbeat = {4, 0, 0, 4};
        decode(packet(heartbeat));
        assertEquals(List.of("SCTP without data"), reasons());
        decode(packet(data(WHOLE, 1, "x")));
        assertEquals(List.of("SCTP data that is not SIP"), reasons());
        decode(packet(new byte[] {0, 3, 0, 0}));
        assertEquals(List.of("damaged SCTP packet"), reasons());
    }

    @Property(tries = 500)
    void anyBytesAreAccountedFor(@ForAll @Size(max = 200) byte[] bytes) {
        decode(packet(bytes));
        boolean gave = payloads.stream().anyMatch(text -> text.startsWith("SIP"));
        assertTrue(gave || account.unread(0).size() == 1);
    }

    @Test
    void equalNumbersOfOtherAssociationsAreNoRetransmission() {
        byte[] whole = data(WHOLE, 1, "SIP a");
        decode(
                packet(whole),
                packet("192.0.2.1", 5060, 0x5eee, whole),
                packet("192.0.2.1", 5061, 0x5eed, whole));
        assertEquals(List.of("SIP a", "SIP a", "SIP a"), payloads);
    }

    @Test
    void theLatestChunksAreKnownAgain() {
        for (int others : List.of(4_095, 4_096)) {
            byte[][] packets = new byte[others + 2][];
            for (int i = 0; i <= others; i++) {
                packets[i] = packet(data(WHOLE, i, "SIP"));
            }
            packets[others + 1] = packets[0];
            decode(packets);
            assertEquals(others == 4_095 ? 4_096 : 4_098, payloads.size());
        }
    }

    @Test
    void aFragmentThatComesAgainElsewhereOrLongerIsToldOf() {
        byte[] first = packet("192.0.2.1", 5060, 0, data(FIRST, 1, "SIP a"));
        byte[] last = packet("192.0.2.1", 5060, 0, data(LAST, 2, "b"));
        decode(first, packet("192.0.2.1", 5060, 0, data(MIDDLE, 1, "SIP a")), last);
        assertEquals(List.of("SIP ab"), payloads);
        assertTrue(arrival.hasOverlap());
        decode(first, packet("192.0.2.1", 5060, 0, data(FIRST, 1, "SIP ax")), last);
        assertEquals(List.of("SIP ab"), payloads);
        assertTrue(arrival.hasOverlap());
    }

    private static byte[] untagged(String source, String destination, byte[] chunk) {
        byte[] header = ByteBuffer.allocate(12).putInt(5060 << 16 | 5070).array();
        return Packets.ipv6(source, destination, 132, Packets.join(header, chunk));
    }

    @Test
    void withoutATagAllOfBothAddressesTell() {
        String host = "2001:db8::1";
        List<String> hosts = List.of(host, "2001:db8::2", "2001:db8:1::1");
        for (String source : hosts) {
            for (String destination : hosts) {
                decode(
                        untagged(host, host, data(FIRST, 1, "SIP a")),
                        untagged(source, destination, data(LAST, 2, "b")));
                boolean isSame = source.equals(host) && destination.equals(host);
                assertEquals(isSame ? List.of("SIP ab") : List.of(), payloads);
            }
        }
    }
}
