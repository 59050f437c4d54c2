package org.sipsleuth.dialog.column;

import java.util.Arrays;
import java.util.Objects;

/// A growing column of {@code long} values. It grows by chunks, so that nothing is copied and no
/// memory is doubled. One thread writes; others read snapshots.
public final class LongColumn {

    /// So few that growing is nothing rare: what the compiler never saw stops its code.
    private static final int CHUNK_BITS = 11;

    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MASK = CHUNK - 1;

    private long[][] chunks;
    private int size;

    /// An empty column.
    public LongColumn() {
        this(new long[1][], 0);
    }

    private LongColumn(long[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    /// How many values there are.
    public int size() {
        return size;
    }

    /// The value in this row.
    ///
    /// @throws IndexOutOfBoundsException if a snapshot was made before there was this row, also where
    ///     it shares the memory of the row
    public long get(int row) {
        Objects.checkIndex(row, size);
        return chunks[row >>> CHUNK_BITS][row & MASK];
    }

    /// Appends a value.
    public void add(long value) {
        int chunk = size >>> CHUNK_BITS;
        if ((size & MASK) == 0) {
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunk * 2);
            }
            chunks[chunk] = new long[CHUNK];
        }
        chunks[chunk][size++ & MASK] = value;
    }

    /// Changes a value.
    public void set(int row, long value) {
        Objects.checkIndex(row, size);
        chunks[row >>> CHUNK_BITS][row & MASK] = value;
    }

    /// The rows that there are now, sharing memory: right where rows, once there, do not change.
    public LongColumn snapshot() {
        return new LongColumn(chunks, size);
    }

    /// The rows that there are now, copied: right where rows change.
    public LongColumn copy() {
        long[][] copied = new long[chunks.length][];
        for (int i = 0; i < chunks.length && chunks[i] != null; i++) {
            copied[i] = chunks[i].clone();
        }
        return new LongColumn(copied, size);
    }
}
