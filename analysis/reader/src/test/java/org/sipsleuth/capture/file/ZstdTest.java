package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.run.RunMonitor;

class ZstdTest {

    private static final byte[] SKIPPABLE = {0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3};

    @TempDir Path directory;

    private CaptureFile open(byte[] bytes) throws IOException {
        return CaptureFile.open(Files.write(Files.createTempFile(directory, "t", ".zst"), bytes), RunMonitor.NONE);
    }

    private static int frames(CaptureFile capture) throws IOException {
        int frames = 0;
        var reader = capture.frames();
        while (reader.next(new Frame())) {
            frames++;
        }
        return frames;
    }

    private static byte[] noise(int frames) {
        PcapWriter writer = new PcapWriter(1);
        byte[] noise = new byte[1000];
        new Random(7).nextBytes(noise);
        for (int i = 0; i < frames; i++) {
            new Random(i).nextBytes(noise);
            writer.frame(i, 0, noise);
        }
        return writer.bytes();
    }

    @Test
    void framesAreUnpackedOneAfterTheOtherAndSkippableOnesSkipped() throws IOException {
        byte[] file = noise(3);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(SKIPPABLE);
        packed.writeBytes(Zstd.compress(Arrays.copyOf(file, 50)));
        packed.writeBytes(SKIPPABLE);
        packed.writeBytes(Zstd.compress(Arrays.copyOfRange(file, 50, file.length)));
        CaptureFile capture = open(packed.toByteArray());
        assertEquals(3, frames(capture));
        assertEquals(packed.size(), capture.sizeBytes());
        assertTrue(capture.damage().isEmpty());
    }

    @Test
    void aFileCutShortGivesWhatCouldBeUnpackedAndSaysSo() throws IOException {
        byte[] packed = Zstd.compress(noise(500));
        CaptureFile capture = open(Arrays.copyOf(packed, packed.length / 2));
        assertTrue(frames(capture) > 0);
        String what = "The zstd file is truncated at its byte %,d: ".formatted(packed.length / 2);
        assertTrue(capture.damage().orElseThrow().what().startsWith(what));
    }

    @Test
    void rubbishAfterTheLastFrameIsReportedAndCostsNothing() throws IOException {
        byte[] file = noise(3);
        byte[] packed = Zstd.compress(file);
        for (int length : new int[]{1, 3, 4, 30, 200_000}) {
            byte[] more = Arrays.copyOf(packed, packed.length + length);
            more[more.length - 1] = 7;
            CaptureFile capture = open(more);
            assertEquals(3, frames(capture));
            assertEquals(file.length, capture.damage().orElseThrow().offset());
            String what = capture.damage().orElseThrow().what();
            assertTrue(length < 4 || what.contains(" is damaged before its byte "), what);
        }
    }

    @Test
    void aFileThatUnpacksToNothingIsRefusedInWords() {
        byte[] packed = Zstd.compress(noise(1));
        assertEquals("The zstd file is damaged at its beginning.",
                assertThrows(CaptureFormatException.class, () -> open(Arrays.copyOf(packed, 10))).getMessage());
    }

    @Test
    void anyChangedByteGivesFramesOrARefusal() throws IOException {
        byte[] packed = Zstd.compress(noise(2));
        for (int i = 4; i < packed.length; i += 7) {
            byte[] changed = packed.clone();
            changed[i] ^= (byte) 0xff;
            try {
                assertTrue(frames(open(changed)) <= 2);
            } catch (CaptureFormatException e) {
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
            }
        }
    }
}
