package org.sipsleuth.evaluate;

/// What a figure must be.
///
/// @param relation how it must stand to the value
/// @param value what it is held against
public record Must(Relation relation, double value) {

    /// Two exact figures may differ by rounding.
    private static final double ROUNDING = 1e-12;

    /// How a figure stands to a value.
    public enum Relation {
        AT_LEAST(">="),
        AT_MOST("<="),
        EXACTLY("=");

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
    public static Must atLeast(double value) {
        return new Must(Relation.AT_LEAST, value);
    }

    /// At most so much.
    public static Must atMost(double value) {
        return new Must(Relation.AT_MOST, value);
    }

    /// Just so much.
    public static Must exactly(double value) {
        return new Must(Relation.EXACTLY, value);
    }

    /// Whether every one of several measurements is as it must be.
    public boolean isMetBy(Spread spread) {
        return switch (relation) {
            case AT_LEAST -> spread.least() >= value;
            case AT_MOST -> spread.most() <= value;
            case EXACTLY ->
                    Math.abs(spread.least() - value) <= ROUNDING
                            && Math.abs(spread.most() - value) <= ROUNDING;
        };
    }
}
