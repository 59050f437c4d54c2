package org.sipsleuth.social.cluster;

import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;

/// Whether a user calls, is called, or both: the patterns of paper 5, §5.1.2, by calls made for
/// each one received. The paper's sentences ask for five times as many calls received as made, its
/// formula for 0.3; the formula is used.
public enum CallPattern {
    /// At most 0.3 calls made for each one received: the paper's pattern 1.
    RECEIVER,
    /// At least three calls made for each one received, or none received: pattern 2.
    CALLER,
    /// More than 0.4 and less than three: pattern 3.
    BOTH,
    /// More than 0.3 and at most 0.4, which the paper leaves out.
    NONE;

    private static final double RECEIVER_AT_MOST = 0.3;
    private static final double BOTH_ABOVE = 0.4;
    private static final double CALLER_AT_LEAST = 3;

    /// The pattern of a user in a period.
    public static CallPattern of(FeatureTable.Row row) {
        return of(row.of(Feature.CALLS_MADE), row.of(Feature.CALLS_RECEIVED));
    }

    /// The pattern of calls made and received, in the same unit, 0 or more; not both are 0.
    static CallPattern of(double made, double received) {
        if (made >= CALLER_AT_LEAST * received) {
            return CALLER;
        }
        if (made > BOTH_ABOVE * received) {
            return BOTH;
        }
        return made <= RECEIVER_AT_MOST * received ? RECEIVER : NONE;
    }
}
