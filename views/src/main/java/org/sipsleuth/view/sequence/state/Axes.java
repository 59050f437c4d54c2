package org.sipsleuth.view.sequence.state;

import java.util.Comparator;

/// What the scatter shows on its two axes, and by what a sequence is called unknown there.
public enum Axes {
    /// How surprising its rarest step is on any hop, and what the network makes of the whole.
    SURPRISE(Measure.MAXIMUM, Measure.SURPRISE),

    /// How far a sequence is from the known ones, and what the network makes of it.
    DISTANCE(Measure.MAXIMUM, Measure.EDITS),

    /// How far it is from the known ones, and how rare in this capture.
    RARITY(Measure.DIALOGS, Measure.EDITS),

    /// The paper's: both are moments of the same output, so that all lies near one diagonal.
    MOMENTS(Measure.SKEWNESS, Measure.KURTOSIS);

    private final Measure x;
    private final Measure y;

    Axes(Measure x, Measure y) {
        this.x = x;
        this.y = y;
    }

    /// What lies along the horizontal axis.
    public Measure x() {
        return x;
    }

    /// What lies along the vertical axis.
    public Measure y() {
        return y;
    }

    /// Whether the threshold lines λS and λK decide; else whether training observed the sequence.
    public boolean isByLines() {
        return this == MOMENTS;
    }

    /// The most suspicious sequences first: by surprise, distance and then rarity, or by rarity
    /// first.
    public Comparator<SequenceRow> suspicion() {
        Comparator<SequenceRow> far = Comparator.comparingInt(SequenceRow::distance).reversed();
        Comparator<SequenceRow> surprising =
                Comparator.comparingDouble(SequenceRow::bits).reversed();
        Comparator<SequenceRow> rare = Comparator.comparingInt(SequenceRow::count);
        Comparator<SequenceRow> order =
                this == RARITY
                        ? rare.thenComparing(surprising).thenComparing(far)
                        : surprising.thenComparing(far).thenComparing(rare);
        return order.thenComparingDouble(row -> row.score().maximum())
                .thenComparingInt(SequenceRow::sequence);
    }

    /// The most suspicious groups per hop first, or the rarest; of equal ones the earlier.
    public Comparator<NoveltyRow> suspicionPerHop() {
        Comparator<NoveltyRow> suspicious =
                Comparator.comparingDouble(NoveltyRow::suspicion).reversed();
        Comparator<NoveltyRow> order =
                this == RARITY
                        ? Comparator.comparingInt(NoveltyRow::count).thenComparing(suspicious)
                        : suspicious;
        return order.thenComparingLong(row -> row.span().firstNanos());
    }
}
