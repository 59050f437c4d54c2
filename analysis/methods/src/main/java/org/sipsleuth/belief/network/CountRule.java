package org.sipsleuth.belief.network;

/// How the counts of a distribution become a message to the root.
///
/// @param kind the formula
/// @param weight for [Kind#MULTINOMIAL] only: as how many observations all of them together count,
///     at most; so that a thousand messages that depend on each other do not outweigh everything
public record CountRule(Kind kind, double weight) {

    /// A formula.
    public enum Kind {
        /// The paper's: the message is the table times the counts.
        LINEAR("linear"),
        /// Ours: the probability of the counts, if each message is drawn by itself.
        MULTINOMIAL("multinomial");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The one of this name.
        ///
        /// @throws IllegalArgumentException if there is none
        public static Kind of(String word) {
            for (Kind each : values()) {
                if (each.word.equals(word)) {
                    return each;
                }
            }
            throw new IllegalArgumentException("There is no rule of this name");
        }

        /// The name in files.
        public String word() {
            return word;
        }
    }

    private static final double MOST_WEIGHT = 1e6;

    /// The paper's rule.
    public static final CountRule LINEAR = new CountRule(Kind.LINEAR, 1);

    /// @throws IllegalArgumentException if the weight is not above 0, or above a million
    public CountRule {
        if (!(weight > 0 && weight <= MOST_WEIGHT)) {
            throw new IllegalArgumentException(weight + " is no weight above 0 to 1000000");
        }
    }

    /// Our rule.
    public static CountRule multinomial(double weight) {
        return new CountRule(Kind.MULTINOMIAL, weight);
    }
}
