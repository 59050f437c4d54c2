package org.sipsleuth.capture;

import java.lang.foreign.MemorySegment;

/// A stretch of a mapped file, copied into an array: reading numbers from one is much less work,
/// for the processor and for the compiler, than reading them from a mapped file. It follows its
/// reader through the file; used by one thread.
public final class NearBytes {

    /// So many that copying costs little for each frame, so few that they stay in the cache.
    private static final int MOST_BYTES = 1 << 16;

    private final MemorySegment file;
    private byte[] bytes = new byte[0];
    private MemorySegment segment = MemorySegment.ofArray(bytes);
    private long from;
    private long to;

    /// Initially empty.
    public NearBytes(MemorySegment file) {
        this.file = file;
    }

    /// Brings a stretch near, unless it is longer than all that can be held.
    ///
    /// @param end where the bytes end that may be read now; the file may be mapped beyond it
    /// @return its start in the array; undefined if the stretch is too long
    public int bring(long at, long octets, long end) {
        if ((at < from || at + octets > to) && octets <= MOST_BYTES) {
            copy(at, (int) Math.min(MOST_BYTES, end - at));
        }
        return (int) (at - from);
    }

    private void copy(long at, int count) {
        if (bytes.length < count) {
            bytes = new byte[count];
            segment = MemorySegment.ofArray(bytes);
        }
        MemorySegment.copy(file, at, segment, 0, count);
        from = at;
        to = at + count;
    }

    /// Whether it holds a stretch of the file whole.
    public boolean holds(long first, long end) {
        return first >= from && end <= to;
    }

    /// The array.
    public byte[] bytes() {
        return bytes;
    }

    /// Where its first byte lies in the file.
    public long from() {
        return from;
    }
}
