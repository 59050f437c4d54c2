package org.sipsleuth.evaluate.belief;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Variable;

/// The learned variables of a period as numbers: measures as log(1 + x), shares with another number
/// for their absence, distributions as shares of their categories.
final class Features {

    private static final List<String> NAMES = names();

    private Features() {}

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Variable each : Variable.learned()) {
            if (each.isDistribution()) {
                each.categories().forEach(category -> names.add(each.word() + " " + category));
            } else {
                names.add(each.word());
            }
            if (each.canBeAbsent()) {
                names.add(each.word() + " absent");
            }
        }
        return List.copyOf(names);
    }

    /// How many there are.
    static int count() {
        return NAMES.size();
    }

    /// What one of them is.
    static String name(int feature) {
        return NAMES.get(feature);
    }

    /// Those of a period.
    static double[] of(Observation observation) {
        double[] features = new double[count()];
        int next = 0;
        for (Variable each : Variable.learned()) {
            boolean isObserved = observation.isObserved(each);
            if (each.isDistribution()) {
                double total = observation.total(each);
                for (int i = 0; i < each.categories().size(); i++) {
                    features[next++] = isObserved ? observation.count(each, i) / total : 0;
                }
            } else if (each.isShare()) {
                features[next++] = isObserved ? observation.value(each) : 0;
            } else {
                features[next++] = StrictMath.log1p(observation.value(each));
            }
            if (each.canBeAbsent()) {
                features[next++] = isObserved ? 0 : 1;
            }
        }
        return features;
    }
}
