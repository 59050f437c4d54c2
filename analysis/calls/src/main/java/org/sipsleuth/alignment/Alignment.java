package org.sipsleuth.alignment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A known sequence and another one side by side, with the fewest edits that turn the one into the
/// other. Immutable.
///
/// Of several ways with as few edits the most readable is taken, always the same: the fewest
/// substitutions; those of like by like (a request, a provisional or a final response); few and
/// contiguous places; a message repeated at once counts little as a place. Then edits stand as far
/// to the left as they can; but of equal pieces one after the other it is the last that is too much
/// or missing, and a piece begins with the request of a transaction where it can.
public final class Alignment {

    /// How many messages of each sequence are compared; the others are left out.
    public static final int MOST_MESSAGES = 1_000;

    private final List<String> known;
    private final List<String> other;
    private final List<Edit> edits;
    private final int distance;
    private final int knownLeftOut;
    private final int otherLeftOut;

    private Alignment(List<String> known, List<String> other) {
        this.known = compared(known);
        this.other = compared(other);
        this.knownLeftOut = known.size() - this.known.size();
        this.otherLeftOut = other.size() - this.other.size();
        this.edits = new AlignmentSearch(this.known, this.other).edits();
        this.distance = (int) edits.stream().filter(edit -> !(edit instanceof Edit.Match)).count();
    }

    /// Compares the first [#MOST_MESSAGES] messages of both. Costs the product of their lengths:
    /// tens of microseconds for calls, tens of milliseconds at most.
    public static Alignment of(List<String> known, List<String> other) {
        return new Alignment(known, other);
    }

    private static List<String> compared(List<String> sequence) {
        return List.copyOf(sequence.subList(0, Math.min(sequence.size(), MOST_MESSAGES)));
    }

    /// How many messages must be inserted, deleted or substituted; 0 if the compared parts are
    /// equal.
    public int distance() {
        return distance;
    }

    /// The edits from the first message to the last, matches included.
    public List<Edit> edits() {
        return edits;
    }

    /// The compared part of the known sequence.
    public List<String> known() {
        return known;
    }

    /// The compared part of the other sequence.
    public List<String> other() {
        return other;
    }

    /// How many messages at the end of the known sequence were not compared.
    public int knownLeftOut() {
        return knownLeftOut;
    }

    /// How many messages at the end of the other sequence were not compared.
    public int otherLeftOut() {
        return otherLeftOut;
    }

    /// Alignments of equal sequences are equal.
    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Alignment its && its.known.equals(known) && its.other.equals(other)
                && its.knownLeftOut == knownLeftOut && its.otherLeftOut == otherLeftOut;
    }

    @Override
    public int hashCode() {
        return 31 * known.hashCode() + other.hashCode();
    }
}
