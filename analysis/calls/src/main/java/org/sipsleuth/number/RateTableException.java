package org.sipsleuth.number;

import java.io.IOException;

/// A file that is no rate table, with the line and what is wrong with it.
public final class RateTableException extends IOException {

    private static final long serialVersionUID = 1;

    RateTableException(int line, String what) {
        super((line > 0 ? "line %d: ".formatted(line) : "") + what
                + "; the rate table is not used. Correct the file and try again");
    }
}
