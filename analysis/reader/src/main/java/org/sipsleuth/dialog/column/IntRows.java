package org.sipsleuth.dialog.column;

import java.util.Arrays;
import java.util.Objects;

/// Growing rows of a few `int` cells each. The cells of a row are side by side, so that a row which
/// is read and changed as a whole costs the memory one look. One thread writes; others read copies,
/// which share the memory of all rows that do not change after them.
public final class IntRows {

    private static final int CHUNK_BITS = 12;
    private static final int CHUNK_ROWS = 1 << CHUNK_BITS;
    private static final int MASK = CHUNK_ROWS - 1;

    private final int cells;
    private int[][] chunks;

    /// Whether a chunk is a copy's as well.
    private boolean[] shared;

    private int size;

    /// No rows yet.
    ///
    /// @param cells how many cells a row has
    public IntRows(int cells) {
        this(cells, new int[4][], 0);
    }

    private IntRows(int cells, int[][] chunks, int size) {
        this.cells = cells;
        this.chunks = chunks;
        this.shared = new boolean[chunks.length];
        this.size = size;
    }

    /// How many rows there are.
    public int size() {
        return size;
    }

    /// The value of a cell.
    ///
    /// @throws IndexOutOfBoundsException if a copy was made before there was this row
    public int get(int row, int cell) {
        Objects.checkIndex(row, size);
        return chunks[row >>> CHUNK_BITS][(row & MASK) * cells + cell];
    }

    /// Changes a cell.
    public void set(int row, int cell, int value) {
        own(row >>> CHUNK_BITS)[(row & MASK) * cells + cell] = value;
    }

    /// Adds one to a cell.
    public void increment(int row, int cell) {
        own(row >>> CHUNK_BITS)[(row & MASK) * cells + cell]++;
    }

    private int[] own(int chunk) {
        if (shared[chunk]) {
            chunks[chunk] = chunks[chunk].clone();
            shared[chunk] = false;
        }
        return chunks[chunk];
    }

    /// Appends a row of zeros.
    ///
    /// @return its number
    public int add() {
        int chunk = size >>> CHUNK_BITS;
        if ((size & MASK) == 0) {
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunk * 2);
                shared = Arrays.copyOf(shared, chunk * 2);
            }
            chunks[chunk] = new int[CHUNK_ROWS * cells];
        }
        return size++;
    }

    /// The rows that there are now, only to be read. Cost: what is changed afterwards.
    public IntRows copy() {
        Arrays.fill(shared, 0, (size + MASK) >>> CHUNK_BITS, true);
        return new IntRows(cells, chunks.clone(), size);
    }
}
