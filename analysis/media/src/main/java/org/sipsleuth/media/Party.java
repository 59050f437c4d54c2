package org.sipsleuth.media;

/// The sides of a dialog.
public enum Party {
    /// Whoever sent the first request.
    CALLER,
    CALLEE
}
