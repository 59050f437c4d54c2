package org.sipsleuth.belief.table;

import java.io.IOException;

/// Text that cannot be read as tables.
public final class TablesFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    /// @param line where, from 1; 0 where it is all of the text
    /// @param reason what is wrong, as a sentence without a full stop
    TablesFormatException(int line, String reason) {
        super(line == 0 ? reason : "line %d: %s".formatted(line, reason));
        this.line = line;
        this.reason = reason;
    }

    /// The line that is wrong, from 1; 0 where it is all of the text.
    public int line() {
        return line;
    }

    /// What is wrong, without the line.
    public String reason() {
        return reason;
    }
}
