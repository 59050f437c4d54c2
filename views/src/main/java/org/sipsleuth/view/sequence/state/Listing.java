package org.sipsleuth.view.sequence.state;

import org.sipsleuth.finding.NetworkMark;

/// Which sequences are listed in the laboratory.
public enum Listing {
    /// Those that are unknown, whatever the network says.
    NEW,

    /// Those that do not lie within the limits of the network, known or not.
    BELOW_LINES,

    /// Those where verdict and network differ.
    DISAGREEING;

    /// Whether a sequence is listed.
    ///
    /// @param mark what the network says about it
    public boolean has(SequenceRow row, NetworkMark mark) {
        boolean isBelow = mark != NetworkMark.WITHIN;
        return switch (this) {
            case NEW -> row.isUnknown();
            case BELOW_LINES -> isBelow;
            case DISAGREEING -> isBelow != row.isUnknown();
        };
    }
}
