package org.sipsleuth.capture;

/// The place from which on a capture file was not read. All before it was.
///
/// @param offset the byte in the file where the unread part begins
/// @param what why it ends there, as a sentence
public record Damage(long offset, String what, Kind kind) {

    /// Why the reading ended.
    public enum Kind {
        /// The file is damaged.
        DAMAGED,
        /// A limit stopped the reading, so that the file itself may be sound.
        LIMIT,
        /// The file ends within its last record, as one that is being written does.
        TORN
    }

    /// The file is damaged there.
    public Damage(long offset, String what) {
        this(offset, what, Kind.DAMAGED);
    }

    /// Whether a limit stopped the reading.
    public boolean isLimit() {
        return kind == Kind.LIMIT;
    }

    /// Whether the file may only be incomplete as yet.
    public boolean isTorn() {
        return kind == Kind.TORN;
    }
}
