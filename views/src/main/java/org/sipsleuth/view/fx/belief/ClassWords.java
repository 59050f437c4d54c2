package org.sipsleuth.view.fx.belief;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.belief.tree.Observation;
import org.sipsleuth.belief.tree.TrafficClass;
import org.sipsleuth.belief.tree.Variable;

/// Classes, leaves and their numbers in the words of the window.
public final class ClassWords {

    private static final double SMALL = 0.00005;
    private static final double ALMOST_ONE = 0.99995;
    private static final double LARGE = 100_000;

    private ClassWords() {}

    /// A class: `Password cracking`.
    public static String of(TrafficClass trafficClass) {
        return text("beliefs.class." + trafficClass.word());
    }

    /// The CSS class of what stands for a class: that of the same class in a truth.
    public static String styleClass(TrafficClass trafficClass) {
        return "belief-" + trafficClass.word().replace('_', '-');
    }

    /// The name of a leaf.
    public static String of(Variable variable) {
        return text("beliefs.leaf." + variable.word());
    }

    /// A probability or a message: four digits, or as many as tell it from 0.
    public static String number(double value) {
        if (value != 0 && value < SMALL) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        return String.format(Locale.ROOT, value >= LARGE ? "%.3e" : "%.4f", value);
    }

    /// A probability as it follows `P(…)`: `= 0.9997`, or `> 0.9999` for what would be rounded to
    /// 1.
    public static String probability(double value) {
        return value >= ALMOST_ONE ? "> 0.9999" : "= " + number(value);
    }

    /// The value of a measure, `2.72`, or the counts of a distribution, `9 0 9 1 1`.
    public static String value(Variable variable, Observation observation) {
        if (variable.isDistribution()) {
            return observation.counts(variable).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" "));
        }
        double value = observation.value(variable);
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.4f", value);
    }
}
