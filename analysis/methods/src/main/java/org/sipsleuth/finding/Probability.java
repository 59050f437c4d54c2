package org.sipsleuth.finding;

import org.sipsleuth.sentence.Sentence;

/// Probabilities as people read them.
public final class Probability {

    private static final double SMALL = 0.00005;
    private static final double ALMOST_ONE = 0.99995;
    private static final double MOST_SHOWN = 0.9999;
    private static final int DIGITS = 4;

    private Probability() {}

    /// Four decimals, or as many as distinguish it from 0; `> 0.9999` for what would be rounded to
    /// 1, as nothing that a model computes is certain.
    public static Sentence of(double value) {
        if (value >= ALMOST_ONE) {
            return Sentence.row(Sentence.Punctuation.ABOVE, Sentence.number(MOST_SHOWN, DIGITS));
        }
        return value != 0 && value < SMALL ? Sentence.scientific(value, 1) : Sentence.number(value, DIGITS);
    }

    /// The same in English.
    public static String text(double value) {
        return of(value).text();
    }

    /// As it follows `P(SCAN)`: `= 0.9997`, `> 0.9999`.
    public static Sentence relation(double value) {
        return value >= ALMOST_ONE ? of(value) : Sentence.row(Sentence.Punctuation.EQUALS, of(value));
    }
}
