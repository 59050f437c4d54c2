package org.sipsleuth.view.sequence.state;

import java.util.Comparator;

/// What the scatter shows on its two axes: beside the verdict per hop, or in the laboratory beside
/// what the network says.
public enum Axes {
    /// How surprising its rarest step is on any hop, and how rare it is in this capture.
    SURPRISE(Measure.DIALOGS, Measure.SURPRISE),

    /// How far it is from the known ones, and how rare in this capture.
    DISTANCE(Measure.DIALOGS, Measure.EDITS),

    /// The same; the rarest are listed first.
    RARITY(Measure.DIALOGS, Measure.EDITS),

    /// The paper's: both are moments of the same output, so that all lies near one diagonal.
    MOMENTS(Measure.SKEWNESS, Measure.KURTOSIS),

    /// How far a sequence is from the known ones, and the largest output of the network.
    MAXIMUM(Measure.MAXIMUM, Measure.EDITS);

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

    /// Whether the threshold lines λS and λK decide what the network says; else its largest output.
    public boolean isByLines() {
        return this == MOMENTS;
    }

    /// Whether they belong to the laboratory, where the network speaks.
    public boolean isLaboratory() {
        return this == MOMENTS || this == MAXIMUM;
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
