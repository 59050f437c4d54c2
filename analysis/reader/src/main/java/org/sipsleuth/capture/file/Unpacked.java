package org.sipsleuth.capture.file;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.file.UnpackLimit.Allowance;
import org.sipsleuth.capture.log.TextLog;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// What a packed capture held, unpacked beside the evidence and never in memory: it can be larger
/// than that.
///
/// @param bytes all that could be unpacked
/// @param damage where the packed file could not be read on
record Unpacked(FileBytes bytes, Optional<Damage> damage) {

    private static final int CHUNK_BYTES = 1 << 16;

    /// The header of a tar archive, which is the longest that has to be seen whole.
    private static final int TO_RECOGNISE = 512;

    private static final byte[] ZEROS = new byte[CHUNK_BYTES];

    private static final long MEGABYTE = 1_000_000L;

    /// Unpacks a file.
    ///
    /// @throws CaptureFormatException if nothing of it can be unpacked, or it holds no capture
    static Unpacked of(Path packed, Compression compression, UnpackLimit limit, RunMonitor monitor) throws IOException {
        return of(packed, compression, limit, monitor, new TempSpaceLimit());
    }

    /// The same.
    ///
    /// @param spare what has room where temporary files lie
    static Unpacked of(Path packed, Compression compression, UnpackLimit limit, RunMonitor monitor,
            TempSpaceLimit spare) throws IOException {
        Path plain = Files.createTempFile("sipsleuth-", ".pcap");
        try {
            long packedBytes = Files.size(packed);
            Allowance allowance = limit.allowance(packedBytes, spare.besideBytes(plain));
            return of(packed, plain, compression, packedBytes, allowance, monitor);
        } catch (IOException e) {
            throw Compression.isDamage(e) ? atBeginning(compression) : e;
        } finally {
            Files.deleteIfExists(plain);
        }
    }

    private static Unpacked of(Path packed, Path plain, Compression compression, long packedBytes, Allowance allowance,
            RunMonitor monitor) throws IOException {
        // Deleting it on close removes its name at once where the system can, so that nothing is
        // left behind even if the process is killed.
        try (FileChannel channel = FileChannel.open(plain, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE); CountedInput file = new CountedInput(Files.newInputStream(packed));
                InputStream in = compression.open(file)) {
            Optional<Damage> damage =
                    new Unpacking(compression, packedBytes, allowance, channel, monitor).run(file, in);
            if (damage.isEmpty() && in instanceof GzipMembers members) {
                damage = behind(packed, members.end(), channel.size(), monitor);
            }
            if (damage.isPresent() && channel.size() == 0) {
                throw damage.get().isLimit() ? new CaptureFormatException(damage.get().what(), 0)
                        : atBeginning(compression);
            }
            MemorySegment all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
            return new Unpacked(FileBytes.of(all), damage);
        }
    }

    /// What follows the last member, which the stream does not report. Zeros are padding.
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
        return onlyZeros ? Optional.empty()
                : Optional.of(new Damage(unpacked, CaptureFault.COMPRESSION_TRAILING.text(end, size - end)));
    }

    private static CaptureFormatException atBeginning(Compression compression) {
        return new CaptureFormatException(CaptureFault.COMPRESSION_START.text(compression.text()), 0);
    }

    /// One file on its way into the temporary file.
    private record Unpacking(Compression compression, long packedBytes, Allowance allowance, FileChannel out,
            RunMonitor monitor) {

        /// Unpacks up to the end, the limit or damage.
        ///
        /// @param packed what `in` reads
        /// @return why it stopped before the end
        /// @throws CaptureFormatException if the first bytes are not those of a capture
        Optional<Damage> run(CountedInput packed, InputStream in) throws IOException {
            byte[] chunk = new byte[CHUNK_BYTES];
            long done = 0;
            boolean isRecognised = false;
            while (true) {
                monitor.throwIfCancelled();
                int read;
                try {
                    read = in.read(chunk);
                } catch (IOException e) {
                    if (!Compression.isDamage(e)) {
                        throw e;
                    }
                    return Optional.of(damage(packed, in, done));
                }
                if (read < 0) {
                    if (!isRecognised && done >= Integer.BYTES) {
                        checkFormat();
                    }
                    return Optional.empty();
                }
                int wanted = (int) Math.min(read, allowance.bytes() - done);
                write(ByteBuffer.wrap(chunk, 0, wanted));
                done += wanted;
                if (!isRecognised && done >= TO_RECOGNISE) {
                    checkFormat();
                    isRecognised = true;
                }
                if (wanted < read) {
                    return Optional.of(new Damage(done, limitReached(done), Damage.Kind.LIMIT));
                }
                String soFar = "Unpacking (%,d MB so far)".formatted(done / MEGABYTE);
                monitor.progress(new Progress(soFar, packed.position(), packedBytes));
            }
        }

        private void write(ByteBuffer buffer) throws IOException {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        }

        /// What is not a capture need not be unpacked any further.
        private void checkFormat() throws IOException {
            ByteBuffer first = ByteBuffer.allocate(CHUNK_BYTES);
            out.read(first, 0);
            MemorySegment bytes = MemorySegment.ofBuffer(first.flip());
            Optional<Compression> inner = Compression.of(bytes);
            if (inner.isPresent()) {
                throw new CaptureFormatException(
                        CaptureFault.COMPRESSION_NESTED.text(inner.get().text(), compression.text()), 0);
            }
            if (!TextLog.mayBe(bytes)) { // the first message of a log can be anywhere
                CaptureFile.recognise(bytes);
            }
        }

        private Damage damage(CountedInput packed, InputStream in, long done) {
            boolean cut = packed.hasEnded();
            long at = !cut && in instanceof GzipMembers members ? members.at() : packed.position();
            CaptureFault fault = cut ? CaptureFault.COMPRESSION_CUT : CaptureFault.COMPRESSION_DAMAGED;
            return new Damage(done, fault.text(compression.text(), at, done));
        }

        private String limitReached(long done) {
            return allowance.byRoom() ? CaptureFault.UNPACK_SPACE.text(done, compression.text())
                    : CaptureFault.UNPACK_LIMIT.text(done, compression.text(), packedBytes);
        }
    }
}
