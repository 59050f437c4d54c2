package org.sipsleuth.view.belief.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Probabilities as they are written in fields.
final class Probabilities {

    private static final MathContext DIGITS = new MathContext(4);
    private static final MathContext SUM_DIGITS = new MathContext(6);
    private static final double SMALL = 1e-4;

    private Probabilities() {}

    /// A probability with four digits at most: `0.2`, `0.1111`.
    static String words(double probability) {
        if (probability != 0 && probability < SMALL) {
            return String.format(Locale.ROOT, "%.2e", probability);
        }
        return new BigDecimal(probability).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /// The sum of a row with six digits at most, so that one that is nearly 1 differs from 1.
    static String sum(double sum) {
        return new BigDecimal(sum).round(SUM_DIGITS).stripTrailingZeros().toPlainString();
    }

    /// What was typed; NaN if it is no number.
    static double read(String typed) {
        try {
            return Double.parseDouble(typed.replace(',', '.'));
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
