package org.sipsleuth.call.record;

import java.io.IOException;

/// A table with bytes that are invalid in its character set: the user has to name another.
public final class UndecodableTableException extends IOException {
    private static final long serialVersionUID = 1L;

    UndecodableTableException(String sentence) {
        super(sentence);
    }
}
