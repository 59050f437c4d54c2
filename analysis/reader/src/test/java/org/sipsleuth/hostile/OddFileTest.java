package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.PcapngWriter;

/// Files whose own structure is the attack.
@Tag("long")
class OddFileTest {

    private static final int MILLION = 1_000_000;

    @TempDir Path folder;

    private interface Blocks {
        void write(OutputStream out) throws IOException;
    }

    /// A pcapng file with these blocks behind its section header and one Ethernet interface, read
    /// with 256 MiB of heap.
    private SmallMachine.Reading read(Blocks blocks) throws IOException, InterruptedException {
        return SmallMachine.read(write(blocks));
    }

    private Path write(Blocks blocks) throws IOException {
        Path file = folder.resolve("odd.pcapng");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(1).bytes());
            blocks.write(out);
        }
        return file;
    }

    private static byte[] block(int type, ByteBuffer body) {
        int length = 12 + body.capacity();
        return little(length).putInt(type).putInt(length).put(body.array()).putInt(length).array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static final byte[] PACKET = block(6, little(36).putInt(12, 14).putInt(16, 14));

    @Test
    void millionSectionsAreRead() throws Exception {
        byte[] section = new PcapngWriter(ByteOrder.BIG_ENDIAN).capturesOn(1).packet(0, 1, new byte[14]).bytes();
        var reading = read(out -> {
            for (int i = 0; i < MILLION; i++) {
                out.write(section);
            }
        });
        assertEquals(MILLION, reading.frames());
    }

    @Test
    void millionInterfacesEndTheReadingInWords() throws Exception {
        var reading = read(out -> {
            out.write(PACKET);
            for (int i = 0; i < MILLION; i++) {
                out.write(block(1, little(8).putShort((short) i)));
            }
            out.write(PACKET);
        });
        assertEquals(1, reading.frames());
    }

    @Test
    void millionStatisticsNamesAndSecretsFit() throws Exception {
        byte[] name = block(4, little(16).putShort((short) 1).putShort((short) 6).putInt(7));
        byte[] secrets = block(10, little(12).putInt(0x544c534b).putInt(4).putInt(0));
        var reading = read(out -> {
            for (int i = 0; i < MILLION; i++) {
                out.write(block(5, little(12).putInt(i).putLong(1)));
                out.write(name);
                out.write(secrets);
            }
            out.write(PACKET);
        });
        assertEquals(1, reading.frames());
        assertTrue(reading.heapBytes() < 128 << 20, () -> "heap: " + reading.heapBytes());
    }

    /// Of all but one of the addresses that are kept, the hash is the same.
    @Test
    void namesOfCollidingAddressesAreFoundAtOnce() throws Exception {
        int kept = 9_999;
        int records = 100_000;
        Path file = write(out -> {
            for (int first = 0; first < 8 * MILLION; first += records) {
                ByteBuffer names = little(24 * records);
                for (int i = 0; i < records; i++) {
                    // The hash is the sum of the four parts.
                    int part = Math.min(first + i, kept - 1);
                    names.putShort((short) 2).putShort((short) 18);
                    names.putInt(Integer.reverseBytes(part));
                    names.putInt(Integer.reverseBytes(-part));
                    names.putLong(1).putInt('a');
                }
                out.write(block(4, names));
            }
            out.write(PACKET);
        });
        Duration patience = Duration.ofMinutes(2);
        assertEquals(1, SmallMachine.read(file, SmallMachine.HEAP_MEBIBYTES, patience).frames());
    }

    @Test
    void optionsWithoutEndAreReadOnce() throws Exception {
        ByteBuffer options = little(8 + 4 * MILLION);
        while (options.remaining() >= 4) {
            options.putShort((short) 1).putShort((short) 0);
        }
        var reading = read(out -> {
            for (int i = 0; i < 10; i++) {
                out.write(block(1, options));
            }
            out.write(PACKET);
        });
        assertEquals(1, reading.frames());
    }

    @Test
    void lengthsThatCannotBeAreDamage() {
        for (int claimed : new int[]{-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 0, 1, 8, 11, 13}) {
            byte[] file = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(1).bytes();
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(32, claimed);
            assertTrue(!Reader.damage(file).isEmpty());
            byte[] pcap = new PcapWriter(1).frame(1, 1, claimed, new byte[0]).bytes();
            assertEquals(claimed != 0, !Reader.damage(pcap).isEmpty());
            byte[] section = file.clone();
            ByteBuffer.wrap(section).order(ByteOrder.LITTLE_ENDIAN).putInt(4, claimed);
            assertThrows(UncheckedIOException.class, () -> Reader.damage(section));
        }
    }

    @Test
    void packetsThatClaimMoreThanTheirBlockAreDamage() {
        for (int claimed : new int[]{-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 15, 17, 262_145}) {
            PcapngWriter writer = new PcapngWriter(ByteOrder.LITTLE_ENDIAN).capturesOn(1);
            writer.block(6, writer.buffer(36).putInt(12, claimed).putInt(16, claimed));
            String damage = Reader.damage(writer.bytes());
            assertEquals(claimed > 16 || claimed < 0, !damage.isEmpty());
        }
    }
}
