package org.sipsleuth.app.command.output;

import java.io.IOException;
import java.io.Writer;
import org.sipsleuth.capture.integrity.OpenedFiles;

/// Text that is written once the captures were found unchanged after it was read of them, line by
/// line. What is held when one has changed is never written.
public final class VerifiedWriter extends Writer {

    private static final int MOST_HELD = 1 << 16;

    private final Writer out;
    private final OpenedFiles captures;
    private final StringBuilder buffered = new StringBuilder();

    public VerifiedWriter(Writer out, OpenedFiles captures) {
        this.out = out;
        this.captures = captures;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        buffered.append(text, from, length);
        if (buffered.length() >= MOST_HELD) {
            release(buffered.lastIndexOf("\n") + 1);
        }
    }

    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if a capture changed
    @Override
    public void flush() throws IOException {
        release(buffered.length());
        out.flush();
    }

    private void release(int length) throws IOException {
        captures.check();
        out.append(buffered, 0, length);
        buffered.delete(0, length);
    }

    /// Writes nothing more.
    @Override
    public void close() throws IOException {
        out.close();
    }
}
