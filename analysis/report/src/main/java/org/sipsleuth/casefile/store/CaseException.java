package org.sipsleuth.casefile.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.text.EnumTexts;
import org.sipsleuth.text.FileName;

/// What went wrong with a case. The message is a sentence for the user that names the file.
public final class CaseException extends IOException {
    private static final long serialVersionUID = 1L;

    /// The kinds of failure.
    public enum Reason {
        NO_FILE,
        NO_REGULAR_FILE,
        SAME_CASE,
        NOT_A_CASE,
        NEWER_VERSION,
        OLDER_VERSION,
        ALTERED_SCHEMA,
        TAMPERED,
        DAMAGED,
        IN_USE,
        READ_ONLY,
        FOREIGN_LOCK,
        FOREIGN_JOURNAL,
        JOURNAL_LEFT,
        WRITE_AHEAD_LOG,
        SEVERAL_NAMES,
        UNREADABLE,
        UNRECOVERED,
        BUSY,
        DISK_FULL,
        COPY_EXISTS,
        TOO_LARGE,
        NOT_EVIDENCE,
        BAD_PACKAGE,
        PACKAGE_LIMIT,
        PACKAGE_SPACE,
        FAILED;

        /// The sentence without the name of the file.
        public String text(Object... arguments) {
            return EnumTexts.text(this, arguments);
        }

        /// Whether an output failed, rather than that an input could not be read.
        public boolean isOfWriting() {
            return Stream.of(IN_USE, READ_ONLY, FOREIGN_LOCK, JOURNAL_LEFT, SEVERAL_NAMES, BUSY, DISK_FULL, COPY_EXISTS)
                    .anyMatch(each -> each == this);
        }
    }

    private final Reason reason;

    public CaseException(Reason reason, Path file, @Nullable Throwable cause, Object... arguments) {
        super(FileName.text(file) + ": " + reason.text(arguments), cause);
        this.reason = reason;
    }

    /// What it is.
    public Reason reason() {
        return reason;
    }
}
