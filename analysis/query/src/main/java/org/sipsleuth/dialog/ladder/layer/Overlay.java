package org.sipsleuth.dialog.ladder.layer;

/// What can be drawn beside the messages, or left out.
public enum Overlay {
    /// Brackets around the messages of a transaction.
    TRANSACTIONS,
    /// Bands that indicate the state of each dialog.
    STATES,
    /// RTP and RTCP streams as arrows.
    MEDIA,
    /// Marks at messages that hints are about.
    HINTS,
    /// Room in proportion to time.
    TIME,
    /// Lifelines that nothing visible uses are narrow, where all would not fit.
    FOCUS
}
