package org.sipsleuth.belief.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.run.RunMonitor;

/// Periods as far as they went when a message came.
final class PeriodSoFarTest {

    @TempDir Path folder;

    private Periods periods(PeriodSettings settings) {
        return Periods.bySource(
                TrafficEvents.of(BeliefCapture.paper().read(folder), SourceRule.ADDRESS, RunMonitor.NONE), settings,
                DecayRates.PAPER, RunMonitor.NONE);
    }

    @Test
    void withItsLastMessageAPeriodIsWhole() {
        for (PeriodSettings settings : List.of(new PeriodSettings.Whole(), new PeriodSettings.ByCount(4))) {
            Periods periods = periods(settings);
            for (Period period : periods.all()) {
                int[] messages = periods.messages(period);
                assertEquals(Optional.of(period), periods.upTo(messages[messages.length - 1]));
            }
        }
    }

    @Test
    void eachMessageAddsItselfUntilThePeriodEnds() {
        Periods periods = periods(new PeriodSettings.ByCount(4));
        Set<Integer> first = new HashSet<>();
        for (Period period : periods.all()) {
            int count = 0;
            for (int message : periods.messages(period)) {
                Period soFar = periods.upTo(message).orElseThrow();
                assertEquals(++count, soFar.messages());
                assertEquals(period.fromNanos(), soFar.fromNanos());
                assertEquals(period.group(), soFar.group());
                assertTrue(soFar.observation().value(Variable.DESTINATIONS)
                        <= period.observation().value(Variable.DESTINATIONS));
            }
            first.add(periods.messages(period)[0]);
        }
        assertTrue(first.size() > 1);
    }
}
