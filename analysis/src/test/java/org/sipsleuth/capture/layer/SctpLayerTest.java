package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

    private static byte[] packet(byte[]... chunks) {
        byte[] sctp = ByteBuffer.allocate(12).putShort((short) 5060).putShort((short) 5070).array();
        for (byte[] chunk : chunks) {
            sctp = Packets.join(sctp, chunk);
        }
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 132, sctp);
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
        assertEquals(
                List.of("SCTP fragment of a message that other frames hold the rest of"),
                reasons());
        decode(first, last);
        assertEquals(List.of(), payloads);
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
}
