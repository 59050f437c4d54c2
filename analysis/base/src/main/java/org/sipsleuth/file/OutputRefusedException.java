package org.sipsleuth.file;

import java.io.IOException;

/// An output that would harm something else, and so is not written (exit code 2). The message is a
/// sentence for the user that names the file.
public final class OutputRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public OutputRefusedException(String sentence) {
        super(sentence);
    }
}
