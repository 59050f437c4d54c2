package org.sipsleuth.evaluate.belief;

import java.util.Optional;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.Inference;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;

/// Something that assigns a class to what was observed in a period.
interface PeriodClassifier {

    /// The class; empty if nothing can be concluded.
    Optional<TrafficClass> classify(Observation observation);

    /// Whether an attack would be reported.
    default boolean reports(Observation observation) {
        return classify(observation).filter(TrafficClass::isAttack).isPresent();
    }

    /// Tables with the tree.
    ///
    /// @param threshold an attack is reported above this belief
    static PeriodClassifier of(BeliefTables tables, double threshold) {
        return of(new Inference(tables), threshold);
    }

    /// The tree, perhaps without some leaves.
    static PeriodClassifier of(Inference inference, double threshold) {
        return new PeriodClassifier() {
            @Override
            public Optional<TrafficClass> classify(Observation observation) {
                Belief belief = inference.infer(observation);
                return belief.isContradiction() ? Optional.empty() : Optional.of(belief.leading());
            }

            @Override
            public boolean reports(Observation observation) {
                Belief belief = inference.infer(observation);
                return !belief.isContradiction() && belief.leading().isAttack() && belief.attack() > threshold;
            }
        };
    }

    /// The simplest of all: nothing is an attack.
    static PeriodClassifier alwaysNormal() {
        return _ -> Optional.of(TrafficClass.NORMAL);
    }
}
