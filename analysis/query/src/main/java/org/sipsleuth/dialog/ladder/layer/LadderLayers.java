package org.sipsleuth.dialog.ladder.layer;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.ladder.Ladder;

/// What is drawn over and between the rows of a ladder. Immutable; cost: all rows are gone through,
/// for colours by CSeq and for states their messages are read.
public final class LadderLayers {

    private final Ladder ladder;
    private final LadderStyle style;
    private final @Nullable RowGroups groups;
    private final RowSpans transactions;
    private final RowSpans states;
    private final @Nullable TimeSpacing spacing;

    /// @param style how it is wanted
    public LadderLayers(Ladder ladder, LadderStyle style) {
        this(ladder, style, null);
    }

    private LadderLayers(Ladder ladder, LadderStyle style, @Nullable LadderLayers before) {
        this.ladder = ladder;
        this.style = style;
        boolean hasGroups = style.colour() != ColourBy.MESSAGE_CLASS;
        if (before != null && before.style.colour() == style.colour()) {
            groups = before.groups;
        } else {
            groups = hasGroups ? RowGroups.of(ladder, style.colour()) : null;
        }
        transactions = !style.has(Overlay.TRANSACTIONS) ? RowSpans.none()
                : before != null && before.style.has(Overlay.TRANSACTIONS) ? before.transactions
                : TransactionSpans.of(ladder);
        states = !style.has(Overlay.STATES) ? RowSpans.none()
                : before != null && before.style.has(Overlay.STATES) ? before.states
                : StateSpans.of(ladder);
        spacing = !style.has(Overlay.TIME) ? null
                : before != null && before.spacing != null ? before.spacing
                : TimeSpacing.of(ladder);
    }

    /// The same ladder drawn in another way. What both have is made once.
    public LadderLayers with(LadderStyle other) {
        return new LadderLayers(ladder, other, this);
    }

    /// Whether these layers suffice to draw the ladder in this style.
    public boolean suffice(LadderStyle other) {
        boolean hasColours = other.colour() == style.colour() || other.colour() == ColourBy.MESSAGE_CLASS;
        return hasColours && Stream.of(Overlay.TRANSACTIONS, Overlay.STATES, Overlay.TIME)
                .allMatch(overlay -> style.has(overlay) || !other.has(overlay));
    }

    public Ladder ladder() {
        return ladder;
    }

    public LadderStyle style() {
        return style;
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

    /// The streams that are drawn, from top to bottom.
    public List<Ladder.PlacedMedia> media() {
        return style.has(Overlay.MEDIA) ? ladder.media() : List.of();
    }
}
