package org.sipsleuth.capture;

import java.lang.foreign.MemorySegment;

/// A stretch of a mapped file, copied into an array: reading numbers from one is much less work,
/// for the processor and for the compiler, than reading them from a mapped file. It stays as it is
/// while it is kept; else its [NearWindow] uses it again for the next stretch.
public final class NearBytes {

    private byte[] bytes = new byte[0];
    private MemorySegment segment = MemorySegment.ofArray(bytes);
    private long from;
    private long to;
    private int keepers;

    /// Initially empty.
    NearBytes() {}

    /// Becomes another stretch of the file.
    void copy(NearWindow.Source source, long at, int count) {
        if (bytes.length < count) {
            bytes = new byte[count];
            segment = MemorySegment.ofArray(bytes);
        }
        source.copy(at, bytes, segment, count);
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

    /// Keeps it as it is until it was released as often. Both are called by the thread of its
    /// reader.
    public void keep() {
        keepers++;
    }

    /// Who kept it does not need it any more.
    public void release() {
        keepers--;
    }

    /// Whether it has to stay as it is.
    boolean isKept() {
        return keepers > 0;
    }
}
