package org.sipsleuth.dialog.stream;

/// What the streams of a capture keep of unfinished messages, together; and the buffer that each
/// uses while it is given bytes.
public final class StreamMemory {

    /// What all streams may keep together. A busy proxy has some thousand connections, each of
    /// which waits for some kilobytes; 32 of the longest messages fit as well.
    static final long MOST_BYTES = 32L << 20;

    private static final int LEAST_SCRATCH_BYTES = 1 << 16;

    private byte[] scratch = {}; // a capture without streams needs none
    private long keptBytes;

    /// Nothing kept yet.
    public StreamMemory() {}

    /// A buffer for the time of one call.
    byte[] scratch(int length) {
        if (length > scratch.length) {
            scratch = new byte[Math.max(LEAST_SCRATCH_BYTES, Integer.highestOneBit(length) * 2)];
        }
        return scratch;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the very buffer
    boolean isScratch(byte[] bytes) {
        return bytes == scratch;
    }

    void kept(int change) {
        keptBytes += change;
    }

    boolean isFull() {
        return keptBytes > MOST_BYTES;
    }

    long keptBytes() {
        return keptBytes;
    }
}
