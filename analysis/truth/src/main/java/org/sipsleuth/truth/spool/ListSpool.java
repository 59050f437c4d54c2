package org.sipsleuth.truth.spool;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/// Lists that grow at the same time, as bytes, in one temporary file: of each only its end is in
/// memory. The file goes with the program whatever happens.
public final class ListSpool implements Closeable {

    private static final int FIRST_BYTES = 64;
    private static final int MOST_BYTES = 1 << 14;

    private final FileChannel channel;
    private long written;

    /// @param directory the directory of its file
    public ListSpool(Path directory) throws IOException {
        channel = RowSpool.open(directory);
    }

    /// One of the lists.
    public final class Growing {

        /// Where the parts lie in the file, each followed by its length.
        private long[] parts = new long[0];

        private int partCount;

        private byte[] end = new byte[FIRST_BYTES];
        private int used;
        private long items;

        private Growing() {}

        /// Adds an item, with a comma before it if it is not the first.
        ///
        /// @throws UncheckedIOException if the file cannot be written
        public void add(byte[] item) {
            if (items++ > 0) {
                put((byte) ',');
            }
            for (byte octet : item) {
                put(octet);
            }
        }

        private void put(byte octet) {
            if (used == end.length) {
                if (used == MOST_BYTES) {
                    spill();
                } else {
                    end = Arrays.copyOf(end, 2 * used);
                }
            }
            end[used++] = octet;
        }

        private void spill() {
            if (partCount == parts.length) {
                parts = Arrays.copyOf(parts, Math.max(4, 2 * partCount));
            }
            parts[partCount++] = written;
            parts[partCount++] = used;
            ByteBuffer part = ByteBuffer.wrap(end, 0, used);
            try {
                while (part.hasRemaining()) {
                    written += channel.write(part, written);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            used = 0;
        }

        /// How many items it has.
        public long items() {
            return items;
        }

        /// Copies all items, with commas between them.
        public void copyTo(OutputStream out) throws IOException {
            ByteBuffer part = ByteBuffer.allocate(MOST_BYTES);
            for (int i = 0; i < partCount; i += 2) {
                part.clear().limit((int) parts[i + 1]);
                long at = parts[i];
                while (part.hasRemaining()) {
                    int read = channel.read(part, at);
                    if (read < 0) {
                        throw new EOFException("a temporary file was cut");
                    }
                    at += read;
                }
                out.write(part.array(), 0, part.limit());
            }
            out.write(end, 0, used);
        }
    }

    /// A new list.
    public Growing list() {
        return new Growing();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
