package org.sipsleuth.view.sequence.chart;

import static org.sipsleuth.view.ui.Texts.text;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.sipsleuth.view.sequence.state.Scale;

/// Axes of values from 0 to 1.
public final class ScaleAxis {

    private static final int MOST_DIGITS = 8;

    private ScaleAxis() {}

    /// An axis.
    ///
    /// @param key of its title; `.log` stands behind it where the axis is logarithmic
    public static NumberAxis of(Scale scale, String key) {
        NumberAxis axis = new NumberAxis(text(scale == Scale.LINEAR ? key : key + ".log"));
        axis.setAutoRange(false);
        TickUnits units = new TickUnits();
        double[] steps = scale == Scale.LINEAR ? new double[] {1, 2, 5} : new double[] {1};
        for (int digits = MOST_DIGITS; digits >= 1; digits--) {
            for (double step : steps) {
                units.add(unit(scale, step * Math.pow(10, -digits), digits));
            }
        }
        for (double step : new double[] {1, 2, 4}) {
            units.add(unit(scale, step, 0));
        }
        axis.setStandardTickUnits(units);
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
