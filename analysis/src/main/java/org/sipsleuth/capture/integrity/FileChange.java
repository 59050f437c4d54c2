package org.sipsleuth.capture.integrity;

/// How a file that is being read can cease to be the file that was opened.
public enum FileChange {
    /// It has fewer bytes than before.
    SHORTENED("the file was changed or shortened while it was being read"),

    /// Bytes that were there before may be others now.
    MODIFIED("the file was changed or shortened while it was being read"),

    /// Another file has its name.
    REPLACED("the file was replaced by another one while it was being read"),

    /// It cannot be found any more, or not be accessed.
    REMOVED("the file was removed while it was being read, or can no longer be accessed"),

    /// It seems to be the same, but its bytes cannot be read.
    UNREADABLE("the disk or network share reported an error while the file was being read");

    private final String text;

    FileChange(String text) {
        this.text = text;
    }

    /// What happened, as the beginning of a sentence.
    public String text() {
        return text;
    }
}
