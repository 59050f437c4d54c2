package org.sipsleuth.capture.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes that are read of a stream.
final class CountedInput extends FilterInputStream {

    private long position;
    private boolean ended;

    CountedInput(InputStream in) {
        super(in);
    }

    /// How many bytes were read.
    long position() {
        return position;
    }

    /// Whether more was asked for than there is.
    boolean hasEnded() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        int read = in.read();
        position += read < 0 ? 0 : 1;
        ended |= read < 0;
        return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        position += Math.max(0, read);
        ended |= read < 0;
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        position += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
