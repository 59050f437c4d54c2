package org.sipsleuth.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.CRC32;

/// The bytes of a model file, read once from the first to the last, and their SHA-256.
final class ZipBytes {

    private final InputStream in;
    private final MessageDigest digest = ModelFile.digest();
    private final CRC32 crc = new CRC32();
    private final long length;
    private long at;

    /// @param length how many bytes there are
    ZipBytes(InputStream in, long length) {
        this.in = in;
        this.length = length;
    }

    /// Where the next byte lies.
    long at() {
        return at;
    }

    /// How many bytes are left.
    long left() {
        return length - at;
    }

    /// The next bytes.
    ///
    /// @param count so few that memory can be taken for them
    /// @param where what they belong to, for the refusal if there are not so many
    ByteBuffer take(int count, String where) throws IOException {
        if (count > left()) {
            throw cutShort(where);
        }
        ByteBuffer bytes = StoredEntry.buffer(count);
        fill(bytes);
        return bytes.flip();
    }

    /// Fills the buffer, of which the caller knows that so many bytes are left.
    void fill(ByteBuffer buffer) throws IOException {
        byte[] array = buffer.array();
        int from = buffer.arrayOffset() + buffer.position();
        int count = buffer.remaining();
        if (in.readNBytes(array, from, count) < count) {
            throw new ModelFormatException("", "was truncated while it was read");
        }
        digest.update(array, from, count);
        crc.update(array, from, count);
        buffer.position(buffer.limit());
        at += count;
    }

    /// Begins to count the CRC-32 anew.
    void beginCrc() {
        crc.reset();
    }

    /// The CRC-32 of all bytes since it was begun.
    int crc() {
        return (int) crc.getValue();
    }

    /// Makes sure that all bytes have been read.
    void end() throws IOException {
        if (left() > 0) {
            throw new ModelFormatException("", "unexpected data after its end, from byte %d".formatted(at));
        }
        if (in.read() >= 0) {
            throw new ModelFormatException("", "grew while it was read");
        }
    }

    /// The SHA-256 of all bytes; asked once, at the end.
    String sha256() {
        return ModelFile.hex(digest);
    }

    /// What refuses a file that ends before its time.
    static ModelFormatException cutShort(String where) {
        return new ModelFormatException(where, "the file is truncated here");
    }
}
