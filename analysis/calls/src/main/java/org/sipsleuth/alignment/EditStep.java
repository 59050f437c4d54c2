package org.sipsleuth.alignment;

import java.util.List;

/// A step through two sequences at once, in the order in which the search prefers them at the end
/// of a place of edits: so substitutions come first when read from the left.
enum EditStep {
    INSERT(0, 1), DELETE(1, 0), SUBSTITUTE(1, 1), MATCH(1, 1);

    /// All but the match.
    static final List<EditStep> EDITS = List.of(INSERT, DELETE, SUBSTITUTE);

    /// How many messages of the known and of the other sequence it takes.
    final int known;

    final int other;

    EditStep(int known, int other) {
        this.known = known;
        this.other = other;
    }
}
