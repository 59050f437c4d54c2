package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files made to be much work for whoever looks for frames that both hold, read with 256 MiB of
/// heap. The time allowed is no measure, only the end of a wait for work that grows faster than
/// its input.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
@Tag("long")
class SharedFloodTest {

    private static final int MILLION = 1_000_000;

    @TempDir Path folder;

    private interface Payload {
        byte[] of(int number);
    }

    /// A file of frames that all have one time.
    private Path moment(String name, int frames, Payload payload) throws IOException {
        Path file = folder.resolve(name);
        try (BigCapture capture = new BigCapture(file, BigCapture.RAW_IP, 0)) {
            for (int i = 0; i < frames; i++) {
                capture.udp(payload.of(i));
            }
        }
        return file;
    }

    private static byte[] numbered(int length, int number) {
        byte[] payload = new byte[length];
        for (int i = 0; i < Integer.BYTES; i++) {
            payload[length - 1 - i] = (byte) (number >> i * Byte.SIZE);
        }
        return payload;
    }

    /// More than are kept, so most are not found; none of them is told for one.
    @Test
    void millionFramesOfOneMomentInTwoFiles() throws Exception {
        Path one = moment("one", MILLION, i -> numbered(40, i));
        Path two = moment("two", MILLION, i -> numbered(40, i));
        var reading = SmallMachine.read(one, two);
        assertEquals(2 * MILLION, reading.frames());
        assertEquals(2 * MILLION, reading.unread());
        assertTrue(reading.heapBytes() < 64 << 20, () -> "heap: " + reading.heapBytes());
    }

    @Test
    void millionFramesThatAreAllTheSameInTwoFiles() throws Exception {
        Path one = moment("one", MILLION, _ -> numbered(40, 7));
        Path two = moment("two", MILLION, _ -> numbered(40, 7));
        var reading = SmallMachine.read(one, two);
        assertEquals(MILLION, reading.repeated());
        assertEquals(2 * MILLION, reading.unread());
        assertTrue(reading.heapBytes() < 64 << 20, () -> "heap: " + reading.heapBytes());
    }

    /// Each comparison would have to look at all the bytes.
    @Test
    void largeFramesOfOneMomentThatDifferInTheLastByte() throws Exception {
        Path one = moment("one", 2_000, i -> numbered(60_000, i));
        Path two = moment("two", 2_000, i -> numbered(60_000, i + 1_000));
        assertEquals(1_000, SmallMachine.read(one, two).repeated());
    }

    /// A message in each frame, and each frame in both files.
    @Test
    void halfAMillionMessagesInTwoFiles() throws Exception {
        Path one = folder.resolve("one");
        try (BigCapture capture = new BigCapture(one, BigCapture.RAW_IP)) {
            for (int i = 0; i < MILLION / 2; i++) {
                capture.udp("OPTIONS sip:a SIP/2.0\r\ni:%d\r\n\r\n".formatted(i));
            }
        }
        var reading = SmallMachine.read(one, one);
        assertEquals(MILLION / 2, reading.messages());
        assertEquals(MILLION / 2, reading.dialogs());
        assertEquals(MILLION / 2, reading.repeated());
        assertEquals(MILLION / 2, reading.unread());
    }
}
