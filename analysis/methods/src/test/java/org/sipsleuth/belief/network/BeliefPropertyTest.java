package org.sipsleuth.belief.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.table.PaperTables;

final class BeliefPropertyTest {

    private static final List<BeliefTables> TABLES = List.of(PaperTables.printed(), PaperTables.working(),
            PaperTables.working().with(ClassVector.of(1, 0, 0, 0, 0, 0)));

    private static Observation observation(long seed) {
        Random random = new Random(seed);
        Observation observation = Observation.NOTHING;
        for (Variable variable : Variable.all()) {
            if (variable.isDistribution()) {
                observation = observation.with(variable,
                        variable.categories()
                                .stream()
                                .map(_ -> random.nextInt(4) == 0 ? Integer.MAX_VALUE : random.nextInt(20))
                                .toList());
            } else {
                observation = observation.with(variable,
                        variable.isShare() ? random.nextDouble()
                                : random.nextInt(9) == 0 ? Double.MAX_VALUE
                                : random.nextInt(30) * random.nextDouble());
            }
        }
        return observation;
    }

    @Property(tries = 500)
    void beliefsSumToOneWhateverWasObserved(@ForAll long seed) {
        Observation observation = observation(seed);
        for (BeliefTables tables : TABLES) {
            Belief belief = new Inference(tables).infer(observation);
            assertEquals(1, belief.classes().sum(), 1e-9);
            assertTrue(belief.attack() >= 0 && belief.attack() <= 1);
            Reasoning reasoning = Reasoning.of(tables, observation, Set.of());
            assertEquals(belief, reasoning.belief());
            for (LeafReasoning leaf : reasoning.leaves()) {
                if (!leaf.expected().isEmpty()) {
                    double sum = leaf.expected().stream().mapToDouble(value -> value).sum();
                    assertEquals(1, sum, 1e-9, leaf.variable().word());
                }
            }
        }
    }

    @Property(tries = 200)
    void withoutALeafEqualsTheLeafSilenced(@ForAll long seed) {
        Observation observation = observation(seed);
        Sensitivity sensitivity = Sensitivity.of(PaperTables.working(), observation, Set.of());
        for (Sensitivity.Without without : sensitivity.without()) {
            Inference silent = new Inference(PaperTables.working(), Set.of(without.variable()));
            assertEquals(silent.infer(observation), without.belief());
            boolean changes = without.belief().leading() != sensitivity.belief().leading()
                    || without.belief().isContradiction() != sensitivity.belief().isContradiction();
            assertEquals(changes, without.changesClass());
        }
    }

    @Test
    void aSilentTreeBelievesItsPrior() {
        ClassVector prior = ClassVector.of(.4, .2, .1, .1, .1, .1);
        Belief belief =
                new Inference(PaperTables.working().with(prior), Set.copyOf(Variable.all())).infer(observation(1));
        for (TrafficClass each : TrafficClass.all()) {
            assertEquals(prior.get(each), belief.classes().get(each), 1e-12);
        }
    }

    @Test
    void forgettingAllBeginsAnewAndForgettingNothingGathersEvidence() {
        BeliefTables tables = PaperTables.working();
        Inference inference = new Inference(tables);
        Observation weak = Observation.NOTHING.with(Variable.ERROR_RESPONSE_INTENSITY, 5)
                .with(Variable.DESTINATIONS, 9)
                .with(Variable.RESPONSE_DISTRIBUTION, List.of(1, 0, 0, 5, 0, 0));
        List<Belief> anew = new SequentialBelief(1).follow(inference, List.of(weak, weak, weak));
        assertEquals(inference.infer(weak), anew.getLast());
        List<Belief> gathered = new SequentialBelief(0).follow(inference, List.of(weak, weak, weak));
        assertTrue(gathered.getLast().strength() > anew.getLast().strength());
        assertEquals(TrafficClass.SCAN, gathered.getLast().leading());
    }
}
