package org.sipsleuth.dialog.ladder.layer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.Ladder;

/// What is drawn over and between the rows of a ladder. Immutable; cost: all rows are gone through,
/// for colours by CSeq and for states their messages are read.
public final class LadderLayers {

    private final Ladder ladder;
    private final LadderLook look;
    private final @Nullable RowGroups groups;
    private final RowSpans transactions;
    private final RowSpans states;
    private final @Nullable TimeSpacing spacing;

    /// @param look how it is wanted
    public LadderLayers(Ladder ladder, LadderLook look) {
        this(ladder, look, null);
    }

    private LadderLayers(Ladder ladder, LadderLook look, @Nullable LadderLayers before) {
        this.ladder = ladder;
        this.look = look;
        boolean hasGroups = look.colour() != ColourBy.MESSAGE_CLASS;
        if (before != null && before.look.colour() == look.colour()) {
            groups = before.groups;
        } else {
            groups = hasGroups ? RowGroups.of(ladder, look.colour()) : null;
        }
        transactions =
                !look.has(Overlay.TRANSACTIONS)
                        ? RowSpans.none()
                        : before != null && before.look.has(Overlay.TRANSACTIONS)
                                ? before.transactions
                                : TransactionSpans.of(ladder);
        states =
                !look.has(Overlay.STATES)
                        ? RowSpans.none()
                        : before != null && before.look.has(Overlay.STATES)
                                ? before.states
                                : StateSpans.of(ladder);
        spacing =
                !look.has(Overlay.TIME)
                        ? null
                        : before != null && before.spacing != null
                                ? before.spacing
                                : TimeSpacing.of(ladder);
    }

    /// The same ladder drawn in another way. What both have is made once.
    public LadderLayers with(LadderLook other) {
        return new LadderLayers(ladder, other, this);
    }

    /// Whether nothing has to be made to draw the ladder this way.
    public boolean suffice(LadderLook other) {
        boolean hasColours =
                other.colour() == look.colour() || other.colour() == ColourBy.MESSAGE_CLASS;
        return hasColours
                && Stream.of(Overlay.TRANSACTIONS, Overlay.STATES, Overlay.TIME)
                        .allMatch(overlay -> look.has(overlay) || !other.has(overlay));
    }

    public Ladder ladder() {
        return ladder;
    }

    public LadderLook look() {
        return look;
    }

    /// What is coloured alike, or null if classes of messages are.
    public @Nullable RowGroups groups() {
        return groups;
    }

    public RowSpans transactions() {
        return transactions;
    }

    public RowSpans states() {
        return states;
    }

    public @Nullable TimeSpacing spacing() {
        return spacing;
    }

    /// The streams that are drawn, in the order in which they stand.
    public List<Ladder.PlacedMedia> media() {
        return look.has(Overlay.MEDIA) ? ladder.media() : List.of();
    }
}
