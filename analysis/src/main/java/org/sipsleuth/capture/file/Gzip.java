package org.sipsleuth.capture.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Unpacks gzip files (RFC 1952) beside the evidence, never in memory: a packed capture can be
/// larger than that.
final class Gzip {

    private static final int MAGIC = 0x8b1f;
    private static final int CHUNK_BYTES = 1 << 16;

    /// What a packed capture may hold; a file that unpacks to more is taken for a bomb.
    private static final long MOST_BYTES = 64L << 30;

    private Gzip() {}

    static boolean isGzip(MemorySegment bytes) {
        return bytes.byteSize() >= Short.BYTES
                && Short.toUnsignedInt(bytes.get(Octets.SHORT_LITTLE, 0)) == MAGIC;
    }

    /// What a gzip file held.
    ///
    /// @param bytes all that could be unpacked
    /// @param damage where the packed file could not be read on
    record Unpacked(MemorySegment bytes, Optional<Damage> damage) {}

    static Unpacked unpack(Path packed, RunMonitor monitor) throws IOException {
        Path plain = Files.createTempFile("sipsleuth-", ".pcap");
        try (FileChannel channel =
                        FileChannel.open(
                                plain,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE);
                InputStream in = new GZIPInputStream(Files.newInputStream(packed), CHUNK_BYTES)) {
            Optional<Damage> damage = copy(in, channel, monitor);
            return new Unpacked(CaptureFile.map(channel), damage);
        } catch (EOFException | ZipException e) {
            throw new CaptureFormatException("The gzip file is damaged at its beginning.", 0);
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private static Optional<Damage> copy(InputStream in, FileChannel out, RunMonitor monitor)
            throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        long done = 0;
        while (true) {
            monitor.throwIfCancelled();
            int read;
            try {
                read = in.read(chunk);
            } catch (EOFException | ZipException e) {
                return Optional.of(
                        new Damage(
                                done,
                                "The gzip file is damaged or cut short: %d bytes were unpacked."
                                        .formatted(done)));
            }
            if (read < 0) {
                return Optional.empty();
            }
            done += read;
            if (done > MOST_BYTES) {
                throw new CaptureFormatException(
                        "The gzip file unpacks to more than %d GiB.".formatted(MOST_BYTES >> 30),
                        0);
            }
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            monitor.progress(new Progress("Unpacking", done, -1));
        }
    }
}
