package org.sipsleuth.export.anonymize.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sipsleuth.export.anonymize.message.TestKeys;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

class MediaRewriterPropertyTest {

    private final Pseudonyms pseudonyms = TestKeys.pseudonyms(1);
    private final RtpRewriter rtp = new RtpRewriter(pseudonyms);
    private final RtcpRewriter rtcp = new RtcpRewriter(pseudonyms);

    @Property
    void numberTimeAndTypeOfRtpStayAndSoundGoes(@ForAll int source, @ForAll int head, @ForAll int time,
            @ForAll @Size(160) byte[] sound, @ForAll @IntRange(max = 127) int type) {
        ByteBuffer packet = ByteBuffer.allocate(12 + sound.length);
        packet.putInt(0x8000_0000 | type << 16 | (head & 0xffff)).putInt(time).putInt(source);
        packet.put(sound);
        byte[] copy = rtp.rewrite(packet.array()).orElseThrow();
        assertEquals(packet.array().length, copy.length);
        assertArrayEquals(Arrays.copyOf(packet.array(), 8), Arrays.copyOf(copy, 8));
        int expected = source == 0 ? 0 : pseudonyms.number(source);
        assertEquals(expected, ByteBuffer.wrap(copy).getInt(8));
        for (int i = 13; i < copy.length; i++) {
            assertEquals(copy[12], copy[i]);
        }
    }

    @Property
    void noBytesAreTooStrange(@ForAll byte[] bytes, @ForAll byte type) {
        byte[] packet = bytes.clone();
        if (packet.length > 1) {
            packet[0] = (byte) ((packet[0] & 0x3f) | 0x80);
            packet[1] = type;
        }
        for (Optional<byte[]> copy : List.of(rtp.rewrite(packet), rtcp.rewrite(packet))) {
            copy.ifPresent(its -> assertEquals(packet.length, its.length));
        }
    }

    @Example
    void namesInRtcpBecomeLettersOfTheSameLength() {
        String name = "alice@pc33.example.org";
        byte[] packet = report(name);
        byte[] copy = rtcp.rewrite(packet).orElseThrow();
        String text = new String(copy, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("alice"));
        assertFalse(text.contains("example"));
        assertTrue(text.substring(38, 38 + name.length()).matches("[a-z]+"));
        assertNotEquals(7, ByteBuffer.wrap(copy).getInt(4));
        assertEquals(ByteBuffer.wrap(copy).getInt(4), ByteBuffer.wrap(copy).getInt(32));
        assertArrayEquals(Arrays.copyOfRange(packet, 8, 28), Arrays.copyOfRange(copy, 8, 28));
    }

    @Example
    void whatIsNotReadInRtcpIsZeros() {
        byte[] packet = ByteBuffer.allocate(16)
                .putInt(0x80cc_0003)
                .putInt(7)
                .put("secret!!".getBytes(StandardCharsets.US_ASCII))
                .array();
        byte[] copy = rtcp.rewrite(packet).orElseThrow();
        assertArrayEquals(new byte[8], Arrays.copyOfRange(copy, 8, 16));
    }

    /// A sender's report, and a name.
    private static byte[] report(String name) {
        int chunk = (4 + 2 + name.length() + 4) / 4 * 4;
        ByteBuffer packet = ByteBuffer.allocate(28 + 4 + chunk);
        packet.putInt(0x80c8_0006).putInt(7).putLong(1).putInt(2).putInt(3).putInt(4);
        packet.putInt(0x81ca_0000 | chunk / 4).putInt(7);
        packet.put((byte) 1).put((byte) name.length());
        packet.put(name.getBytes(StandardCharsets.US_ASCII));
        return packet.array();
    }
}
