package org.sipsleuth.capture;

/// The place from which on a capture file was not read. All before it was.
///
/// @param offset the byte in the file where the unread part begins
/// @param what why it ends there, as a sentence
/// @param isLimit whether a limit stopped the reading, so that the file itself may be sound
public record Damage(long offset, String what, boolean isLimit) {

    /// The file is damaged there.
    public Damage(long offset, String what) {
        this(offset, what, false);
    }
}
