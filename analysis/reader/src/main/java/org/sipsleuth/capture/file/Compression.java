package org.sipsleuth.capture.file;

import com.github.luben.zstd.ZstdIOException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.zip.ZipException;
import org.sipsleuth.file.ZstdLibrary;

/// How a capture can be packed. Files of several members or frames are unpacked one after the
/// other.
enum Compression {
    /// RFC 1952.
    GZIP("gzip"),

    /// RFC 8878. Frames that need a window of more than 128 MiB are not unpacked.
    ZSTD("zstd");

    private static final int CHUNK_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x8b1f;
    private static final int ZSTD_MAGIC = 0xfd2fb528;
    private static final int ZSTD_SKIPPABLE = 0x184d2a50; // and the 15 that follow
    private static final int ZSTD_SKIPPABLE_MASK = 0xfffffff0;

    private final String text;

    Compression(String text) {
        this.text = text;
    }

    /// The name people know.
    String text() {
        return text;
    }

    /// The compression of a file that begins with these bytes.
    static Optional<Compression> of(MemorySegment bytes) {
        if (bytes.byteSize() < Integer.BYTES) {
            return Optional.empty();
        }
        int magic = Octets.little(bytes, 0);
        if ((magic & 0xffff) == GZIP_MAGIC) {
            return Optional.of(GZIP);
        }
        boolean zstd = magic == ZSTD_MAGIC || (magic & ZSTD_SKIPPABLE_MASK) == ZSTD_SKIPPABLE;
        return zstd ? Optional.of(ZSTD) : Optional.empty();
    }

    /// Unpacks while it is read, to the end or to the first byte that is not compressed in this
    /// format.
    InputStream open(InputStream packed) throws IOException {
        return switch (this) {
            // The JDK reads headers, which hold names of any length, byte by byte.
            case GZIP -> new GzipMembers(new BufferedInputStream(packed, CHUNK_BYTES), CHUNK_BYTES);
            case ZSTD -> ZstdLibrary.open(packed);
        };
    }

    /// Whether reading failed because of what is in the file.
    static boolean isDamage(IOException failure) {
        return failure instanceof EOFException
                || failure instanceof ZipException
                || failure instanceof ZstdIOException;
    }
}
