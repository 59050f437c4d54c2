package org.sipsleuth.capture.integrity;

import org.sipsleuth.text.EnumTexts;

/// How a file that is being read can cease to be the file that was opened.
public enum FileChange {
    /// It has fewer bytes than before.
    SHORTENED,

    /// Bytes that were there before may be others now.
    MODIFIED,

    /// Another file has its name.
    REPLACED,

    /// It cannot be found any more, or not be accessed.
    REMOVED,

    /// It seems to be the same, but its bytes cannot be read.
    UNREADABLE;

    /// What happened, as the beginning of a sentence.
    public String text() {
        return EnumTexts.text(this);
    }
}
