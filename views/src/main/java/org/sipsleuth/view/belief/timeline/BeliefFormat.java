package org.sipsleuth.view.belief.timeline;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes beliefs at the axis; below 0 there is the truth, which has no numbers.
final class BeliefFormat extends NumberFormat {
    private static final long serialVersionUID = 1L;

    @Override
    public StringBuffer format(double value, StringBuffer to, FieldPosition place) {
        return value < 0 ? to : to.append(String.format(Locale.ROOT, "%.2f", Math.abs(value)));
    }

    @Override
    public StringBuffer format(long value, StringBuffer to, FieldPosition place) {
        return format((double) value, to, place);
    }

    @Override
    public @Nullable Number parse(String text, ParsePosition place) {
        return null; // nothing is typed at an axis
    }
}
