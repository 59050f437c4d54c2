package org.sipsleuth.sequence.network;

/// The recurrent network (LSTM) of the paper's Table 5.
///
/// @param units the size of its memory; 0 means as many as there are classes; at most 16,384
public record RecurrentSettings(int units) implements NetworkSettings {

    private static final int MOST = 16_384;

    /// Checks the range.
    ///
    /// @throws IllegalArgumentException if there are fewer than none, or too many
    public RecurrentSettings {
        if (units < 0 || units > MOST) {
            throw new IllegalArgumentException("a recurrent network has 0 to " + MOST + " units, not " + units);
        }
    }

    /// As in the paper: as many units as classes.
    public static RecurrentSettings paper() {
        return new RecurrentSettings(0);
    }

    /// The size of the memory for so many classes.
    public int unitsFor(int classes) {
        return units == 0 ? classes : units;
    }
}
