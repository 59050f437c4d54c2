package org.sipsleuth.sequence.known;

/// How probable one message of a sequence was after those before it.
///
/// @param type its type
/// @param probability from 0 to 1; 0 from the message on with which the sequence left the known.
///     Low is unusual
/// @param node the node it leads to, or −1 outside the known
public record StepProbability(String type, double probability, int node) {

    /// Whether the sequence up to here begins at least one known sequence.
    public boolean isKnown() {
        return node >= 0;
    }
}
