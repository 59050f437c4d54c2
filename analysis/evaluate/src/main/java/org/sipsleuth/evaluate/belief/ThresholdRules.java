package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;

/// One threshold of one variable for each attack: the one that separates it best from all other
/// classes, each class counting the same. The clearest rule that applies decides; without any,
/// traffic is normal.
final class ThresholdRules implements PeriodClassifier {

    private static final int STEPS = 50;

    private record Rule(TrafficClass trafficClass, int feature, double border, boolean isAbove, double gain) {

        boolean applies(double... features) {
            return isAbove ? features[feature] > border : features[feature] <= border;
        }
    }

    private final List<Rule> rules;

    private ThresholdRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Learns them.
    static ThresholdRules learn(LabelledPeriods periods) {
        List<Rule> rules = new ArrayList<>();
        List<double[][]> all = new ArrayList<>();
        for (TrafficClass each : TrafficClass.all()) {
            all.add(periods.of(each).stream().map(Features::of).toArray(double[][]::new));
        }
        for (TrafficClass each : TrafficClass.all()) {
            if (each.isAttack() && periods.count(each) > 0) {
                rules.add(best(each, all));
            }
        }
        rules.sort(Comparator.comparingDouble(Rule::gain).reversed());
        return new ThresholdRules(rules);
    }

    private static Rule best(TrafficClass wanted, List<double[][]> all) {
        Rule best = new Rule(wanted, 0, Double.MAX_VALUE, true, 0);
        for (int feature = 0; feature < Features.count(); feature++) {
            for (double border : borders(feature, all)) {
                for (boolean isAbove : new boolean[]{true, false}) {
                    Rule rule = new Rule(wanted, feature, border, isAbove, 0);
                    double gain = gain(rule, all);
                    if (gain > best.gain()) {
                        best = new Rule(wanted, feature, border, isAbove, gain);
                    }
                }
            }
        }
        return best;
    }

    private static double[] borders(int feature, List<double[][]> all) {
        double[] values = all.stream()
                .flatMap(Arrays::stream)
                .mapToDouble(features -> features[feature])
                .distinct()
                .sorted()
                .toArray();
        int step = Math.max(1, values.length / STEPS);
        List<Double> borders = new ArrayList<>();
        for (int i = 0; i < values.length; i += step) {
            borders.add(values[i]);
        }
        return borders.stream().mapToDouble(each -> each).toArray();
    }

    /// How much more often it applies to its class than to the others.
    @SuppressWarnings("EnumOrdinal") // the place in the list of classes
    private static double gain(Rule rule, List<double[][]> all) {
        double others = 0;
        double own = 0;
        int classes = 0;
        for (int i = 0; i < all.size(); i++) {
            double[][] periods = all.get(i);
            if (periods.length == 0) {
                continue;
            }
            double share = (double) Arrays.stream(periods).filter(rule::applies).count() / periods.length;
            if (i == rule.trafficClass().ordinal()) {
                own = share;
            } else {
                others += share;
                classes++;
            }
        }
        return own - others / Math.max(1, classes);
    }

    @Override
    public Optional<TrafficClass> classify(Observation observation) {
        double[] features = Features.of(observation);
        return Optional.of(rules.stream()
                .filter(rule -> rule.applies(features))
                .findFirst()
                .map(Rule::trafficClass)
                .orElse(TrafficClass.NORMAL));
    }
}
