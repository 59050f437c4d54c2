package org.sipsleuth.ngram.detection;

import org.sipsleuth.ngram.header.HeaderModel;

/// The header fields of normal messages, and what comparing with them was measured to cause.
///
/// @param measured how many distinct normal messages were kept out of them
/// @param unseenNames the share of those whose names are in none, 0 to 1
/// @param overlong the share of those with an over-long field, 0 to 1
record NormalHeaders(HeaderModel model, int measured, double unseenNames, double overlong) {

    /// What a test was measured to cause, as a threshold of the number of its reasons.
    NgramThreshold threshold(HeaderTest test) {
        return new NgramThreshold(0, measured, switch (test) {
            case NAMES -> unseenNames;
            case LENGTHS -> overlong;
        });
    }
}
