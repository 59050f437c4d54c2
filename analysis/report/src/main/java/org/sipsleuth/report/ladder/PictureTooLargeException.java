package org.sipsleuth.report.ladder;

import java.io.IOException;

/// A ladder is too large for a pixel image; the message names the alternatives.
public final class PictureTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    PictureTooLargeException(String message) {
        super(message);
    }
}
