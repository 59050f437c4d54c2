package org.sipsleuth.pipeline;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Familiarity;
import org.sipsleuth.finding.Mark;

/// Which dialogs of a capture are known and which are unknown: what list, filters, pages, report
/// and commands show. No dialog has a mark where the model does not fit the capture: there it would
/// mean nothing. Immutable.
public final class Verdicts {

    /// There is none: no model judges dialogs, or it does not fit.
    public static final Verdicts NONE = new Verdicts(null, new BitSet());

    private final @Nullable SipIndex index;
    private final BitSet unknown;

    private Verdicts(@Nullable SipIndex index, BitSet unknown) {
        this.index = index;
        this.unknown = unknown;
    }

    /// The verdicts of the model of a detection, which fits the capture.
    static Verdicts of(Detection detection, Familiarity familiarity) {
        SipIndex index = detection.index();
        BitSet unknown = new BitSet();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            unknown.set(dialog, familiarity.isUnknown(dialog));
        }
        return new Verdicts(index, unknown);
    }

    /// Whether they are of this index, or of an earlier part of the same capture, in which dialogs
    /// have the same numbers.
    public boolean isOf(SipIndex other) {
        return index != null && Detection.isSame(index, other);
    }

    /// The mark of a dialog; empty where none was decided.
    public Optional<Mark> of(int dialog) {
        return dialog < size() ? Optional.of(unknown.get(dialog) ? Mark.UNKNOWN : Mark.KNOWN) : Optional.empty();
    }

    /// How many dialogs have this mark.
    public int count(Mark mark) {
        return switch (mark) {
            case KNOWN -> size() - unknown.cardinality();
            case UNKNOWN -> unknown.cardinality();
        };
    }

    private int size() {
        return index == null ? 0 : index.dialogs().size();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Verdicts verdicts && verdicts.index == index && unknown.equals(verdicts.unknown);
    }

    @Override
    public int hashCode() {
        return unknown.hashCode();
    }
}
