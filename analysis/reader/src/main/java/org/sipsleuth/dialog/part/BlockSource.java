package org.sipsleuth.dialog.part;

import java.util.concurrent.Semaphore;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.FrameReader;

/// Reads capture files part by part, and keeps the batches that their messages go into.
public interface BlockSource {

    /// The parts of a file.
    ///
    /// @param file its place among the files of the index
    /// @param bytes those of the file
    PartReader parts(FrameReader reader, int file, FileBytes bytes);

    /// How many files may be open besides being mapped.
    Semaphore channels();

    /// Says how many files are read side by side.
    void reading(int files);

    /// An empty batch. Any thread may ask.
    MessageBatch batch();

    /// Takes back a batch whose messages are in the index. Any thread may give it.
    void free(MessageBatch batch);
}
