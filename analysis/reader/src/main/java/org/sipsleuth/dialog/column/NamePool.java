package org.sipsleuth.dialog.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Byte strings, each kept once and known by a number from 0 in the order in which they first came.
/// One thread adds; others read snapshots.
///
/// Long ones, and those that come after very many, are kept in files: how long names are, and how
/// many, is up to the author of the capture.
public final class NamePool {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_BYTES = Integer.BYTES;
    /// So few that a new chunk is nothing rare: what the compiler never saw stops its code.
    private static final int CHUNK_BYTES = 1 << 16;

    /// What is kept in memory, 8 MiB.
    private static final int MOST_CHUNKS = 128;

    private static final int LONG_BYTES = 1 << 10;

    /// Of the place of a name in files: the bits of where it is; above them is its length.
    private static final int STORED_BITS = 38;

    /// Chunk in the upper half, place in the lower; negative for a name in files.
    private final LongColumn places;

    private final ByteStore stored;

    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();
    private byte[][] chunks = new byte[MOST_CHUNKS][];
    private int chunkCount;
    private int used = CHUNK_BYTES;

    /// An empty pool.
    public NamePool() {
        this(new LongColumn(), new ByteStore());
    }

    private NamePool(LongColumn places, ByteStore stored) {
        this.places = places;
        this.stored = stored;
    }

    /// How many names there are.
    public int size() {
        return places.size();
    }

    /// The number of a name, which is added if it is new.
    public int intern(byte[] bytes, int from, int to) {
        long key = hash.hash(bytes, from, to);
        int known = slots.find(key, row -> isName(row, bytes, from, to));
        return known >= 0 ? known : add(bytes, from, to, key);
    }

    /// The number of a name, or -1 if it was not added.
    public int find(byte[] bytes, int from, int to) {
        return slots.find(hash.hash(bytes, from, to), row -> isName(row, bytes, from, to));
    }

    /// Adds a name that [#intern] and [#find] do not find.
    ///
    /// @return its number
    public int addApart(byte[] bytes) {
        int row = size();
        boolean fits = used + LENGTH_BYTES + bytes.length <= CHUNK_BYTES;
        boolean inMemory = bytes.length <= LONG_BYTES && (fits || chunkCount < MOST_CHUNKS);
        places.add(inMemory ? put(bytes, 0, bytes.length, fits) : store(bytes, 0, bytes.length));
        return row;
    }

    /// Adds a name once more, which [#intern] and [#find] go on to find by its first number.
    ///
    /// @return its other number
    public int addAgain(int row) {
        places.add(places.get(row));
        return size() - 1;
    }

    private int add(byte[] bytes, int from, int to, long key) {
        int row = size();
        boolean fits = used + LENGTH_BYTES + to - from <= CHUNK_BYTES;
        boolean inMemory = to - from <= LONG_BYTES && (fits || chunkCount < MOST_CHUNKS);
        places.add(inMemory ? put(bytes, from, to, fits) : store(bytes, from, to));
        slots.add(row, key);
        return row;
    }

    private long put(byte[] bytes, int from, int to, boolean fits) {
        if (!fits) {
            chunks[chunkCount++] = new byte[CHUNK_BYTES];
            used = 0;
        }
        int start = used;
        byte[] chunk = chunks[chunkCount - 1];
        INT.set(chunk, start, to - from);
        System.arraycopy(bytes, from, chunk, start + LENGTH_BYTES, to - from);
        used += LENGTH_BYTES + to - from;
        return ((long) (chunkCount - 1) << Integer.SIZE) | start;
    }

    private long store(byte[] bytes, int from, int to) {
        return Long.MIN_VALUE | (long) (to - from) << STORED_BITS | stored.add(bytes, from, to);
    }

    private boolean isName(int row, byte[] bytes, int from, int to) {
        long place = places.get(row);
        if (place < 0) {
            return storedLength(place) == to - from && stored.isAt(storedAt(place), bytes, from, to);
        }
        byte[] chunk = chunks[(int) (place >>> Integer.SIZE)];
        int start = (int) place;
        int length = (int) INT.get(chunk, start);
        start += LENGTH_BYTES;
        return length == to - from && Arrays.equals(chunk, start, start + length, bytes, from, to);
    }

    private static long storedAt(long place) {
        return place & (1L << STORED_BITS) - 1;
    }

    private static int storedLength(long place) {
        return (int) ((place & Long.MAX_VALUE) >>> STORED_BITS);
    }

    /// The name with this number as text: UTF-8, with U+FFFD for malformed bytes.
    public String name(int row) {
        long place = places.get(row);
        if (place < 0) {
            byte[] name = stored.get(storedAt(place), storedLength(place));
            return new String(name, StandardCharsets.UTF_8);
        }
        byte[] chunk = chunks[(int) (place >>> Integer.SIZE)];
        int start = (int) place;
        int length = (int) INT.get(chunk, start);
        return new String(chunk, start + LENGTH_BYTES, length, StandardCharsets.UTF_8);
    }

    /// The number of the first name that reads so, or -1. Looks through all; for snapshots, which
    /// have no hash table.
    public int search(String text) {
        byte[] name = text.getBytes(StandardCharsets.UTF_8);
        boolean damaged = text.indexOf('\ufffd') >= 0; // then the name's bytes were others
        for (int row = 0; row < size(); row++) {
            if (isName(row, name, 0, name.length) || (damaged && name(row).equals(text))) {
                return row;
            }
        }
        return -1;
    }

    /// The names that there are now, to read by any thread.
    public NamePool snapshot() {
        NamePool snapshot = new NamePool(places.snapshot(), stored.snapshot());
        snapshot.chunks = chunks;
        snapshot.chunkCount = chunkCount;
        return snapshot;
    }
}
