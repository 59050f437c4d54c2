package org.sipsleuth.view.belief.state;

import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.belief.detection.ScoredPeriods;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.observation.SourceRule;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// What was counted in a capture, whatever is believed of it. Immutable.
///
/// @param settings when periods end
/// @param decay how fast the past loses weight
/// @param bySource the periods of each source
/// @param together the periods of the messages of all sources
public record Counted(PeriodSettings settings, DecayRates decay, Periods bySource, Periods together) {

    /// Counts a capture.
    ///
    /// @param before what was counted with other settings; of the same capture it saves reading
    ///     all messages again
    /// @param detected what the detector counted, which saves the same
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Counted of(SipIndex index, PeriodSettings settings, DecayRates decay, Optional<Counted> before,
            Optional<ScoredPeriods> detected, RunMonitor monitor) {
        TrafficEvents events = Stream
                .concat(before.map(Counted::events).stream(),
                        detected.map(periods -> periods.periods().events()).stream())
                .filter(counted -> counted.index().equals(index))
                .filter(counted -> counted.rule() == SourceRule.POOLED)
                .findFirst()
                .orElseGet(() -> TrafficEvents.of(index, SourceRule.POOLED, monitor));
        Periods bySource = detected.filter(periods -> periods.periods().events().equals(events))
                .filter(periods -> periods.periods().settings().equals(settings))
                .filter(periods -> periods.model().tables().decay().equals(decay))
                .map(ScoredPeriods::periods)
                .orElseGet(() -> Periods.bySource(events, settings, decay, monitor));
        return new Counted(settings, decay, bySource, Periods.ofAll(events, settings, decay, monitor));
    }

    /// What the counters read.
    public TrafficEvents events() {
        return bySource.events();
    }

    /// The capture.
    public SipIndex index() {
        return events().index();
    }

    boolean isOf(SipIndex index, PeriodSettings its, DecayRates rates) {
        return index().equals(index) && settings.equals(its) && decay.equals(rates);
    }
}
