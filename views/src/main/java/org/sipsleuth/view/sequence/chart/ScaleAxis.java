package org.sipsleuth.view.sequence.chart;

import static org.sipsleuth.view.ui.Texts.text;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.ui.RectangleInsets;
import org.sipsleuth.view.sequence.state.Measure;
import org.sipsleuth.view.sequence.state.Scale;

/// Axes of values from 0 to 1.
public final class ScaleAxis {

    private static final int MOST_DIGITS = 8;

    /// Labels between decades are wider than those at the ends, by which JFreeChart spaces them.
    private static final RectangleInsets ROOM_BETWEEN = new RectangleInsets(2, 18, 2, 18);
    private static final double[] DECADES = {-1, 0, 1, 2, 3, 4, 5, 6, 7};
    private static final String[] DECADE_WORDS = {"", "1", "10", "100", "1,000", "10,000", "100,000", "10⁶", "10⁷"};

    private ScaleAxis() {}

    /// An axis.
    ///
    /// @param key of its title; `.log` stands behind it where the axis is logarithmic
    public static NumberAxis of(Scale scale, String key) {
        NumberAxis axis = new NumberAxis(text(scale == Scale.LINEAR ? key : key + ".log"));
        axis.setAutoRange(false);
        TickUnits units = new TickUnits();
        double[] steps = scale == Scale.LINEAR ? new double[]{1, 2, 5} : new double[]{1};
        for (int digits = MOST_DIGITS; digits >= 1; digits--) {
            for (double step : steps) {
                units.add(unit(scale, step * Math.pow(10, -digits), digits));
            }
        }
        for (double step : new double[]{1, 2, 4}) {
            units.add(unit(scale, step, 0));
        }
        axis.setStandardTickUnits(units);
        return axis;
    }

    /// The axis with room between labels that stand side by side.
    public static NumberAxis horizontal(NumberAxis axis) {
        axis.setTickLabelInsets(ROOM_BETWEEN);
        return axis;
    }

    /// The axis of a measure.
    public static NumberAxis of(Measure measure, Scale scale) {
        String key = "sequence.axis." + measure.name().toLowerCase(Locale.ROOT);
        if (measure.isScaled()) {
            return of(scale, key);
        }
        NumberAxis axis = new NumberAxis(text(key));
        axis.setAutoRange(false);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        if (measure == Measure.DIALOGS) {
            axis.setNumberFormatOverride(new ChoiceFormat(DECADES, DECADE_WORDS));
        }
        return axis;
    }

    private static NumberTickUnit unit(Scale scale, double size, int digits) {
        return new NumberTickUnit(size, new Format(scale, digits));
    }

    /// Places as the scale has them.
    private static final class Format extends NumberFormat {

        private static final long serialVersionUID = 1;

        private final Scale scale;
        private final int digits;

        Format(Scale scale, int digits) {
            this.scale = scale;
            this.digits = digits;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            boolean isOutside = number < -1e-9;
            return to.append(isOutside ? "" : scale.label(Math.abs(number), digits));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String source, ParsePosition position) {
            return NumberFormat.getInstance(Locale.ROOT).parse(source, position);
        }
    }
}
