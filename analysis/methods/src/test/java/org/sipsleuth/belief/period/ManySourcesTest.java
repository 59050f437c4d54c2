package org.sipsleuth.belief.period;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// A flood of source addresses: each is a line of its own, and none leaves anything to the next.
final class ManySourcesTest {

    private static final int SOURCES = 20_000;

    @TempDir Path folder;

    @Test
    void eachSourceHasAPeriodOfItsOwnThatKnowsNothingOfOthers() throws Exception {
        BeliefCapture capture = new BeliefCapture();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < SOURCES; i++) {
                String host = "10.0.%d.%d".formatted(i >> 8, i & 0xff);
                capture.source(host).callId(i + "@x").cseq(round + 1).talk("REGISTER 401:REGISTER");
            }
            capture.after(2);
        }
        SipIndex index = capture.read(folder);
        Periods periods = Periods.bySource(TrafficEvents.of(index, SourceRule.ADDRESS, RunMonitor.NONE),
                BeliefSettings.STANDARD.periods(), DecayRates.PAPER, RunMonitor.NONE);
        assertEquals(SOURCES, periods.events().sourceCount());
        assertEquals(SOURCES, periods.all().size());
        Set<Observation> observations = new HashSet<>();
        for (Period period : periods.all()) {
            observations.add(period.observation());
        }
        assertEquals(1, observations.size(), "all did the same");
        assertTrue(observations.stream().allMatch(each -> each.messages() == 4));
    }

    /// The addresses may be forged: all of them are one source, and a flood, not each of them.
    @Test
    void aFloodOfManyAddressesIsOneSource() throws Exception {
        BeliefCapture capture = new BeliefCapture();
        for (int i = 0; i < 300; i++) {
            capture.source("10.0.0." + (1 + i % 100)).callId(i + "@x").talk("REGISTER");
            capture.after(0.01);
        }
        TrafficEvents events = TrafficEvents.of(capture.read(folder), SourceRule.POOLED, RunMonitor.NONE);
        Periods periods =
                Periods.bySource(events, BeliefSettings.STANDARD.periods(), DecayRates.PAPER, RunMonitor.NONE);
        Set<String> names = new HashSet<>();
        for (Period period : periods.all()) {
            names.add(events.sourceName(period.group()));
        }
        assertEquals(Set.of("many to " + BeliefCapture.SERVER), names);
    }
}
