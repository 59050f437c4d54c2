package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureFormatException;
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
        CaptureFormatException refused =
                assertThrows(
                        CaptureFormatException.class,
                        () -> Unpacked.of(file, compression, RunMonitor.NONE, 8 * MEBIBYTE));
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
    void packedFilesWithinPackedFilesAreNotUnpackedAgain() throws IOException {
        Path file = Files.write(folder.resolve("twice"), gzip(gzip(new byte[100], 1), 1));
        CaptureFormatException refused =
                assertThrows(
                        CaptureFormatException.class,
                        () -> CaptureFile.open(file, RunMonitor.NONE));
        assertTrue(refused.getMessage().startsWith("It is neither pcap nor pcapng"));
    }
}
