package org.sipsleuth.evaluate.belief;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.Inference;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;

/// How often each class is believed of the periods of each class. Periods with too few messages to
/// say anything are left out.
@SuppressWarnings("EnumOrdinal") // places in arrays that never leave the process
final class BeliefConfusion {

    private static final int NONE = ClassVector.SIZE;

    private final long[][] counts = new long[ClassVector.SIZE][ClassVector.SIZE + 1];
    private final Calibration calibration = new Calibration();

    /// Holds tables against periods.
    ///
    /// @param leastMessages periods with fewer are left out
    static BeliefConfusion of(BeliefTables tables, LabelledPeriods periods, int leastMessages) {
        BeliefConfusion confusion = new BeliefConfusion();
        confusion.addAll(tables, periods, leastMessages);
        return confusion;
    }

    /// Adds what tables say of periods.
    ///
    /// @param leastMessages periods with fewer are left out
    void addAll(BeliefTables tables, LabelledPeriods periods, int leastMessages) {
        Inference inference = new Inference(tables);
        for (TrafficClass truth : TrafficClass.all()) {
            for (Observation observation : periods.of(truth)) {
                if (observation.messages() >= leastMessages) {
                    add(truth, inference.infer(observation));
                }
            }
        }
    }

    private void add(TrafficClass truth, Belief belief) {
        counts[truth.ordinal()][belief.isContradiction() ? NONE : belief.leading().ordinal()]++;
        calibration.add(truth, belief);
    }

    /// How many periods of a class another one was believed of.
    long count(TrafficClass truth, TrafficClass believed) {
        return counts[truth.ordinal()][believed.ordinal()];
    }

    /// Of how many periods of a class nothing could be concluded.
    long contradictions(TrafficClass truth) {
        return counts[truth.ordinal()][NONE];
    }

    /// How many periods of a class there are.
    long periods(TrafficClass truth) {
        return Arrays.stream(counts[truth.ordinal()]).sum();
    }

    /// How many there are of all classes.
    long periods() {
        return TrafficClass.all().stream().mapToLong(this::periods).sum();
    }

    /// The share of a class's periods that it is believed of.
    double recall(TrafficClass truth) {
        long all = periods(truth);
        return all == 0 ? 0 : (double) count(truth, truth) / all;
    }

    /// The share of rightly believed ones among the periods that a class is believed of, if there
    /// were as many periods of each class.
    double precision(TrafficClass believed) {
        double sum = 0;
        for (TrafficClass truth : TrafficClass.all()) {
            long all = periods(truth);
            sum += all == 0 ? 0 : (double) count(truth, believed) / all;
        }
        return sum == 0 ? 0 : recall(believed) / sum;
    }

    /// The smallest recall of all classes.
    double leastRecall() {
        return TrafficClass.all().stream().mapToDouble(this::recall).min().orElse(0);
    }

    /// How well beliefs say how often they are right.
    Calibration calibration() {
        return calibration;
    }

    /// The classes in order.
    static List<TrafficClass> classes() {
        return TrafficClass.all();
    }
}
