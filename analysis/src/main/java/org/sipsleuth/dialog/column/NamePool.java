package org.sipsleuth.dialog.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Byte strings, each kept once and known by a number from 0 in the order in which they first came.
/// One thread adds; others read snapshots.
public final class NamePool {

    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LENGTH_BYTES = Integer.BYTES;
    private static final int CHUNK_BYTES = 1 << 20;

    /// Chunk in the upper half, place in the lower.
    private final LongColumn places;

    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();
    private byte[][] chunks;
    private int chunkCount;
    private int used = CHUNK_BYTES;

    /// An empty pool.
    public NamePool() {
        this(new LongColumn());
    }

    private NamePool(LongColumn places) {
        this.places = places;
        this.chunks = new byte[4][];
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

    private int add(byte[] bytes, int from, int to, long key) {
        int length = to - from;
        if (used + LENGTH_BYTES + length > CHUNK_BYTES) {
            if (chunkCount == chunks.length) {
                chunks = Arrays.copyOf(chunks, chunkCount * 2);
            }
            chunks[chunkCount++] = new byte[Math.max(CHUNK_BYTES, LENGTH_BYTES + length)];
            used = 0;
        }
        byte[] chunk = chunks[chunkCount - 1];
        INT.set(chunk, used, length);
        System.arraycopy(bytes, from, chunk, used + LENGTH_BYTES, length);
        int row = size();
        places.add(((long) (chunkCount - 1) << Integer.SIZE) | used);
        used += LENGTH_BYTES + length;
        slots.add(row, key);
        return row;
    }

    private boolean isName(int row, byte[] bytes, int from, int to) {
        long place = places.get(row);
        byte[] chunk = chunks[(int) (place >>> Integer.SIZE)];
        int start = (int) place;
        int length = (int) INT.get(chunk, start);
        start += LENGTH_BYTES;
        return length == to - from && Arrays.equals(chunk, start, start + length, bytes, from, to);
    }

    /// The name with this number as text: UTF-8, with U+FFFD for what is none.
    public String name(int row) {
        long place = places.get(row);
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
        NamePool snapshot = new NamePool(places.snapshot());
        snapshot.chunks = chunks;
        snapshot.chunkCount = chunkCount;
        return snapshot;
    }
}
