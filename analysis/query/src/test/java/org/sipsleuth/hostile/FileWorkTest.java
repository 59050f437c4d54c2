package org.sipsleuth.hostile;

import static org.sipsleuth.hostile.Linear.assertLinear;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.ObjIntConsumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.PcapngWriter;

/// The work with files grows with what they hold beside messages.
class FileWorkTest {

    private static final int INTERFACE = 1;
    private static final int NAMES = 4;
    private static final int STATISTICS = 5;
    private static final int PACKET = 6;

    /// A file with so many of something.
    private static void assertLinearBlocks(int size, ObjIntConsumer<PcapngWriter> something) {
        assertLinear(Job.CAPTURE, size, count -> {
            PcapngWriter file = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(1);
            for (int i = 0; i < count; i++) {
                something.accept(file, i);
            }
            return file.bytes();
        });
    }

    @Test
    void interfacesOfOneSection() {
        assertLinearBlocks(5_000, PcapngWriter::capturesOn);
    }

    @Test
    void sectionsWithPackets() {
        assertLinearBlocks(5_000,
                (file, i) -> file.section(ByteOrder.BIG_ENDIAN).capturesOn(1, i, i).packet(0, i, new byte[14]));
    }

    @Test
    void namesAndStatistics() {
        assertLinearBlocks(5_000, (file, i) -> {
            file.block(NAMES, file.buffer(16).putShort((short) 1).putShort((short) 6).putInt(i));
            file.block(STATISTICS, file.buffer(12).putInt(i));
        });
    }

    @Test
    void secretsOfSessions() {
        assertLinearBlocks(2_000, (file, i) -> file.tlsSecrets("CLIENT_RANDOM %064x %096x\n".formatted(i % 2, i)));
    }

    @Test
    void commentsOfOneBlock() {
        for (int block : new int[]{INTERFACE, PACKET}) {
            int before = block == INTERFACE ? 8 : 20;
            assertLinear(Job.CAPTURE, 20_000, size -> {
                PcapngWriter file = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(1);
                ByteBuffer body = file.buffer(before + 8 * size).position(before);
                while (body.hasRemaining()) {
                    body.putShort((short) 1).putShort((short) 4).putInt(0x61616161);
                }
                return file.block(block, body).bytes();
            });
        }
    }

    @Test
    void emptyFrames() {
        assertLinear(Job.CAPTURE, 10_000, size -> {
            PcapWriter file = new PcapWriter(1);
            for (int i = 0; i < size; i++) {
                file.frame(1_700_000_000, i, new byte[0]);
            }
            return file.bytes();
        });
    }

    @Test
    void membersOfOneByte() {
        byte[] plain = new PcapWriter(1).frame(1, 1, new byte[20_000]).bytes();
        assertLinear(Job.CAPTURE, 5_000, size -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            for (int i = 0; i < size; i++) {
                packed.writeBytes(gzip(plain[i]));
            }
            return packed.toByteArray();
        });
    }

    private static byte[] gzip(int octet) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(octet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
