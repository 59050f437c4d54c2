package org.sipsleuth.capture.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.format.ForeignFormat;
import org.sipsleuth.capture.log.TextLog;

/// What a file begins with, unpacked if it is packed: so much as shows whether it is a capture.
///
/// @param bytes what it begins with
/// @param isPacked whether they were unpacked
public record CaptureHead(MemorySegment bytes, boolean isPacked) {

    /// Enough for all formats but text logs.
    private static final int BYTES = 1 << 16;

    /// The beginning of a file.
    public static CaptureHead of(Path file) throws IOException {
        CaptureHead head = of(file, BYTES);
        return head.bytes.byteSize() == BYTES && TextLog.mayBe(head.bytes) ? of(file, TextLog.SEARCHED_BYTES) : head;
    }

    /// The beginning of a file, in which a text log has its first message near the first byte.
    static CaptureHead near(Path file) throws IOException {
        return of(file, BYTES);
    }

    private static CaptureHead of(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(most);
            Optional<Compression> packed = Compression.of(MemorySegment.ofArray(first));
            if (packed.isEmpty()) {
                return new CaptureHead(MemorySegment.ofArray(first), false);
            }
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), in);
            return new CaptureHead(MemorySegment.ofArray(unpacked(packed.get(), whole, most)), true);
        }
    }

    /// As far as it goes: a packed file may be cut short.
    private static byte[] unpacked(Compression packed, InputStream file, int most) throws IOException {
        byte[] bytes = new byte[most];
        int done = 0;
        try (InputStream in = packed.open(file)) {
            for (int read = 0; read >= 0 && done < most; read = in.read(bytes, done, most - done)) {
                done += read;
            }
        } catch (IOException obstacle) {
            if (!Compression.isDamage(obstacle)) {
                throw obstacle;
            }
        }
        return Arrays.copyOf(bytes, done);
    }

    /// The format of a file that can be opened as a capture.
    ///
    /// @throws CaptureFormatException if it is none
    public CaptureFormat format() throws CaptureFormatException {
        return CaptureFile.recognise(bytes);
    }

    /// The format of any capture, also of one that is not read.
    public Optional<String> name() {
        try {
            return Optional.of(format().text());
        } catch (CaptureFormatException none) {
            return ForeignFormat.capture(bytes);
        }
    }
}
