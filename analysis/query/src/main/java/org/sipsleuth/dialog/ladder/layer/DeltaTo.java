package org.sipsleuth.dialog.ladder.layer;

/// Reference for time deltas.
public enum DeltaTo {
    PREVIOUS,
    START,
    /// The message that the user marked; the previous row while no message is marked.
    MARK
}
