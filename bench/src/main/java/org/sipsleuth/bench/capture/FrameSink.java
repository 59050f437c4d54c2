package org.sipsleuth.bench.capture;

import java.io.IOException;

/// Takes the frames of a capture in the order of time.
@FunctionalInterface
public interface FrameSink {

    /// Takes a frame.
    ///
    /// @param capturedAtNanos since the epoch
    /// @param frame its bytes, not used again
    void take(long capturedAtNanos, byte[] frame) throws IOException;
}
