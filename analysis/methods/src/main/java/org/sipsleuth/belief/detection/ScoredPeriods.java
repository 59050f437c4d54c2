package org.sipsleuth.belief.detection;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The periods of a capture with what a model believes of each. Immutable.
public final class ScoredPeriods {

    private final BeliefModel model;
    private final Periods periods;
    private final List<Belief> beliefs;

    private ScoredPeriods(BeliefModel model, Periods periods, List<Belief> beliefs) {
        this.model = model;
        this.periods = periods;
        this.beliefs = beliefs;
    }

    /// Scores the periods of every source of a capture.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ScoredPeriods of(SipIndex index, BeliefModel model, RunMonitor monitor) {
        return of(index, model, Optional.empty(), monitor);
    }

    /// The same, with as much of an earlier run as holds for this model, too.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static ScoredPeriods of(SipIndex index, BeliefModel model, Optional<ScoredPeriods> before, RunMonitor monitor) {
        BeliefSettings settings = model.settings();
        Optional<ScoredPeriods> same = before.filter(its -> its.periods.events().index().equals(index))
                .filter(its -> its.model.settings().sources() == settings.sources());
        Optional<Periods> counted = same.filter(its -> its.model.settings().periods().equals(settings.periods()))
                .filter(its -> its.model.tables().decay().equals(model.tables().decay()))
                .map(ScoredPeriods::periods);
        if (counted.isPresent()) {
            return of(counted.get(), model, monitor);
        }
        TrafficEvents events = same.map(its -> its.periods.events())
                .orElseGet(() -> TrafficEvents.of(index, settings.sources(), monitor));
        return of(Periods.bySource(events, settings.periods(), model.tables().decay(), monitor), model, monitor);
    }

    /// Scores periods that are there already.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ScoredPeriods of(Periods periods, BeliefModel model, RunMonitor monitor) {
        monitor.throwIfCancelled();
        List<Belief> beliefs = periods.all().parallelStream().map(period -> model.score(period.observation())).toList();
        return new ScoredPeriods(model, periods, beliefs);
    }

    /// What scored them.
    public BeliefModel model() {
        return model;
    }

    /// The periods, source by source, in the order of their time.
    public Periods periods() {
        return periods;
    }

    /// How many there are.
    public int size() {
        return beliefs.size();
    }

    /// A period.
    public Period period(int number) {
        return periods.all().get(number);
    }

    /// What is believed of a period.
    public Belief belief(int number) {
        return beliefs.get(number);
    }

    /// The name of a period's source. Data of the capture.
    public String sourceName(int number) {
        return periods.events().sourceName(period(number).group());
    }
}
