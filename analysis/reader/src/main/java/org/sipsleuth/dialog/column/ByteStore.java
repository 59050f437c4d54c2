package org.sipsleuth.dialog.column;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.file.TempSpaceLimit;

/// Bytes that are in no file, such as decrypted messages: kept in temporary files that are mapped
/// and unlinked at once, so that they cost no heap and go with the program. One thread adds; others
/// read snapshots.
public final class ByteStore {

    private static final long CHUNK_BYTES = 1 << 24;

    private final List<MemorySegment> chunks;
    private final TempSpaceLimit room;
    private long used = CHUNK_BYTES;

    /// An empty store.
    public ByteStore() {
        this(new TempSpaceLimit());
    }

    /// The same.
    ///
    /// @param room what its files may take
    ByteStore(TempSpaceLimit room) {
        this(new ArrayList<>(), room);
    }

    private ByteStore(List<MemorySegment> chunks, TempSpaceLimit room) {
        this.chunks = chunks;
        this.room = room;
    }

    /// Adds bytes.
    ///
    /// @return where they are
    /// @throws UncheckedIOException if there is no room for a temporary file
    public long add(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > CHUNK_BYTES) {
            throw new IllegalArgumentException("more bytes than a chunk holds: " + length);
        }
        if (used + length > CHUNK_BYTES) {
            chunks.add(chunk());
            used = 0;
        }
        long at = (chunks.size() - 1) * CHUNK_BYTES + used;
        MemorySegment.copy(bytes, from, chunks.getLast(), ValueLayout.JAVA_BYTE, used, length);
        used += length;
        return at;
    }

    /// The bytes that are there.
    public byte[] get(long at, int length) {
        return chunks.get((int) (at / CHUNK_BYTES)).asSlice(at % CHUNK_BYTES, length).toArray(ValueLayout.JAVA_BYTE);
    }

    /// Whether these bytes are there.
    boolean isAt(long at, byte[] bytes, int from, int to) {
        long start = at % CHUNK_BYTES;
        MemorySegment chunk = chunks.get((int) (at / CHUNK_BYTES));
        return MemorySegment.mismatch(chunk, start, start + to - from, MemorySegment.ofArray(bytes), from, to) < 0;
    }

    /// The bytes that there are now, to read by any thread.
    public ByteStore snapshot() {
        return new ByteStore(List.copyOf(chunks), room);
    }

    private MemorySegment chunk() {
        try {
            Path file = Files.createTempFile("sipsleuth-", ".bytes");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                // A mapped file has its size before it has its room: without room, writing faults.
                if (room.besideBytes(file) < CHUNK_BYTES) {
                    throw new IOException("there is no room left in " + file.getParent()
                            + " for bytes that stand in no capture; 512 MiB stay free");
                }
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, CHUNK_BYTES, Arena.ofAuto());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
