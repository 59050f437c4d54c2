package org.sipsleuth.report.output;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// A file that results go to.
record FileDestination(OutputStream out) implements Destination {

    static final int BUFFER_CHARS = 1 << 16;

    private static final int COLUMNS = 160;

    @Override
    public boolean outputIsTerminal() {
        return false;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public void remark(String sentence) {
        // nobody watches
    }
}
