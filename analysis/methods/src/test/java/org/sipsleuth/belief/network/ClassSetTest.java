package org.sipsleuth.belief.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The smallest set of classes that is believed at least 0.9.
final class ClassSetTest {

    @Test
    void aClearBeliefIsOneClassAndAnUnclearOneASet() {
        assertEquals(List.of(TrafficClass.SCAN),
                new Belief(ClassVector.of(0.05, 0.9, 0.05, 0, 0, 0), false).classSet());
        assertEquals(List.of(TrafficClass.DOS, TrafficClass.SCAN),
                new Belief(ClassVector.of(0.04, 0.4, 0, 0.55, 0.01, 0), false).classSet());
        assertEquals(List.of(TrafficClass.NORMAL, TrafficClass.SCAN, TrafficClass.SPIT),
                new Belief(ClassVector.of(0.34, 0.33, 0.33, 0, 0, 0), false).classSet());
    }

    @Test
    void theWorkedExampleOfThePaperIsUndecided() {
        assertEquals(List.of(TrafficClass.SCAN, TrafficClass.SPIT),
                new Belief(ClassVector.of(0, 0.5575, 0.4425, 0, 0, 0), false).classSet());
    }
}
