package org.sipsleuth.dialog.part;

/// Reads a capture file part by part.
public interface PartReader {

    /// The part that begins where the last one ended; [CapturePart#EMPTY] at the end of the file.
    ///
    /// @param isFar whether it is not its turn for long
    CapturePart next(boolean isFar);

    /// Whether more can be taken apart meanwhile, though there is a part whose turn it is.
    boolean hasRoom();

    /// The frames of a block were read. It may be used again.
    void done(FrameBlock block);
}
