package org.sipsleuth.capture.stream;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.sipsleuth.capture.Provenance;

/// Bytes that wait for the rest of what they begin, with where each came from. They lie in one
/// array, one after the other.
public final class ByteQueue {

    private static final int FIRST_BYTES = 256;

    /// Larger arrays are let go when nothing waits.
    private static final int MOST_IDLE_BYTES = 1 << 12;

    /// What the origin of some bytes costs, in bytes, about.
    private static final int PART_BYTES = 128;

    private static final byte[] NOTHING = {};

    /// @param from where in the origin the bytes begin
    private record Part(Provenance origin, int from, int bytes) {}

    private final BufferBudget memory;
    private long cost;
    private byte[] bytes = NOTHING;
    private int head;
    private int tail;
    private final Deque<Part> parts = new ArrayDeque<>(2);

    /// @param memory bounds what is held together with others
    public ByteQueue(BufferBudget memory) {
        this.memory = memory;
    }

    /// Adds bytes at the end.
    public void add(byte[] from, int begin, int end, Provenance origin) {
        int length = end - begin;
        if (length == 0) {
            return;
        }
        makeRoom(length);
        System.arraycopy(from, begin, bytes, tail, length);
        tail += length;
        parts.addLast(new Part(origin, 0, length));
        account();
    }

    private void account() {
        if (head == tail && bytes.length > MOST_IDLE_BYTES) {
            bytes = NOTHING;
            head = 0;
            tail = 0;
        }
        long now = bytes.length + (long) PART_BYTES * parts.size();
        memory.add(now - cost);
        cost = now;
    }

    /// Whether too much is held, here or elsewhere, to wait for more.
    public boolean isTooMuch() {
        return size() > 0 && memory.isFull();
    }

    private void makeRoom(int length) {
        if (tail + length <= bytes.length) {
            return;
        }
        int size = size();
        byte[] target = size + length <= bytes.length / 2 ? bytes
                : new byte[Math.max(Math.max(size + length, bytes.length * 2), FIRST_BYTES)];
        System.arraycopy(bytes, head, target, 0, size);
        bytes = target;
        head = 0;
        tail = size;
    }

    /// How many bytes wait.
    public int size() {
        return tail - head;
    }

    /// The byte at this place, from 0 to 255.
    public int u8(int at) {
        return bytes[head + at] & 0xff;
    }

    /// The two bytes at this place as a number.
    public int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    /// The array that they lie in; until bytes are added or dropped.
    @SuppressWarnings("EIExposeRep") // read in place, so that no record is copied twice
    public byte[] array() {
        return bytes;
    }

    /// Where in the array they begin.
    public int offset() {
        return head;
    }

    /// Some of the bytes, copied.
    public byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, head + from, head + to);
    }

    /// Where some of the bytes came from.
    public Provenance origin(int from, int to) {
        List<Provenance> origins = new ArrayList<>();
        int begin = 0;
        for (Part part : parts) {
            int first = Math.max(from, begin) - begin;
            int last = Math.min(to, begin + part.bytes) - begin;
            if (first < last) {
                Provenance slice = part.origin.slice(part.from + first, part.from + last);
                if (origins.isEmpty() || !isSame(origins.getLast(), slice)) {
                    origins.add(slice);
                }
            }
            begin += part.bytes;
            if (begin >= to) {
                break;
            }
        }
        return origins.size() == 1 ? origins.getFirst() : Provenance.join(origins);
    }

    /// Bytes that were made of others all come from all of those: once is enough.
    @SuppressWarnings("ReferenceEquality") // a slice of what is not verbatim is that itself
    private static boolean isSame(Provenance one, Provenance other) {
        return one == other && !one.verbatim();
    }

    /// Takes bytes off the beginning.
    public void drop(int count) {
        head += count;
        int left = count;
        while (left > 0) {
            Part part = parts.removeFirst();
            if (part.bytes > left) {
                parts.addFirst(new Part(part.origin, part.from + left, part.bytes - left));
            }
            left -= Math.min(left, part.bytes);
        }
        account();
    }

    /// Takes all bytes off, and gives their array back: few will come after them.
    public void release() {
        clear();
        bytes = NOTHING;
        account();
    }

    /// Takes all bytes off.
    public void clear() {
        head = 0;
        tail = 0;
        parts.clear();
        account();
    }
}
