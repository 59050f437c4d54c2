package org.sipsleuth.filter.regex;

import java.io.Serial;

/// A pattern that cannot be read, or not be run in linear time.
public final class PatternException extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final int at;

    PatternException(String message, int at) {
        super(message);
        this.at = at;
    }

    /// The byte of the pattern that is wrong, from 0.
    public int at() {
        return at;
    }
}
