package org.sipsleuth.truth;

/// Bytes of a message that were changed on purpose.
///
/// @param from the first changed byte of the message as it was sent, from 0
/// @param to the byte after the last one; `from` where bytes were only left out
/// @param what what was done, in words
/// @param rule the name of the rule that was broken: `leave-out`; empty in files that have none
public record MutatedBytes(int from, int to, String what, String rule) {

    /// A change by no rule that has a name.
    public MutatedBytes(int from, int to, String what) {
        this(from, to, what, "");
    }
}
