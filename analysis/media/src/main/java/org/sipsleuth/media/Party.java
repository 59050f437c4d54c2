package org.sipsleuth.media;

/// The sides of a dialog.
public enum Party {
    /// The one that sent the first request.
    CALLER,
    CALLEE
}
