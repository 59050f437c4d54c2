package org.sipsleuth.belief.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.table.PaperTables;

/// A period without any response, in tables that know how probable that is and in others.
final class CountedNothingTest {

    private static final Variable RESPONSES = Variable.RESPONSE_DISTRIBUTION;
    private static final BeliefTables WITHOUT = PaperTables.working();
    private static final ClassVector NOTHING = ClassVector.of(0.1, 0.6, 0, 0.2, 0, 1);
    private static final BeliefTables WITH = WITHOUT.with(WITHOUT.table(RESPONSES).orElseThrow().withNothing(NOTHING));
    private static final Observation SILENCE = Observation.NOTHING;
    private static final Observation ANSWERED = SILENCE.with(RESPONSES, List.of(0, 3, 0, 1, 0, 0));

    private static LeafReasoning leaf(BeliefTables tables, Observation observation) {
        return Reasoning.of(tables, observation, Set.of()).leaf(RESPONSES);
    }

    @Test
    void silenceIsAMessageWhereItsProbabilityIsKnown() {
        LeafReasoning leaf = leaf(WITH, SILENCE);
        assertTrue(leaf.speaks());
        assertTrue(leaf.countedNothing());
        for (TrafficClass each : TrafficClass.all()) {
            assertEquals(NOTHING.get(each), leaf.message().get(each), 1e-12);
        }
        assertFalse(leaf(WITHOUT, SILENCE).speaks());
        assertFalse(Reasoning.of(WITH, SILENCE, Set.of(RESPONSES)).leaf(RESPONSES).speaks(), "left out");
    }

    @Test
    void answersAreWeighedByHowProbableItIsThatThereAreAny() {
        ClassVector before = leaf(WITHOUT, ANSWERED).message();
        ClassVector after = leaf(WITH, ANSWERED).message();
        for (TrafficClass each : TrafficClass.all()) {
            assertEquals((1 - NOTHING.get(each)) * before.get(each), after.get(each), 1e-12);
        }
        assertFalse(leaf(WITH, ANSWERED).countedNothing());
        assertEquals(List.of(RESPONSES),
                Reasoning.of(WITH, ANSWERED, Set.of())
                        .leaves()
                        .stream()
                        .filter(leaf -> leaf.message().get(TrafficClass.FIREWALL_TRAVERSAL) == 0)
                        .map(LeafReasoning::variable)
                        .filter(RESPONSES::equals)
                        .toList());
    }

    @Test
    void whatIsChangedElseKeepsIt() {
        VariableTable table = WITH.table(RESPONSES).orElseThrow();
        assertEquals(NOTHING, table.normalised().nothing().orElseThrow());
        assertEquals(NOTHING, table.with(TrafficClass.SCAN, table.row(TrafficClass.DOS)).nothing().orElseThrow());
    }
}
