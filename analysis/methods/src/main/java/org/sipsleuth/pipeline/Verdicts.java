package org.sipsleuth.pipeline;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.Mark;

/// Which dialogs of a capture are known and which are unknown: what list, filters, pages, report
/// and commands show. No dialog has a mark in a network that the model does not fit: there it would
/// mean nothing. Immutable.
public final class Verdicts {

    /// There is none: no model judges dialogs, or it does not fit.
    public static final Verdicts NONE = new Verdicts(null, new BitSet(), new BitSet());

    private final @Nullable SipIndex index;
    private final BitSet judged;
    private final BitSet unknown;

    private Verdicts(@Nullable SipIndex index, BitSet judged, BitSet unknown) {
        this.index = index;
        this.judged = judged;
        this.unknown = unknown;
    }

    /// The verdicts of the model of a detection.
    ///
    /// @param judged the dialogs of networks that it fits
    static Verdicts of(Detection detection, Familiarity familiarity, BitSet judged) {
        BitSet unknown = new BitSet();
        judged.stream().filter(familiarity::isUnknown).forEach(unknown::set);
        return new Verdicts(detection.index(), judged, unknown);
    }

    /// Whether they are of this index, or of an earlier part of the same capture, in which dialogs
    /// have the same numbers.
    public boolean isOf(SipIndex other) {
        return index != null && Detection.isSame(index, other);
    }

    /// The mark of a dialog; empty where none was decided.
    public Optional<Mark> of(int dialog) {
        return judged.get(dialog) ? Optional.of(unknown.get(dialog) ? Mark.UNKNOWN : Mark.KNOWN) : Optional.empty();
    }

    /// How many dialogs have this mark.
    public int count(Mark mark) {
        return switch (mark) {
            case KNOWN -> judged.cardinality() - unknown.cardinality();
            case UNKNOWN -> unknown.cardinality();
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Verdicts verdicts && verdicts.index == index && judged.equals(verdicts.judged)
                && unknown.equals(verdicts.unknown);
    }

    @Override
    public int hashCode() {
        return unknown.hashCode();
    }
}
