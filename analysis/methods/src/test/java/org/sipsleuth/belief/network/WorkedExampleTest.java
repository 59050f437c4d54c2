package org.sipsleuth.belief.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.table.PaperTables;

/// The example of paper 4, §4.2, from the values that it prints.
final class WorkedExampleTest {

    private static final Observation PRINTED = Observation.NOTHING.with(Variable.REQUEST_INTENSITY, 2.424)
            .with(Variable.ERROR_RESPONSE_INTENSITY, 2.70)
            .with(Variable.DESTINATIONS, 9)
            .with(Variable.OPENED_PORTS, 9)
            .with(Variable.WAITING_DIALOGS, 1)
            .with(Variable.REQUEST_DISTRIBUTION, List.of(9, 0, 9, 1, 1))
            .with(Variable.RESPONSE_DISTRIBUTION, List.of(7, 2, 0, 6, 2, 0));

    private final Reasoning reasoning = Reasoning.of(PaperTables.printed(), PRINTED, Set.of());

    private static void assertVector(ClassVector vector, double... expected) {
        for (TrafficClass each : TrafficClass.all()) {
            assertEquals(expected[each.ordinal()], vector.get(each), 5e-4, each.name());
        }
    }

    @Test
    void messagesOfTheLeavesAreThePapers() {
        assertVector(reasoning.leaf(Variable.REQUEST_INTENSITY).message(), 1, 1, 1, 0, 1, 1);
        assertVector(reasoning.leaf(Variable.ERROR_RESPONSE_INTENSITY).message(), 1, .2, .2, 0, 0, 1);
        assertVector(reasoning.leaf(Variable.DESTINATIONS).message(), 0, 1, 1, .2, 0, .2);
        assertVector(reasoning.leaf(Variable.OPENED_PORTS).message(), 1, 1, .8, .8, 1, 0);
        assertVector(reasoning.leaf(Variable.WAITING_DIALOGS).message(), 1, .8, 1, .1, .8, .8);
        assertVector(reasoning.leaf(Variable.REQUEST_DISTRIBUTION).message(), 5.6, 7.35, 7.4, 8.1, 4.5, 7.4);
        assertVector(reasoning.leaf(Variable.RESPONSE_DISTRIBUTION).message(), 3.1, 5.2, 4.1, 3.2, 5.1, 4.1);
    }

    @Test
    void productAndBeliefsAreThePapers() {
        assertVector(reasoning.product(), 0, 6.1152, 4.8544, 0, 0, 0);
        assertEquals(.5575, reasoning.belief().classes().get(TrafficClass.SCAN), 5e-5);
        assertEquals(.4425, reasoning.belief().classes().get(TrafficClass.SPIT), 5e-5);
        assertEquals(TrafficClass.SCAN, reasoning.belief().leading());
        assertEquals(TrafficClass.SPIT, reasoning.belief().runnerUp());
        assertEquals(1, reasoning.belief().classes().sum(), 1e-12);
    }

    @Test
    void aLeafShowsItsIntervalAndThePaperHasNoTableOfParsingErrors() {
        LeafReasoning leaf = reasoning.leaf(Variable.DESTINATIONS);
        assertEquals(OptionalInt.of(1), leaf.state());
        assertEquals(List.of("0–7", "> 7"), leaf.states());
        assertEquals(List.of(0.0, 1.0), leaf.likelihood());
        assertEquals(false, reasoning.leaf(Variable.PARSING_ERROR_INTENSITY).speaks());
    }

    @Test
    void whatExcludesEveryClassIsAContradictionAndTheBeliefsAreThePrior() {
        Observation impossible = PRINTED.with(Variable.REQUEST_INTENSITY, 100);
        ClassVector prior = ClassVector.of(.5, .1, .1, .1, .1, .1);
        Belief belief = new Inference(PaperTables.printed().with(prior))
                .infer(impossible.with(Variable.OPENED_PORTS, 0).with(Variable.ERROR_RESPONSE_INTENSITY, 1));
        assertEquals(true, belief.isContradiction());
        assertEquals(prior, belief.classes());
    }
}
