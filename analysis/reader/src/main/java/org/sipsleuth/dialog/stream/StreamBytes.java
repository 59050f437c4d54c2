package org.sipsleuth.dialog.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.Provenance;

/// The bytes of a stream that still belong to something unfinished, with where they came from.
///
/// Between calls a stream keeps no more than it needs; one that waits for nothing keeps nothing.
final class StreamBytes {

    /// What the origin of a piece costs, in bytes, about.
    private static final int ORIGIN_BYTES = 128;

    /// More pieces than a message of honest segments has.
    private static final int MOST_ORIGINS = 1 << 16;

    private static final byte[] NOTHING = {};
    private static final Provenance[] NO_ORIGINS = {};
    private static final int[] NO_ENDS = {};

    private final StreamMemory memory;
    private byte[] array = NOTHING;
    private int size;
    private int cost;

    /// The origins of the bytes, one after the other, and where in the bytes each ends.
    private Provenance[] origins = NO_ORIGINS;

    private int[] ends = NO_ENDS;
    private int count;

    StreamBytes(StreamMemory memory) {
        this.memory = memory;
    }

    byte[] array() {
        return array;
    }

    byte at(int place) {
        return array[place];
    }

    int size() {
        return size;
    }

    void append(byte[] bytes, int from, int to, Provenance origin) {
        int length = to - from;
        if (size == 0) {
            array = memory.scratch(length);
        } else if (size + length > array.length) {
            array = Arrays.copyOf(array, Math.max(size + length, array.length * 2));
        }
        System.arraycopy(bytes, from, array, size, length);
        size += length;
        if (count == origins.length) {
            origins = Arrays.copyOf(origins, Math.max(2, count * 2));
            ends = Arrays.copyOf(ends, origins.length);
        }
        origins[count] = origin;
        ends[count] = size;
        count++;
    }

    /// Where the segment ends that the byte at a place came with.
    int segmentEnd(int place) {
        return place < size ? ends[originAt(place)] : size;
    }

    /// Where the bytes of a range came from.
    Provenance provenance(int from, int to) {
        List<Provenance> parts = new ArrayList<>();
        int i = originAt(from);
        int begin = i == 0 ? 0 : ends[i - 1];
        while (i < count && begin < to) {
            parts.add(part(i, begin, from, to));
            begin = ends[i];
            i++;
        }
        return parts.size() == 1 ? parts.getFirst() : Provenance.join(parts);
    }

    private Provenance part(int i, int begin, int from, int to) {
        boolean isComplete = from <= begin && ends[i] <= to;
        return isComplete ? origins[i] : origins[i].slice(Math.max(from, begin) - begin, Math.min(to, ends[i]) - begin);
    }

    private int originAt(int place) {
        int found = Arrays.binarySearch(ends, 0, count, place + 1);
        return found >= 0 ? found : -1 - found;
    }

    /// Whether more is kept than may be.
    boolean isTooMuch() {
        return count > MOST_ORIGINS || memory.isFull();
    }

    /// Ends a call: forgets the first bytes, and keeps the others.
    void settle(int first) {
        int left = size - first;
        if (left == 0) {
            clear();
            return;
        }
        if (first > 0) {
            forgetOrigins(first);
        }
        if (memory.isScratch(array) || array.length > 4 * left + (1 << 12)) {
            array = Arrays.copyOfRange(array, first, first + left);
        } else if (first > 0) {
            System.arraycopy(array, first, array, 0, left);
        }
        size = left;
        costs(array.length + count * ORIGIN_BYTES);
    }

    private void forgetOrigins(int first) {
        int gone = originAt(first);
        int begin = gone == 0 ? 0 : ends[gone - 1];
        if (begin < first) {
            origins[gone] = origins[gone].slice(first - begin, ends[gone] - begin);
        }
        count -= gone;
        if (gone > 0) {
            origins = Arrays.copyOfRange(origins, gone, gone + count);
            ends = Arrays.copyOfRange(ends, gone, gone + count);
        }
        for (int i = 0; i < count; i++) {
            ends[i] -= first;
        }
    }

    void clear() {
        array = NOTHING;
        size = 0;
        origins = NO_ORIGINS;
        ends = NO_ENDS;
        count = 0;
        costs(0);
    }

    private void costs(int now) {
        memory.kept(now - cost);
        cost = now;
    }
}
