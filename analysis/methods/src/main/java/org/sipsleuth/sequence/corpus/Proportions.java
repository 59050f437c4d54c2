package org.sipsleuth.sequence.corpus;

/// How many of the dialogs are for training and for validation; the others are for the test.
///
/// @param training share in (0, 1]
/// @param validation share in [0, 1 − training]
public record Proportions(double training, double validation) {

    /// The paper's (§4.1): 50 %, 20 %, 30 %.
    public static final Proportions PAPER = new Proportions(0.5, 0.2);

    /// Everything for training: every dialog of the baseline becomes known.
    public static final Proportions ALL = new Proportions(1, 0);

    /// @throws IllegalArgumentException if a share is out of its range
    public Proportions {
        if (!(training > 0 && validation >= 0 && training + validation <= 1 + 1e-9)) {
            throw new IllegalArgumentException("Shares of %s and %s are not possible".formatted(training, validation));
        }
    }
}
