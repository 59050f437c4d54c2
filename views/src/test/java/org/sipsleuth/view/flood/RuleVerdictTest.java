package org.sipsleuth.view.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.sipsleuth.flood.detection.FloodKnown;
import org.sipsleuth.flood.rule.OverdueFlood;

class RuleVerdictTest {

    private static FloodKnown byRule(double seconds, OptionalDouble network) {
        return new FloodKnown(Optional.of(new OverdueFlood(0, 10, 5, 40)), OptionalDouble.of(seconds), network);
    }

    private static String words(int few, FloodKnown... floods) {
        return new RuleVerdict(List.of(floods), few, "GRU").words();
    }

    @Test
    void theRuleLeadsAndTheNetworkAddsTime() {
        assertEquals(
                "Rule of overdue INVITEs: 1 flood known, 1.17 s after the first INVITE."
                        + " GRU adds no flood; it flags 1 of 1 earlier, by 0.97 s at most.",
                words(0, byRule(1.17, OptionalDouble.of(0.2))));
    }

    @Test
    void aFloodOfTheNetworkAloneIsAdded() {
        FloodKnown alone = new FloodKnown(Optional.empty(), OptionalDouble.empty(), OptionalDouble.of(3));
        assertEquals(
                "Rule of overdue INVITEs: 2 floods known, 2.00 s after the first INVITE (median)."
                        + " It does not know 1 other. GRU adds 1 flood.",
                words(0, byRule(1, OptionalDouble.empty()), byRule(2, OptionalDouble.of(2.5)), alone));
    }

    @Test
    void withoutFloodsItIsSaidWhatWasNotFound() {
        assertEquals(
                "Rule of overdue INVITEs: no flood. Never did two of ten INVITEs within 20 s lack their ACK a second"
                        + " after the answer, or lack an answer. GRU adds nothing.",
                words(0));
        assertEquals("Rule of overdue INVITEs: no flood. Once two of ten INVITEs or more were overdue, too few for a"
                + " flood. GRU adds nothing.", words(1));
    }
}
