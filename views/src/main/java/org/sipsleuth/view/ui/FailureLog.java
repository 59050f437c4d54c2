package org.sipsleuth.view.ui;

import java.io.IOException;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.report.output.VisibleText;
import org.slf4j.Logger;

/// Logs failures that the window also shows. What a file or a disk caused is one line; a fault of
/// the program comes with its stack trace.
public final class FailureLog {

    private static final int LONGEST = 300;

    private FailureLog() {}

    /// Logs a failure.
    ///
    /// @param what what could not be done
    public static void warn(Logger log, String what, Throwable cause) {
        if (cause instanceof IOException || cause instanceof CaptureChangedException) {
            String reason = String.valueOf(cause.getMessage());
            String bounded = reason.substring(0, Math.min(reason.length(), LONGEST));
            log.warn("{}: {}", what, VisibleText.of(bounded, true));
        } else {
            log.warn(what, cause);
        }
    }
}
