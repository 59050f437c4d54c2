package org.sipsleuth.report.ladder.content;

import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.report.draw.Ink;

/// The look of an arrow.
///
/// @param kind of line and tip
/// @param group whose colour it has, or [#NO_GROUP] for that of its kind
public record Look(ArrowKind kind, int group) {

    /// The kind alone determines the colour.
    public static final int NO_GROUP = -1;

    /// In the colour of its kind.
    public static Look of(ArrowKind kind) {
        return new Look(kind, NO_GROUP);
    }

    public Ink ink() {
        return group == NO_GROUP ? kind.ink() : Ink.ofGroup(RowGroups.colour(group));
    }

    /// The letter of the group, or empty.
    public String letter() {
        return group == NO_GROUP ? "" : RowGroups.letter(group);
    }
}
