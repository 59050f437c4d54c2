package org.sipsleuth.capture.wire;

import org.jspecify.annotations.Nullable;

/// Takes frames that are whole.
///
/// @param <T> what is told of a frame that completes something
public interface FrameSink<T> {

    /// Takes a frame.
    ///
    /// @param bytes hold it; used again for the next one
    /// @param told null of a fragment that completes nothing
    void frame(long atNanos, byte[] bytes, int from, int length, @Nullable T told);
}
