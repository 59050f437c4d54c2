package org.sipsleuth.capture.stream;

/// Bounds what all streams of a capture hold of records and frames that are not complete.
public final class BufferBudget {

    /// A busy proxy has some thousand connections, each of which waits for some kilobytes.
    private static final long MOST = 32L << 20;

    private long held;

    /// Adds to what is held.
    ///
    /// @param more how many bytes; negative if they are let go
    public void add(long more) {
        held += more;
    }

    /// Whether there is no room for more.
    public boolean isFull() {
        return held > MOST;
    }
}
