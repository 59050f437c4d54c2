package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.run.RunMonitor;

class SequentialFileTest {

    private static final int PIECE = 1000;
    private static final int PIECES = 20;

    @TempDir Path directory;

    private final byte[] bytes = new byte[PIECE * PIECES];

    SequentialFileTest() {
        new Random(1).nextBytes(bytes);
    }

    private SequentialFile file(byte[] onDisk, Semaphore channels) throws IOException {
        Path path = Files.write(directory.resolve("file"), onDisk);
        return new SequentialFile(path, FileBytes.of(MemorySegment.ofArray(bytes)), channels);
    }

    private byte[] copied(SequentialFile file, int piece) {
        byte[] to = new byte[PIECE];
        file.copy((long) piece * PIECE, to, MemorySegment.ofArray(to), PIECE);
        return to;
    }

    private byte[] piece(byte[] of, int piece) {
        return Arrays.copyOfRange(of, piece * PIECE, (piece + 1) * PIECE);
    }

    @Test
    void theFileIsReadAndClosedAtItsEnd() throws IOException {
        byte[] onDisk = new byte[bytes.length]; // not what is mapped, to see where it comes from
        Semaphore channels = new Semaphore(1);
        SequentialFile file = file(onDisk, channels);
        assertArrayEquals(piece(bytes, 0), copied(file, 0));
        assertArrayEquals(piece(bytes, 1), copied(file, 1));
        for (int i = 2; i < PIECES; i++) {
            assertArrayEquals(piece(onDisk, i), copied(file, i));
            assertEquals(i + 1 < PIECES ? 0 : 1, channels.availablePermits());
        }
    }

    @Test
    void whereNoMoreFilesMayBeOpenItIsReadFromTheMapping() throws IOException {
        SequentialFile file = file(new byte[bytes.length], new Semaphore(0));
        for (int i = 0; i < PIECES; i++) {
            assertArrayEquals(piece(bytes, i), copied(file, i));
        }
    }

    @Test
    void aFileThatBecameShorterIsReadFromTheMapping() throws IOException {
        Semaphore channels = new Semaphore(1);
        SequentialFile file = file(new byte[4 * PIECE + 7], channels);
        for (int i = 0; i < PIECES; i++) {
            boolean isFromDisk = i == 2 || i == 3;
            assertArrayEquals(piece(isFromDisk ? new byte[bytes.length] : bytes, i), copied(file, i));
        }
        assertEquals(1, channels.availablePermits());
    }

    @Test
    void afterAnInterruptItIsReadFromTheMapping() throws IOException {
        Semaphore channels = new Semaphore(1);
        SequentialFile file = file(new byte[bytes.length], channels);
        for (int i = 0; i < 4; i++) {
            copied(file, i);
        }
        Thread.currentThread().interrupt();
        assertArrayEquals(piece(bytes, 4), copied(file, 4));
        assertTrue(Thread.interrupted());
        assertArrayEquals(piece(bytes, 5), copied(file, 5));
        assertEquals(1, channels.availablePermits());
    }

    @Test
    void afterItWasReleasedItIsReadFromTheMapping() throws IOException {
        Semaphore channels = new Semaphore(1);
        SequentialFile file = file(new byte[bytes.length], channels);
        for (int i = 0; i < 4; i++) {
            copied(file, i);
        }
        assertEquals(0, channels.availablePermits());
        file.release();
        assertEquals(1, channels.availablePermits());
        assertArrayEquals(piece(bytes, 4), copied(file, 4));
        assertEquals(1, channels.availablePermits());
    }

    /// Frames of any length, more than come near at once among them.
    @Test
    void aCaptureHasTheSameFramesEitherWay() throws IOException {
        Random random = new Random(2);
        PcapWriter pcap = new PcapWriter(1);
        for (int i = 0; i < 400; i++) {
            byte[] frame = new byte[random.nextInt(10) == 0 ? random.nextInt(100_000) : random.nextInt(2_000)];
            random.nextBytes(frame);
            pcap.frame(i, 0, frame);
        }
        CaptureFile capture = CaptureFile.open(pcap.write(directory.resolve("frames.pcap")), RunMonitor.NONE);
        Semaphore channels = new Semaphore(1);
        FrameReader mapped = capture.frames();
        FrameReader read = capture.frames(channels);
        Frame one = new Frame();
        Frame other = new Frame();
        while (mapped.next(one)) {
            assertTrue(read.next(other));
            assertEquals(one.offset(), other.offset());
            assertEquals(one.capturedBytes(), other.capturedBytes());
            if (other.near().holds(other.offset(), other.offset() + other.capturedBytes())) {
                int at = (int) (other.offset() - other.near().from());
                byte[] near = Arrays.copyOfRange(other.near().bytes(), at, at + other.capturedBytes());
                assertArrayEquals(capture.bytes()
                        .asSlice(one.offset(), one.capturedBytes())
                        .toArray(java.lang.foreign.ValueLayout.JAVA_BYTE), near);
            }
        }
        assertEquals(1, channels.availablePermits());
    }
}
