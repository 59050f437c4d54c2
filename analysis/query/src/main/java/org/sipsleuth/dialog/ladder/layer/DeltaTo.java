package org.sipsleuth.dialog.ladder.layer;

/// What the time of a row is told from.
public enum DeltaTo {
    PREVIOUS,
    START,
    /// The message that the user marked; the row before while there is none.
    MARK
}
