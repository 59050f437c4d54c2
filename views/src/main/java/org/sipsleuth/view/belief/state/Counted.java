package org.sipsleuth.view.belief.state;

import java.util.Optional;
import org.sipsleuth.belief.event.SourceRule;
import org.sipsleuth.belief.event.TrafficEvents;
import org.sipsleuth.belief.period.PeriodSettings;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.belief.tree.DecayRates;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// What was counted in a capture, whatever is believed of it. Immutable.
///
/// @param settings when periods end
/// @param decay how fast the past loses weight
/// @param bySource the periods of each source
/// @param together the periods of all messages, whoever sent them
public record Counted(
        PeriodSettings settings, DecayRates decay, Periods bySource, Periods together) {

    /// Counts a capture.
    ///
    /// @param before what was counted with other settings; of the same capture it saves reading
    ///     all messages again
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static Counted of(
            SipIndex index,
            PeriodSettings settings,
            DecayRates decay,
            Optional<Counted> before,
            RunMonitor monitor) {
        TrafficEvents events =
                before.map(Counted::events)
                        .filter(its -> its.index().equals(index))
                        .orElseGet(() -> TrafficEvents.of(index, SourceRule.ADDRESS, monitor));
        return new Counted(
                settings,
                decay,
                Periods.bySource(events, settings, decay, monitor),
                Periods.ofAll(events, settings, decay, monitor));
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
