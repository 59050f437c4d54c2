package org.sipsleuth.sequence.corpus;

/// Which messages of a dialog belong to its sequence.
///
/// @param retransmissions whether repeated messages do, as captured
/// @param repeats whether all repeated groups of messages do, as the paper has it; else they are
///     folded into two (docs/METHOD-SEQUENCE.md)
public record MessageChoice(boolean retransmissions, boolean repeats) {

    /// The paper's, without retransmissions: every message.
    public static final MessageChoice PAPER = new MessageChoice(false, true);

    /// For traffic of days: repeats are folded.
    public static final MessageChoice FOLDED = new MessageChoice(false, false);
}
