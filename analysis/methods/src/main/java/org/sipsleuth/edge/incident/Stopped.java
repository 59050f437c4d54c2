package org.sipsleuth.edge.incident;

import java.util.Locale;

/// How much of the messages of a stage protections stop.
public enum Stopped {
    /// No message reaches the stack.
    ALL,
    /// Some are stopped, others are not.
    SOME,
    /// No message is stopped.
    NONE,
    /// No message comes from outside: the border sees nothing of the stage.
    ELSEWHERE;

    /// The word for files: `all`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
