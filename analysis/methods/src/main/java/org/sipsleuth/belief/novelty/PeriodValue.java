package org.sipsleuth.belief.novelty;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;

/// One of the numbers that periods are compared by: a measure, or the share of one category of a
/// distribution.
///
/// @param variable what was observed
/// @param category the place of the category; [#NONE] for a measure
public record PeriodValue(Variable variable, int category) {

    /// A measure has no categories.
    public static final int NONE = -1;

    /// A share of nothing, as far from 0 % as 0 % is from 50 %.
    private static final double ABSENT = -0.5;

    private static final List<PeriodValue> ALL = list();

    private static List<PeriodValue> list() {
        List<PeriodValue> all = new ArrayList<>();
        for (Variable each : Variable.all()) {
            if (each.isDistribution()) {
                for (int i = 0; i < each.categories().size(); i++) {
                    all.add(new PeriodValue(each, i));
                }
            } else {
                all.add(new PeriodValue(each, NONE));
            }
        }
        return List.copyOf(all);
    }

    /// All of them, in order: those of the paper's variables and those of ours.
    public static List<PeriodValue> all() {
        return ALL;
    }

    /// The name in files: `request-distribution.INVITE`.
    public String word() {
        return category == NONE ? variable.word() : variable.word() + "." + variable.categories().get(category);
    }

    /// Whether it is a share, 0 to 1, of which there may be none.
    public boolean isShare() {
        return variable.isDistribution() || variable.isShare();
    }

    /// All numbers of a period, comparable: counts and intensities by their logarithm, ln(1 + x);
    /// shares as they are.
    static double[] row(Observation observation) {
        return ALL.stream().mapToDouble(each -> each.of(observation)).toArray();
    }

    private double of(Observation observation) {
        if (variable.isDistribution()) {
            long total = observation.total(variable);
            return total == 0 ? 0 : (double) observation.count(variable, category) / total;
        }
        double value = observation.value(variable);
        return Double.isNaN(value) ? ABSENT : isShare() ? value : StrictMath.log1p(value);
    }

    /// What was observed, of a comparable number; NaN for a share of nothing.
    double observed(double comparable) {
        return !isShare() ? StrictMath.expm1(comparable) : comparable < 0 ? Double.NaN : comparable;
    }
}
