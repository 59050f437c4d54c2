package org.sipsleuth.lab.score;

import java.util.Locale;

/// How an answer was marked.
public enum Mark {
    RIGHT, PARTLY, WRONG,
    /// A text that waits for the teacher.
    TEACHER,
    /// An answer that only the teacher's key can mark.
    OPEN;

    /// The name in outputs: `partly`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
