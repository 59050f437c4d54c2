package org.sipsleuth.report.draw;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// Keeps an output open whose end belongs to somebody else.
final class OpenOutput extends FilterOutputStream {

    OpenOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
