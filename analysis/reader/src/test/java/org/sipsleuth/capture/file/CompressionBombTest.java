package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Small files that unpack to large ones.
class CompressionBombTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final int RECORD_HEADER_BYTES = 16;

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

    /// A capture of frames of zeros.
    ///
    /// @param frames of 1 MiB each, with their headers
    private static byte[] capture(int frames) {
        PcapWriter capture = new PcapWriter(1);
        for (int i = 0; i < 4 * frames; i++) {
            capture.frame(i, 1, new byte[MEBIBYTE / 4 - RECORD_HEADER_BYTES]);
        }
        return capture.bytes();
    }

    private static byte[] packed(Compression compression, byte[] plain) throws IOException {
        return compression == Compression.GZIP ? gzip(plain, 1) : Zstd.compress(plain);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void whatLiesBeforeTheLimitIsReadAndTheRestIsReported(Compression compression) throws IOException {
        byte[] bomb = packed(compression, capture(64));
        assertTrue(bomb.length < MEBIBYTE);
        Path file = Files.write(folder.resolve("bomb"), bomb);
        CaptureFile capture = CaptureFile.open(file, UnpackLimit.of(8 * MEBIBYTE), RunMonitor.NONE);
        assertEquals(8 * MEBIBYTE, capture.bytes().byteSize());
        FrameReader reader = capture.frames();
        Frame frame = new Frame();
        int frames = 0;
        while (reader.next(frame)) {
            frames++;
        }
        assertEquals(4 * 8 - 1, frames);
        Damage end = capture.damage(reader).orElseThrow();
        assertTrue(end.isLimit());
        assertEquals(24 + 31L * MEBIBYTE / 4, end.offset());
        assertEquals(
                "Unpacked 8,388,608 bytes of the %s file (%,d bytes), then stopped at the limit; --unpack-limit raises it."
                        .formatted(compression.text(), bomb.length),
                end.what());
    }

    @Test
    void theDefaultLimitAllowsFloodsOfOnePacketAndStopsBombs() {
        long room = 100L << 30;
        assertEquals(256L << 20, UnpackLimit.DEFAULT.allowance(250_000, room).bytes());
        assertEquals(500L << 20, UnpackLimit.DEFAULT.allowance(1 << 20, room).bytes());
        assertEquals(room / 2, UnpackLimit.DEFAULT.allowance(1 << 30, room).bytes());
        assertEquals(room / 2, UnpackLimit.DEFAULT.allowance(Long.MAX_VALUE, room).bytes());
        assertTrue(UnpackLimit.DEFAULT.allowance(1 << 30, room).byRoom());
        assertFalse(UnpackLimit.DEFAULT.allowance(1 << 20, room).byRoom());
    }

    @Test
    void aLimitThatIsGivenReplacesTheDefaultButNotTheFreeSpace() {
        long room = 100L << 30;
        assertEquals(90L << 30, UnpackLimit.of(90L << 30).allowance(250_000, room).bytes());
        assertEquals(room, UnpackLimit.of(Long.MAX_VALUE).allowance(250_000, room).bytes());
        assertEquals(1, UnpackLimit.of(1).allowance(250_000, room).bytes());
        assertThrows(IllegalArgumentException.class, () -> UnpackLimit.of(0));
    }

    @Test
    void halfAGibibyteOfTheDiskStaysFree() throws IOException {
        Path file = Files.write(folder.resolve("bomb"), gzip(capture(9), 1));
        UnpackLimit large = UnpackLimit.of(64L * MEBIBYTE);
        List<Path> temporary = new ArrayList<>();
        TempSpaceLimit little = new TempSpaceLimit(plain -> {
            temporary.add(plain);
            return (512 + 8) * MEBIBYTE;
        });
        Unpacked part = Unpacked.of(file, Compression.GZIP, large, RunMonitor.NONE, little);
        assertEquals(8 * MEBIBYTE, part.bytes().size());
        assertFalse(Files.exists(temporary.getFirst()));
        Damage end = part.damage().orElseThrow();
        assertTrue(end.isLimit());
        assertTrue(end.what().contains("lack of free space"), end.what());
        assertEquals(0, new TempSpaceLimit(_ -> 511 * MEBIBYTE).besideBytes(file));
        TempSpaceLimit enough = new TempSpaceLimit(_ -> (512 + 10) * MEBIBYTE);
        Unpacked plain = Unpacked.of(file, Compression.GZIP, large, RunMonitor.NONE, enough);
        assertEquals(24 + 9 * MEBIBYTE, plain.bytes().size());
        assertTrue(plain.damage().isEmpty());
        TempSpaceLimit none = new TempSpaceLimit(_ -> 0);
        CaptureFormatException refused = assertThrows(CaptureFormatException.class,
                () -> Unpacked.of(file, Compression.GZIP, large, RunMonitor.NONE, none));
        assertTrue(refused.getMessage().contains("lack of free space"), refused.getMessage());
    }

    @Test
    void progressShowsHowMuchOfTheFileIsUnpacked() throws IOException {
        byte[] packed = gzip(capture(8), 1);
        Path file = Files.write(folder.resolve("packed"), packed);
        List<Progress> shown = new ArrayList<>();
        RunMonitor monitor = recording(shown);
        CaptureFile.open(file, monitor);
        assertEquals(new Progress("Unpacking (8 MB so far)", packed.length, packed.length), shown.getLast());
        assertTrue(shown.getFirst().stage().startsWith("Unpacking (0 MB"), shown.toString());
    }

    @Test
    void compressedFilesInsideCompressedFilesAreRefusedBeforeTheyAreUnpacked() throws IOException {
        byte[] inner = gzip(capture(1), 1);
        byte[] padded = Arrays.copyOf(inner, 64 * MEBIBYTE);
        Path file = Files.write(folder.resolve("twice"), Zstd.compress(padded));
        assertStopsAtOnce(file, "It is a gzip file inside a zstd file; only one level of compression is"
                + " removed. Unpack the outer file first.");
    }

    @Test
    void whatIsNoCaptureIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = Files.write(folder.resolve("zeros"), gzip(new byte[MEBIBYTE], 64));
        assertStopsAtOnce(file,
                "It is neither pcap, pcapng, ERF nor a text log: it begins with the bytes 00 00 00 00.");
    }

    private static RunMonitor recording(List<Progress> shown) {
        return new RunMonitor() {
            @Override
            public void progress(Progress progress) {
                shown.add(progress);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
    }

    private static void assertStopsAtOnce(Path file, String refusal) {
        List<Progress> shown = new ArrayList<>();
        RunMonitor monitor = recording(shown);
        CaptureFormatException refused =
                assertThrows(CaptureFormatException.class, () -> CaptureFile.open(file, monitor));
        assertEquals(refusal, refused.getMessage());
        assertEquals(List.of(), shown);
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
        byte[] name = Arrays.copyOf(new byte[]{0x1f, (byte) 0x8b, 8, 8}, MEBIBYTE);
        Arrays.fill(name, 10, name.length, (byte) 'a');
        int[] reads = {0};
        InputStream disk = new ByteArrayInputStream(name) {
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
