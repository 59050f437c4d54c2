package org.sipsleuth.view.sequence.state;

import org.sipsleuth.finding.Mark;

/// Which sequences are listed.
public enum Listing {
    /// Those that were never observed in training, whatever the network says.
    NEW,

    /// Those that the lines do not call known, whether they were observed or not.
    BELOW_LINES,

    /// Those where lines and reference disagree.
    DISAGREEING;

    /// Whether a sequence is listed.
    ///
    /// @param mark what the lines say of it
    public boolean has(SequenceRow row, Mark mark) {
        boolean isBelow = mark != Mark.KNOWN;
        return switch (this) {
            case NEW -> row.isNew();
            case BELOW_LINES -> isBelow;
            case DISAGREEING -> isBelow != row.isNew();
        };
    }
}
