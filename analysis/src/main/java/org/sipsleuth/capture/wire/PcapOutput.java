package org.sipsleuth.capture.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.sipsleuth.capture.FrameReader;

/// A pcap file with ns that is written as a stream. Another processor writes and hashes what is
/// full, while the next is filled.
public final class PcapOutput implements Closeable {

    private static final int MAGIC_NANOS = 0xa1b23c4d;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int RECORD_HEADER_BYTES = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /// Room for the largest frame, and long enough that handing it over costs little.
    private static final int BUFFER_BYTES = 1 << 20;

    private final FileChannel file;
    private final MessageDigest digest = sha256();
    private ByteBuffer filling = newBuffer();
    private ByteBuffer spare = newBuffer();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private long bytes;

    /// Makes a new file.
    ///
    /// @param linkType as the pcap registry numbers them
    public PcapOutput(Path path, int linkType) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        filling.putInt(MAGIC_NANOS)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(FrameReader.LARGEST_FRAME_BYTES)
                .putInt(linkType);
        bytes = FILE_HEADER_BYTES;
    }

    private static ByteBuffer newBuffer() {
        return ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Adds a frame.
    ///
    /// @param wireBytes how long it was before it was cut
    /// @throws UncheckedIOException if the file cannot be written
    public void append(long atNanos, byte[] frame, int from, int length, long wireBytes) {
        if (filling.remaining() < RECORD_HEADER_BYTES + length) {
            handOver();
        }
        filling.putInt((int) Math.floorDiv(atNanos, NANOS_PER_SECOND))
                .putInt((int) Math.floorMod(atNanos, NANOS_PER_SECOND))
                .putInt(length)
                .putInt((int) wireBytes)
                .put(frame, from, length);
        bytes += RECORD_HEADER_BYTES + length;
    }

    private void handOver() {
        await();
        ByteBuffer full = filling;
        filling = spare;
        filling.clear();
        spare = full;
        writing = CompletableFuture.runAsync(() -> write(full));
    }

    private void await() {
        try {
            writing.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException cause) {
                throw new UncheckedIOException(cause.getCause());
            }
            throw e;
        }
    }

    private void write(ByteBuffer full) {
        full.flip();
        digest.update(full.duplicate());
        try {
            while (full.hasRemaining()) {
                file.write(full);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes all that was added. Nothing can be added any more.
    ///
    /// @return the SHA-256 of the file, in lower-case hexadecimal
    /// @throws UncheckedIOException if the file cannot be written
    public String finish() {
        handOver();
        await();
        return HexFormat.of().formatHex(digest.digest());
    }

    /// How long the file is.
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        try {
            await();
        } catch (UncheckedIOException told) {
            throw told.getCause();
        } finally {
            file.close();
        }
    }
}
