package org.sipsleuth.capture.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// A new file that is written as a stream of little-endian numbers and bytes. Another processor
/// writes and hashes what is full, while the next is filled.
final class HashedOutput implements Closeable {

    /// Room for the largest frame, and long enough that handing it over costs little.
    static final int BUFFER_BYTES = 1 << 20;

    private final WritableByteChannel file;
    private final MessageDigest digest = sha256();
    private ByteBuffer filling = newBuffer();
    private ByteBuffer spare = newBuffer();
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private long handedOver;

    HashedOutput(WritableByteChannel file) {
        this.file = file;
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

    /// Where the next bytes are put, so many at most.
    ///
    /// @throws UncheckedIOException if the file cannot be written
    ByteBuffer room(int bytes) {
        if (filling.remaining() < bytes) {
            handOver();
        }
        return filling;
    }

    private void handOver() {
        await();
        ByteBuffer full = filling;
        handedOver += full.position();
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
    String finish() {
        handOver();
        await();
        return HexFormat.of().formatHex(digest.digest());
    }

    /// How long the file is.
    long bytes() {
        return handedOver + filling.position();
    }

    @Override
    public void close() throws IOException {
        try {
            await();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            file.close();
        }
    }
}
