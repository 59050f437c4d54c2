package org.sipsleuth.search;

/// What is searched for cannot be read.
public final class SearchTermException extends Exception {

    private final int offset;

    /// @param offset the character at which it is wrong, from 0
    SearchTermException(String words, int offset) {
        super(words);
        this.offset = offset;
    }

    /// The character at which it is wrong, from 0.
    public int offset() {
        return offset;
    }
}
