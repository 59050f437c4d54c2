package org.sipsleuth.view.sequence.state;

/// What an axis of the scatter shows of a sequence.
public enum Measure {
    /// The surprise of the rarest step on any hop, in bits; many are anomalous.
    SURPRISE,

    /// Messages that differ from the nearest known sequence; 0 for a known one. Many are anomalous.
    EDITS,

    /// How many dialogs of the capture have it, as the logarithm to base 10. Few are rare.
    DIALOGS,

    /// The network's largest output; a low one is anomalous.
    MAXIMUM,

    /// Skewness of the output; a low one is anomalous.
    SKEWNESS,

    /// Kurtosis of the output; a low one is anomalous.
    KURTOSIS;

    /// Whether its values go from 0 to 1 and are laid along the axis by a [Scale].
    public boolean isScaled() {
        return this == MAXIMUM || this == SKEWNESS || this == KURTOSIS;
    }

    /// The place of a sequence on the axis.
    public double place(SequenceRow row, Scale scale) {
        return switch (this) {
            case SURPRISE -> row.bits();
            case EDITS -> row.distance();
            case DIALOGS -> Math.log10(row.count());
            case MAXIMUM -> scale.place(row.score().maximum());
            case SKEWNESS -> scale.place(row.score().skewness());
            case KURTOSIS -> scale.place(row.score().kurtosis());
        };
    }
}
