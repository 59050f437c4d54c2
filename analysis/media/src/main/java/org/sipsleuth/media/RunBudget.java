package org.sipsleuth.media;

/// How many runs of lost packets may still be kept, of all streams together: bounds the memory of
/// captures of any size.
final class RunBudget {

    private static final int MOST = 1 << 18;

    private int kept;

    /// Takes one.
    ///
    /// @return whether there was one left
    boolean take() {
        return kept < MOST && kept++ < MOST;
    }
}
