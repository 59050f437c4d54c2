package org.sipsleuth.capture.file;

import java.lang.foreign.MemorySegment;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.FileBytes;

/// Detects where only zeros follow in a file: space that was allocated for it in advance, and that
/// its writer, stopped before it closed the file, neither filled nor gave back.
///
/// A zero that something follows is looked behind once only, so that all calls together cost no
/// more than one pass over the file.
final class ZeroTail {

    private static final MemorySegment ZEROS = MemorySegment.ofArray(new byte[1 << 16]);

    private final FileBytes bytes;
    private long other = -1; // where a byte was found that is not zero

    ZeroTail(FileBytes bytes) {
        this.bytes = bytes;
    }

    /// Whether all bytes from here on are zero. A file that is still being written has no tail.
    ///
    /// @param end where what can be read ends
    boolean beginsAt(long position, long end) {
        if (position <= other || end != bytes.size()) {
            return false;
        }
        for (long at = position; at < end; at += ZEROS.byteSize()) {
            long count = Math.min(ZEROS.byteSize(), end - at);
            long differs = MemorySegment.mismatch(bytes.bytes(), at, at + count, ZEROS, 0, count);
            if (differs >= 0) {
                other = at + differs;
                return false;
            }
        }
        return true;
    }

    /// What to report of it.
    String text(long position) {
        return CaptureFault.ZERO_TAIL.text(bytes.size() - position);
    }
}
