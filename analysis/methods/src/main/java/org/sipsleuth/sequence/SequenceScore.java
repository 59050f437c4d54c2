package org.sipsleuth.sequence;

/// What a network's output for a sequence says (paper 1 §3.2).
///
/// @param best the known dialog with the largest output, from 0
/// @param maximum that output, in (0, 1]; low is anomalous
/// @param skewness of the outputs, on the model's scale from 0 to 1; low is anomalous
/// @param kurtosis the same
/// @param observed the known dialog with just this sequence, or -1 if it was never observed
/// @param isCut whether the sequence is longer than any known one, and so always unknown
public record SequenceScore(int best, double maximum, double skewness, double kurtosis, int observed, boolean isCut) {

    /// Whether the sequence was observed in training: what the prefix tree says.
    public boolean isObserved() {
        return observed >= 0;
    }
}
