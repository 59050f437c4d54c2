package org.sipsleuth.export;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;

/// A file that frames are copied into.
interface FrameTarget extends Closeable {

    /// Copies a frame.
    ///
    /// @param file the place of its capture among the inputs
    /// @param bytes of the capture
    /// @param reader is positioned at the frame
    /// @throws ExportException if the format cannot hold it
    void copy(int file, MemorySegment bytes, Frame frame, FrameReader reader) throws IOException;

    /// Writes all that was copied.
    ///
    /// @return the SHA-256 of the file
    String finish() throws IOException;

    /// How long the file is.
    long bytes();
}
