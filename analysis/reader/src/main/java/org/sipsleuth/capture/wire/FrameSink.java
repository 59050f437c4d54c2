package org.sipsleuth.capture.wire;

import org.jspecify.annotations.Nullable;

/// Takes frames that are whole.
///
/// @param <T> the annotation of a frame that completes a message
public interface FrameSink<T> {

    /// Receives a frame.
    ///
    /// @param bytes hold it; used again for the next one
    /// @param annotation null for a fragment that completes nothing
    void frame(long atNanos, byte[] bytes, int from, int length, @Nullable T annotation);
}
