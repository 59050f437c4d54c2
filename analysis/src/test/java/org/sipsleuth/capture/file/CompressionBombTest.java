package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.run.RunMonitor;

/// Small files that unpack to large ones.
class CompressionBombTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir Path folder;

    private static byte[] gzip(byte[] plain, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < times; i++) {
                out.write(plain);
            }
        }
        return packed.toByteArray();
    }

    private void assertRefused(Compression compression, byte[] bomb, String name)
            throws IOException {
        assertTrue(bomb.length < MEBIBYTE);
        Path file = Files.write(folder.resolve("bomb"), bomb);
        SpareRoom much = new SpareRoom(_ -> Long.MAX_VALUE);
        CaptureFormatException refused =
                assertThrows(
                        CaptureFormatException.class,
                        () -> Unpacked.of(file, compression, RunMonitor.NONE, 8 * MEBIBYTE, much));
        assertEquals("The " + name + " file unpacks to more than 8 MiB.", refused.getMessage());
    }

    @Test
    void gzipBombIsRefusedAtTheLimit() throws IOException {
        assertRefused(Compression.GZIP, gzip(new byte[MEBIBYTE], 64), "gzip");
    }

    @Test
    void zstdBombIsRefusedAtTheLimit() throws IOException {
        assertRefused(Compression.ZSTD, Zstd.compress(new byte[64 * MEBIBYTE]), "zstd");
    }

    @Test
    void halfAGibibyteOfTheDiskStaysFree() throws IOException {
        Path file = Files.write(folder.resolve("bomb"), gzip(new byte[MEBIBYTE], 9));
        SpareRoom little = new SpareRoom(_ -> (512 + 8) * MEBIBYTE);
        CaptureFormatException refused =
                assertThrows(
                        CaptureFormatException.class,
                        () ->
                                Unpacked.of(
                                        file,
                                        Compression.GZIP,
                                        RunMonitor.NONE,
                                        64L * MEBIBYTE,
                                        little));
        assertEquals(
                "The gzip file unpacks to more than 8 MiB, for which there is no room.",
                refused.getMessage());
        assertEquals(0, new SpareRoom(_ -> 511 * MEBIBYTE).besideBytes(file));
        SpareRoom enough = new SpareRoom(_ -> (512 + 9) * MEBIBYTE);
        Unpacked plain =
                Unpacked.of(file, Compression.GZIP, RunMonitor.NONE, 64L * MEBIBYTE, enough);
        assertEquals(9 * MEBIBYTE, plain.bytes().byteSize());
    }

    @Test
    void packedFilesWithinPackedFilesAreNotUnpackedAgain() throws IOException {
        Path file = Files.write(folder.resolve("twice"), gzip(gzip(new byte[100], 1), 1));
        CaptureFormatException refused =
                assertThrows(
                        CaptureFormatException.class,
                        () -> CaptureFile.open(file, RunMonitor.NONE));
        assertTrue(refused.getMessage().startsWith("It is neither pcap nor pcapng"));
    }

    @Test
    void millionsOfEmptyMembersAreGoneThrough() throws IOException {
        byte[] empty = gzip(new byte[0], 1);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int i = 0; i < 1_000_000; i++) {
            packed.writeBytes(empty);
        }
        packed.writeBytes(gzip(new PcapWriter(1).frame(1, 1, new byte[60]).bytes(), 1));
        Path file = Files.write(folder.resolve("members"), packed.toByteArray());
        CaptureFile capture = CaptureFile.open(file, RunMonitor.NONE);
        assertTrue(capture.damage().isEmpty());
        assertTrue(capture.frames().next(new Frame()));
    }

    @Test
    void nameWithoutEndIsNotReadFromTheDiskByteByByte() {
        byte[] name = Arrays.copyOf(new byte[] {0x1f, (byte) 0x8b, 8, 8}, MEBIBYTE);
        Arrays.fill(name, 10, name.length, (byte) 'a');
        int[] reads = {0};
        InputStream disk =
                new ByteArrayInputStream(name) {
                    @Override
                    public int read() {
                        reads[0]++;
                        return super.read();
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) {
                        reads[0]++;
                        return super.read(bytes, from, length);
                    }
                };
        assertThrows(EOFException.class, () -> Compression.GZIP.open(disk));
        assertTrue(reads[0] < 100, () -> "reads: " + reads[0]);
    }
}
