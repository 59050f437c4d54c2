package org.sipsleuth.view.belief.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.Observation;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.incident.SampleIncidents;
import org.sipsleuth.view.ui.SampleCalls;

/// The sentence counts all periods of a source, not only the one that is shown.
class HeadlineTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir Path directory;

    @SuppressWarnings("NullAway.Init") private Periods periods;

    @BeforeEach
    void read() throws IOException {
        SipIndex index = SampleCalls.calls(2).index(directory.resolve("calls.pcap"));
        TrafficEvents events = TrafficEvents.of(index, SourceRule.ADDRESS, RunMonitor.NONE);
        periods = Periods.ofAll(events, new PeriodSettings.Whole(), DecayRates.PAPER, RunMonitor.NONE);
    }

    private String headline(List<Belief> beliefs, int messages) {
        return headline(beliefs, messages, Harmless.NOTHING);
    }

    private String headline(List<Belief> beliefs, int messages, Harmless harmless) {
        return Headline.of(row("192.0.2.7", beliefs, messages), harmless, List.of());
    }

    private SourceRow row(String source, List<Belief> beliefs, int messages) {
        List<Period> all = new ArrayList<>();
        for (int i = 0; i < beliefs.size(); i++) {
            long at = SampleCalls.START + i * SECOND;
            all.add(new Period(0, 0, messages, at, at + SECOND, Observation.NOTHING));
        }
        return SourceRow.of(new SourcePeriods(source.isEmpty() ? SourcePeriods.TOGETHER : 0, source, periods, all,
                beliefs, Collections.nCopies(beliefs.size(), ClassVector.uniform())));
    }

    private static Belief in(TrafficClass which, double belief) {
        return in(which, belief, TrafficClass.NORMAL);
    }

    private static Belief in(TrafficClass which, double belief, TrafficClass other) {
        return new Belief(ClassVector.of(each -> each == which ? belief : each == other ? 1 - belief : 0), false);
    }

    @Test
    void attacksAreCountedWithTheirHighestBeliefAndItsTime() {
        List<Belief> beliefs = new ArrayList<>();
        beliefs.addAll(Collections.nCopies(2, in(TrafficClass.PASSWORD_CRACKING, 0.95)));
        beliefs.add(in(TrafficClass.PASSWORD_CRACKING, 0.998));
        beliefs.addAll(Collections.nCopies(9, in(TrafficClass.NORMAL, 1, TrafficClass.SCAN)));
        assertEquals("192.0.2.7: Password cracking in 3 of 12 periods, highest 0.9980 at 10:00:02; Normal otherwise",
                headline(beliefs, 60));
    }

    @Test
    void allMessagesTogetherAreSaidToBeAMixture() {
        List<Period> all =
                List.of(new Period(0, 0, 60, SampleCalls.START, SampleCalls.START + SECOND, Observation.NOTHING));
        SourceRow together = SourceRow.of(new SourcePeriods(SourcePeriods.TOGETHER, "", periods, all,
                List.of(in(TrafficClass.SCAN, 0.97)), List.of(ClassVector.uniform())));
        assertEquals(
                "All messages, as if one source had sent them (a mixture of many resembles a scan on a clean day):"
                        + " Scan 0.9700 in the only period, at 10:00:00",
                Headline.of(together, Harmless.NOTHING, List.of()));
    }

    @Test
    void whatTheRulesTakeForHarmlessIsNamedSo() {
        Harmless harmless = new Harmless(Map.of(TrafficClass.PASSWORD_CRACKING, "Wrong password"));
        assertEquals("192.0.2.7: Wrong password in 1 of 2 periods, highest 0.9500 at 10:00:00; Normal otherwise",
                headline(List.of(in(TrafficClass.PASSWORD_CRACKING, 0.95),
                        in(TrafficClass.NORMAL, 1, TrafficClass.SCAN)), 60, harmless));
    }

    @Test
    void nobodyIsAcquittedWhomAnIncidentAccuses() throws IOException {
        Incident incident = SampleIncidents.in(directory).tollFraud(2, Severity.CRITICAL);
        Belief normal = in(TrafficClass.NORMAL, 1, TrafficClass.SCAN);
        assertEquals("203.0.113.129: no attack believed in 2 periods; accused by incident 2: toll fraud",
                Headline.of(row("203.0.113.129", List.of(normal, normal), 60), Harmless.NOTHING, List.of(incident)));
        assertEquals("192.0.2.7: Normal in all 2 periods",
                Headline.of(row("192.0.2.7", List.of(normal, normal), 60), Harmless.NOTHING, List.of(incident)));
        Belief scan = in(TrafficClass.SCAN, 0.99);
        assertEquals("203.0.113.129: Scan in 1 of 2 periods, highest 0.9900 at 10:00:00; Normal otherwise",
                Headline.of(row("203.0.113.129", List.of(scan, normal), 60), Harmless.NOTHING, List.of(incident)));
    }

    @Test
    void allMessagesTogetherAccuseNoNetwork() {
        Belief flood = in(TrafficClass.DOS, 0.9993);
        assertEquals(
                "All messages, as if one source had sent them (a mixture of many resembles a scan on a clean day):"
                        + " Denial of service in 1 of 2 periods, highest 0.9993 at 10:00:00; Normal otherwise",
                Headline.of(row("", List.of(flood, in(TrafficClass.NORMAL, 1, TrafficClass.SCAN)), 60),
                        Harmless.NOTHING, List.of()));
    }

    @Test
    void wherePeriodsAreUnsureAllClassesInQuestionAreNamed() {
        assertEquals(
                "192.0.2.7: Scan in 1 of 3 periods, highest 0.9900 at 10:00:00; Scan or Denial of service in 1;"
                        + " Normal otherwise",
                headline(List.of(in(TrafficClass.SCAN, 0.99), in(TrafficClass.DOS, 0.6, TrafficClass.SCAN),
                        in(TrafficClass.NORMAL, 1, TrafficClass.SCAN)), 60));
    }

    @Test
    void normalTrafficAContradictionAndTooFewMessagesAreStated() {
        Belief normal = in(TrafficClass.NORMAL, 1, TrafficClass.SCAN);
        assertEquals("192.0.2.7: Normal in all 2 periods", headline(List.of(normal, normal), 60));
        Belief contradiction = new Belief(ClassVector.uniform(), true);
        assertEquals("192.0.2.7: Normal in 1; contradiction in 1", headline(List.of(normal, contradiction), 60));
        assertEquals("192.0.2.7: too few messages in each of 2 periods", headline(List.of(normal, normal), 3));
        assertEquals("192.0.2.7: 3 messages at 10:00:00: too few for a verdict", headline(List.of(normal), 3));
    }
}
