package org.sipsleuth.view.belief.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.network.VariableTable;
import org.sipsleuth.belief.table.PaperTables;

/// The prior and the borders of intervals, changed by hand.
class TablesInUseTest {

    private final TablesInUse tables = new TablesInUse();

    @BeforeEach
    void takePapers() {
        tables.own(PaperTables.working());
    }

    private BeliefTables now() {
        return tables.tablesProperty().get().orElseThrow();
    }

    private VariableTable table(Variable variable) {
        return now().table(variable).orElseThrow();
    }

    @Test
    void aPriorIsTakenAsTypedAndTheOthersKeepTheirProportions() {
        double scan = now().prior().get(TrafficClass.SCAN);
        double spit = now().prior().get(TrafficClass.SPIT);
        tables.setPrior(TrafficClass.NORMAL, 0.3);
        assertEquals(0.3, now().prior().get(TrafficClass.NORMAL), 1e-12);
        assertEquals(scan / spit, now().prior().get(TrafficClass.SCAN) / now().prior().get(TrafficClass.SPIT), 1e-9);
        assertEquals(1, now().prior().sum(), 1e-9);
    }

    @Test
    void aPriorOfOneLeavesNothingAndLessSharesAlike() {
        tables.setPrior(TrafficClass.DOS, 1);
        assertEquals(0, now().prior().get(TrafficClass.NORMAL));
        tables.setPrior(TrafficClass.DOS, 0.5);
        assertEquals(0.1, now().prior().get(TrafficClass.NORMAL), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> tables.setPrior(TrafficClass.DOS, 1.5));
        assertThrows(IllegalArgumentException.class, () -> tables.setPrior(TrafficClass.DOS, Double.NaN));
    }

    @Test
    void anIntervalIsPartedAndMadeWholeAgain() {
        VariableTable before = table(Variable.DESTINATIONS);
        tables.addBorder(Variable.DESTINATIONS, 3);
        assertEquals(List.of(3.0, 7.0), table(Variable.DESTINATIONS).borders());
        for (TrafficClass each : TrafficClass.all()) {
            assertEquals(before.sum(each), table(Variable.DESTINATIONS).sum(each), 1e-12);
        }
        assertTrue(tables.isChanged());
        tables.removeBorder(Variable.DESTINATIONS, 0);
        assertEquals(before, table(Variable.DESTINATIONS));
        assertFalse(tables.isChanged());
    }

    @Test
    void howProbableNothingIsIsChangedForOneClass() {
        Variable responses = Variable.RESPONSE_DISTRIBUTION;
        tables.own(now().with(table(responses).withNothing(ClassVector.uniform())));
        tables.setNothing(responses, TrafficClass.SCAN, 0.5);
        ClassVector nothing = table(responses).nothing().orElseThrow();
        assertEquals(0.5, nothing.get(TrafficClass.SCAN));
        assertEquals(1.0 / 6, nothing.get(TrafficClass.DOS));
        assertTrue(tables.isChanged());
        assertThrows(IllegalArgumentException.class, () -> tables.setNothing(responses, TrafficClass.SCAN, 2));
    }

    @Test
    void bordersThatCannotBeAreRefusedAndNothingChanges() {
        BeliefTables before = now();
        tables.addBorder(Variable.DESTINATIONS, 9);
        BeliefTables parted = now();
        for (double wrong : new double[]{9, 12, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> tables.setBorder(Variable.DESTINATIONS, 0, wrong),
                    String.valueOf(wrong));
        }
        assertThrows(IllegalArgumentException.class, () -> tables.addBorder(Variable.DESTINATIONS, 9));
        assertThrows(IllegalArgumentException.class,
                () -> tables.addBorder(Variable.DESTINATIONS, Double.POSITIVE_INFINITY));
        assertEquals(parted, now());
        tables.reset();
        assertEquals(before, now());
        assertThrows(IllegalArgumentException.class, () -> tables.removeBorder(Variable.DESTINATIONS, 0)); // there must be one
        assertEquals(before, now());
    }
}
