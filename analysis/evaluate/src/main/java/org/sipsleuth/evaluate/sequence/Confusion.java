package org.sipsleuth.evaluate.sequence;

/// How often a classifier was right. Positive is a trained dialog, as in the paper.
///
/// @param truePositives trained ones that it calls known
/// @param falseNegatives trained ones that it calls unknown
/// @param falsePositives unknown ones that it calls known
/// @param trueNegatives unknown ones that it calls unknown
record Confusion(long truePositives, long falseNegatives, long falsePositives, long trueNegatives) {

    /// Share of the trained dialogs that are called known.
    double truePositiveRate() {
        return share(truePositives, falseNegatives);
    }

    /// Share of the unknown dialogs that are called unknown.
    double trueNegativeRate() {
        return share(trueNegatives, falsePositives);
    }

    double precision() {
        return share(truePositives, falsePositives);
    }

    double accuracy() {
        return share(truePositives + trueNegatives, falseNegatives + falsePositives);
    }

    /// The harmonic mean of precision and true positive rate.
    double f1() {
        return share(2 * truePositives, falsePositives + falseNegatives);
    }

    /// The same counts where positive is an unknown dialog: its precision, true positive rate
    /// (recall) and F1 are those of *unknown*.
    Confusion ofUnknown() {
        return new Confusion(/* truePositives= */ trueNegatives, /* falseNegatives= */ falsePositives,
                /* falsePositives= */ falseNegatives, /* trueNegatives= */ truePositives);
    }

    private static double share(long part, long rest) {
        return part + rest == 0 ? 0 : (double) part / (part + rest);
    }
}
