package org.sipsleuth.lab.json;

/// Why bytes are no JSON that is read here.
public final class JsonMistake extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    JsonMistake(int line, String reason) {
        super(reason);
        this.line = line;
    }

    /// The line, from 1.
    public int line() {
        return line;
    }

    /// The reason, without the line.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
