package org.sipsleuth.evaluation;

/// What a figure must be.
///
/// @param relation how it must stand to the value
/// @param value what it is held against
public record Expectation(Relation relation, double value) {

    /// Two exact figures may differ by rounding.
    private static final double ROUNDING = 1e-12;

    /// How a figure stands to a value.
    public enum Relation {
        AT_LEAST(">="), AT_MOST("<="), EXACTLY("=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /// The sign, in ASCII.
        public String sign() {
            return sign;
        }
    }

    /// At least so much.
    public static Expectation atLeast(double value) {
        return new Expectation(Relation.AT_LEAST, value);
    }

    /// At most so much.
    public static Expectation atMost(double value) {
        return new Expectation(Relation.AT_MOST, value);
    }

    /// Just so much.
    public static Expectation exactly(double value) {
        return new Expectation(Relation.EXACTLY, value);
    }

    /// Whether every one of several measurements is as it must be.
    public boolean isMetBy(Spread spread) {
        return switch (relation) {
            case AT_LEAST -> spread.least() >= value;
            case AT_MOST -> spread.most() <= value;
            case EXACTLY -> Math.abs(spread.least() - value) <= ROUNDING && Math.abs(spread.most() - value) <= ROUNDING;
        };
    }
}
