package org.sipsleuth.evaluate.belief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sipsleuth.evaluation.PlayedSeeds;

final class BeliefCaseTest {

    private static final int PARTS = 4;

    @Test
    void noPartHasSettingsOfAnotherOne() {
        List<BeliefCase> all = BeliefCase.all();
        List<Integer> parts = BeliefCase.parts(PARTS);
        Map<Map<String, String>, Set<Integer>> bySettings = new HashMap<>();
        Map<Integer, Set<String>> scenarios = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Map<String, String> its = new HashMap<>(all.get(i).settings());
            its.put("scenario", all.get(i).scenario());
            bySettings.computeIfAbsent(its, _ -> new HashSet<>()).add(parts.get(i));
            scenarios.computeIfAbsent(parts.get(i), _ -> new HashSet<>()).add(all.get(i).scenario());
        }
        assertEquals(all.size(), bySettings.size(), "cases with equal settings");
        assertEquals(PARTS, scenarios.size());
        for (Set<String> its : scenarios.values()) {
            assertTrue(its.containsAll(List.of("normal", "scan", "spit", "dos", "password-cracking")), its::toString);
        }
    }

    @Test
    void trialsHaveSeedsOfTheirOwn() {
        PlayedSeeds training = BeliefSeeds.training(77);
        for (int trial = 0; trial < 9_000; trial += 100) {
            PlayedSeeds its = BeliefSeeds.trial(77, trial);
            assertEquals(BeliefCase.all().size(), its.count());
            assertTrue(!its.overlaps(training));
        }
        assertThrows(IllegalArgumentException.class, () -> BeliefSeeds.trial(77, 9_000));
        assertThrows(IndexOutOfBoundsException.class, () -> training.at(training.count()));
    }
}
