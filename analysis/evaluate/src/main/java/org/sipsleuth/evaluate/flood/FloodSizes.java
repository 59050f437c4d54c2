package org.sipsleuth.evaluate.flood;

/// How many windows of the paper's Table 1 are used.
///
/// @param divisor one of so many windows
record FloodSizes(int divisor) {

    static final int TRAIN_LEGITIMATE = 678_343;
    static final int TRAIN_MALICIOUS = 457_512;
    static final int VALIDATION_LEGITIMATE = 44_844;
    static final int VALIDATION_MALICIOUS = 32_827;
    static final int TEST_LEGITIMATE = 124_019;
    static final int TEST_MALICIOUS = 91_436;

    /// One of ten.
    static final FloodSizes TENTH = new FloodSizes(10);

    /// One of two hundred: for a look at the tables.
    static final FloodSizes FEW = new FloodSizes(200);

    /// All.
    static final FloodSizes FULL = new FloodSizes(1);

    /// So many of the paper's windows, here.
    int of(int windows) {
        return windows / divisor;
    }
}
