package org.sipsleuth.belief.period;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.Reasoning;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.table.PaperTables;
import org.sipsleuth.run.RunMonitor;

/// The trace of paper 4, §4.2, through the counters.
final class PaperTraceTest {

    @TempDir Path folder;

    private Period period(SourceRule rule) {
        TrafficEvents events = TrafficEvents.of(BeliefCapture.paper().read(folder), rule, RunMonitor.NONE);
        List<Period> all =
                Periods.bySource(events, new PeriodSettings.Whole(), DecayRates.PAPER, RunMonitor.NONE).all();
        assertEquals(1, all.size());
        return all.getFirst();
    }

    @Test
    void countersGiveWhatTheTextSays() {
        for (SourceRule rule : SourceRule.values()) {
            Observation observation = period(rule).observation();
            assertEquals(2.72, observation.value(Variable.ERROR_RESPONSE_INTENSITY), .005);
            assertEquals(9, observation.value(Variable.DESTINATIONS));
            assertEquals(1, observation.value(Variable.WAITING_DIALOGS));
            assertEquals(0, observation.value(Variable.OPENED_PORTS));
            assertEquals(0, observation.value(Variable.PARSING_ERROR_INTENSITY));
            assertEquals(List.of(9, 0, 9, 1, 1), observation.counts(Variable.REQUEST_DISTRIBUTION));
            assertEquals(List.of(6, 3, 0, 6, 2, 0), observation.counts(Variable.RESPONSE_DISTRIBUTION));
        }
    }

    @Test
    void twoRequestsEveryFiveSecondsTendToThePapersIntensity() {
        BeliefCapture capture = new BeliefCapture();
        for (int i = 0; i < 20; i++) {
            capture.callId(i + "@example.org").talk("INVITE 404 ACK").after(5);
        }
        TrafficEvents events = TrafficEvents.of(capture.read(folder), SourceRule.ADDRESS, RunMonitor.NONE);
        Observation observation = Periods.ofAll(events, new PeriodSettings.Whole(), DecayRates.PAPER, RunMonitor.NONE)
                .all()
                .getFirst()
                .observation();
        double kept = Math.exp(-.35 * 5);
        assertEquals(2 / (1 - kept), observation.value(Variable.REQUEST_INTENSITY), 1e-9);
        assertEquals(2.42, observation.value(Variable.REQUEST_INTENSITY), .005);
    }

    @Test
    void theTraceIsAScanRatherThanSpit() {
        Reasoning reasoning = Reasoning.of(PaperTables.printed(), period(SourceRule.ADDRESS).observation(), Set.of());
        assertEquals(.561, reasoning.belief().classes().get(TrafficClass.SCAN), 5e-4);
        assertEquals(.439, reasoning.belief().classes().get(TrafficClass.SPIT), 5e-4);
        assertEquals(2.594, reasoning.observation().value(Variable.REQUEST_INTENSITY), .005);
    }
}
