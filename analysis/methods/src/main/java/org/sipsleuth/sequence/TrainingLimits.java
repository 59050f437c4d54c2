package org.sipsleuth.sequence;

/// What can be trained: bounds against captures that are made to exhaust the machine.
public final class TrainingLimits {

    /// A network examines two messages at least.
    static final int SHORTEST = 2;

    /// Longer dialogs are left out of training, and so are unknown.
    public static final int LONGEST = 1_000;

    /// With more different sequences the network outgrows its use: the weights of a CNN for dialogs
    /// of 56 messages are then 9 million.
    static final int MOST_SEQUENCES = 20_000;

    /// With fewer outputs skewness indicates nothing.
    static final int LEAST_SEQUENCES = 3;

    /// Message types of the alphabet.
    static final int MOST_TYPES = 1_000;

    private TrainingLimits() {}
}
