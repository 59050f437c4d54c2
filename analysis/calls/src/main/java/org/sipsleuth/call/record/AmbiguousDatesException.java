package org.sipsleuth.call.record;

import java.io.IOException;

/// A table whose dates may begin with the day or the month: the user has to choose.
public final class AmbiguousDatesException extends IOException {
    private static final long serialVersionUID = 1L;

    AmbiguousDatesException(String sentence) {
        super(sentence);
    }
}
