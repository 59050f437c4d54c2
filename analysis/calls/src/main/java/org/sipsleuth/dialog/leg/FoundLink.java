package org.sipsleuth.dialog.leg;

import java.util.List;

/// A link as it was found.
///
/// @param link the link
/// @param weights the weight of each kind of evidence, in the order of the search
/// @param rivals the dialogs that the second might follow from, with the link's first among them;
///     none where an identifier or a reference decides
record FoundLink(LegLink link, Weights weights, List<Rival> rivals) {

    FoundLink {
        rivals = List.copyOf(rivals);
    }

    /// A dialog that another might follow from.
    ///
    /// @param dialog its number
    /// @param share how likely it is among all, and among none of them
    record Rival(int dialog, double share) {}

    /// The weights of a link's evidence.
    static final class Weights {
        private final float[] values;

        Weights(float[] values) {
            this.values = values;
        }

        /// The weight of a kind.
        double of(int kind) {
            return values[kind];
        }
    }

    /// The same with another confidence, its rivals forgotten.
    FoundLink settled(double confidence) {
        return new FoundLink(new LegLink(link.first(), link.second(), confidence), weights, List.of());
    }
}
