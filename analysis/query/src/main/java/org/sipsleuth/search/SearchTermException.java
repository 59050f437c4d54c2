package org.sipsleuth.search;

import java.io.Serial;

/// What is searched for cannot be read.
public final class SearchTermException extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final String words;
    private final int offset;

    /// @param offset the character at which it is wrong, from 0
    SearchTermException(String words, int offset) {
        super(words);
        this.words = words;
        this.offset = offset;
    }

    /// What is wrong with it.
    public String words() {
        return words;
    }

    /// The character at which it is wrong, from 0.
    public int offset() {
        return offset;
    }
}
