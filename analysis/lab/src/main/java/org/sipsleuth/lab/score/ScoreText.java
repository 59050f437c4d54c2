package org.sipsleuth.lab.score;

import java.util.Locale;
import java.util.MissingResourceException;
import org.sipsleuth.text.EnumTexts;

/// Sentences and lines of formulas.
enum ScoreText {
    EXACT,
    CHOICE,
    NEAR,
    PATTERN,
    WRONG_VALUE,
    WRONG_NEAR,
    WRONG_PATTERN,
    WRONG_CHOICE,
    FAR_LOW,
    FAR_HIGH,
    SEALED,
    WRONG_SEALED,
    NO_ANSWER,
    TEACHER,
    OPEN,
    SET_RIGHT,
    SET_PARTLY,
    SET_WRONG,
    SPAN_RIGHT,
    SPAN_PARTLY,
    SPAN_WRONG,
    FRAMES_RIGHT,
    FRAMES_PARTLY,
    FRAMES_WRONG,
    FILTER_RIGHT,
    FILTER_PARTLY,
    FILTER_WRONG,
    FILTER_NONE,
    FILTER_BAD,
    FILTER_HIDDEN,
    NO_HIDDEN,
    COST_RIGHT,
    COST_PARTLY,
    COST_WRONG,
    HINTS,
    P,
    R,
    F1,
    POINTS,
    OVERLAP,
    SHARE,
    COST,
    COST_BEST,
    COST_NONE,
    COST_SHARE,
    TOLERANCE,
    ALL_OR_NOTHING,
    DIFFERENCE;

    String with(Object... arguments) {
        return EnumTexts.text(this, arguments);
    }

    /// The sentence for one of something, if there is another for it.
    String count(long number, Object... arguments) {
        try {
            return number == 1 ? String.format(Locale.ENGLISH, EnumTexts.variant(this, "one"), arguments)
                    : with(arguments);
        } catch (MissingResourceException same) {
            return with(arguments);
        }
    }
}
