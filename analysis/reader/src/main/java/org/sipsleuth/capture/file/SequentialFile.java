package org.sipsleuth.capture.file;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.NearWindow;

/// Reads a mapped file from its beginning to its end without the mapping, which would have to be
/// filled in page by page: that takes four times as long (590 MB: .39 s, else .10 s). What cannot be
/// read so is read from the mapping. Used by one thread.
///
/// The file is opened once more for it. If it is another one by then, or changes, whoever reads it
/// learns that in the end, as of any change ([CaptureFile#check]).
final class SequentialFile implements NearWindow.Source {

    /// What is read in fewer pieces is not worth a second opening.
    private static final int LEAST_PIECES = 2;

    private final Path path;
    private final FileBytes mapped;
    private final Semaphore channels;
    private @Nullable FileChannel channel;
    private int pieces;

    /// @param mapped its bytes
    /// @param channels how many files may be open at once; one is taken while this one is
    SequentialFile(Path path, FileBytes mapped, Semaphore channels) {
        this.path = path;
        this.mapped = mapped;
        this.channels = channels;
    }

    @Override
    public void copy(long at, byte[] to, MemorySegment segment, int count) {
        if (pieces++ == LEAST_PIECES) {
            open();
        }
        if (channel == null || !read(channel, at, ByteBuffer.wrap(to, 0, count))) {
            release();
            MemorySegment.copy(mapped.bytes(), at, segment, 0, count);
        } else if (at + count == mapped.size()) {
            release();
        }
    }

    private void open() {
        if (Files.isRegularFile(path) && channels.tryAcquire()) { // to open a pipe would wait
            try {
                channel = FileChannel.open(path, StandardOpenOption.READ);
            } catch (IOException fromTheMapping) {
                channels.release();
            }
        }
    }

    /// @return false if that is not possible, or no longer, as after an interrupt
    private static boolean read(FileChannel channel, long at, ByteBuffer to) {
        try {
            long from = at - to.position();
            int got = 0;
            while (to.hasRemaining() && got >= 0) {
                got = channel.read(to, from + to.position());
            }
            return !to.hasRemaining();
        } catch (IOException fromTheMapping) {
            return false;
        }
    }

    @Override
    public void release() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException unimportant) {
            // it was only read
        }
        channel = null;
        channels.release();
    }
}
