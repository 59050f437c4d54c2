package org.sipsleuth.capture.file;

import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/// What a packed capture held, unpacked beside the evidence and never in memory: it can be larger
/// than that.
///
/// @param bytes all that could be unpacked
/// @param damage where the packed file could not be read on
record Unpacked(MemorySegment bytes, Optional<Damage> damage) {

    private static final int CHUNK_BYTES = 1 << 16;
    private static final byte[] ZEROS = new byte[CHUNK_BYTES];

    /// What a packed capture may hold; a file that unpacks to more is taken for a bomb.
    private static final long MOST_BYTES = 64L << 30;

    /// What a file may unpack to.
    ///
    /// @param byRoom whether it is the disk that has no room for more
    private record Limit(Compression compression, long most, boolean byRoom) {

        void check(long bytes) throws CaptureFormatException {
            if (bytes > most) {
                String why = byRoom ? ", for which there is no room." : ".";
                throw new CaptureFormatException(
                        "The %s file unpacks to more than %d MiB%s"
                                .formatted(compression.text(), most >> 20, why),
                        0);
            }
        }
    }

    /// Unpacks a file.
    ///
    /// @throws CaptureFormatException if nothing of it can be unpacked, or too much
    static Unpacked of(Path packed, Compression compression, RunMonitor monitor)
            throws IOException {
        return of(packed, compression, monitor, MOST_BYTES, new SpareRoom());
    }

    /// The same.
    ///
    /// @param most how many bytes it may unpack to
    /// @param spare what of them has room where temporary files lie
    static Unpacked of(
            Path packed, Compression compression, RunMonitor monitor, long most, SpareRoom spare)
            throws IOException {
        Path plain = Files.createTempFile("sipsleuth-", ".pcap");
        long room = spare.besideBytes(plain);
        Limit limit = new Limit(compression, Math.min(most, room), room < most);
        try (FileChannel channel =
                        FileChannel.open(
                                plain,
                                StandardOpenOption.READ,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.DELETE_ON_CLOSE);
                CountedInput file = new CountedInput(Files.newInputStream(packed));
                InputStream in = compression.open(file)) {
            Optional<Damage> damage = copy(file, in, channel, limit, monitor);
            if (damage.isEmpty() && in instanceof GzipMembers members) {
                damage = behind(packed, members.end(), channel.size(), monitor);
            }
            if (damage.isPresent() && channel.size() == 0) {
                throw atBeginning(compression);
            }
            return new Unpacked(CaptureFile.map(channel, channel.size()), damage);
        } catch (IOException e) {
            throw Compression.isDamage(e) ? atBeginning(compression) : e;
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    /// What stands behind the last member, which the stream does not tell. Zeros fill up blocks.
    ///
    /// @param end where that ends
    /// @param unpacked how many bytes were unpacked
    private static Optional<Damage> behind(Path packed, long end, long unpacked, RunMonitor monitor)
            throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        boolean onlyZeros = true;
        long size = end;
        try (InputStream file = Files.newInputStream(packed)) {
            file.skipNBytes(end);
            for (int read = file.read(chunk); read >= 0; read = file.read(chunk)) {
                monitor.throwIfCancelled();
                onlyZeros &= Arrays.equals(chunk, 0, read, ZEROS, 0, read);
                size += read;
            }
        }
        return onlyZeros
                ? Optional.empty()
                : Optional.of(
                        new Damage(
                                unpacked,
                                "Behind the end of the gzip data, at byte %d of the packed file, are %d bytes that are none: they were not read."
                                        .formatted(end, size - end)));
    }

    private static CaptureFormatException atBeginning(Compression compression) {
        return new CaptureFormatException(
                "The %s file is damaged at its beginning.".formatted(compression.text()), 0);
    }

    private static Optional<Damage> copy(
            CountedInput packed, InputStream in, FileChannel out, Limit limit, RunMonitor monitor)
            throws IOException {
        byte[] chunk = new byte[CHUNK_BYTES];
        long done = 0;
        while (true) {
            monitor.throwIfCancelled();
            int read;
            try {
                read = in.read(chunk);
            } catch (IOException e) {
                if (!Compression.isDamage(e)) {
                    throw e;
                }
                boolean cut = packed.hasEnded();
                long at =
                        !cut && in instanceof GzipMembers members
                                ? members.at()
                                : packed.position();
                String what = cut ? "was cut short at" : "is damaged before";
                return Optional.of(
                        new Damage(
                                done,
                                "The %s file %s its byte %d: %d bytes were unpacked of it."
                                        .formatted(limit.compression.text(), what, at, done)));
            }
            if (read < 0) {
                return Optional.empty();
            }
            done += read;
            limit.check(done);
            ByteBuffer buffer = ByteBuffer.wrap(chunk, 0, read);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            monitor.progress(new Progress("Unpacking", done, -1));
        }
    }
}
