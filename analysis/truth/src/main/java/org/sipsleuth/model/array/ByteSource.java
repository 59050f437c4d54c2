package org.sipsleuth.model.array;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Gives the bytes of an array, one after the other.
@FunctionalInterface
public interface ByteSource {

    /// Fills the buffer to its limit.
    ///
    /// @throws IOException if there are not so many
    void fill(ByteBuffer buffer) throws IOException;
}
