package org.sipsleuth.belief.detection;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.novelty.PeriodJudgement;
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
    private final List<Optional<PeriodJudgement>> novelties;

    private ScoredPeriods(BeliefModel model, Periods periods, List<Belief> beliefs,
            List<Optional<PeriodJudgement>> novelties) {
        this.model = model;
        this.periods = periods;
        this.beliefs = beliefs;
        this.novelties = novelties;
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
            return of(counted.get(), model, same.filter(its -> areComparable(its.model, model)), monitor);
        }
        TrafficEvents events = same.map(its -> its.periods.events())
                .orElseGet(() -> TrafficEvents.of(index, settings.sources(), monitor));
        return of(Periods.bySource(events, settings.periods(), model.tables().decay(), monitor), model, monitor);
    }

    /// Scores periods that are there already.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static ScoredPeriods of(Periods periods, BeliefModel model, RunMonitor monitor) {
        return of(periods, model, Optional.empty(), monitor);
    }

    /// @param judged the same periods, judged by the same novelty
    private static ScoredPeriods of(Periods periods, BeliefModel model, Optional<ScoredPeriods> judged,
            RunMonitor monitor) {
        monitor.throwIfCancelled();
        List<Belief> beliefs = periods.all().parallelStream().map(period -> model.score(period.observation())).toList();
        List<Optional<PeriodJudgement>> novelties =
                judged.map(its -> its.novelties).orElseGet(() -> novelties(periods, model, monitor));
        return new ScoredPeriods(model, periods, beliefs, novelties);
    }

    private static boolean areComparable(BeliefModel before, BeliefModel model) {
        return before.novelty().equals(model.novelty())
                && before.settings().thresholds().equals(model.settings().thresholds());
    }

    private static List<Optional<PeriodJudgement>> novelties(Periods periods, BeliefModel model, RunMonitor monitor) {
        int least = model.settings().thresholds().leastMessages();
        return periods.all().parallelStream().map(period -> {
            monitor.throwIfCancelled();
            return model.novelty()
                    .filter(_ -> period.messages() >= least)
                    .map(novelty -> novelty.judge(period.observation()));
        }).toList();
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

    /// How unlike normal ones a period is; empty where the model does not know that, or there are too
    /// few messages.
    public Optional<PeriodJudgement> novelty(int number) {
        return novelties.get(number);
    }

    /// Whether a period is unlike normal ones.
    public boolean isUnlike(int number) {
        return novelty(number).filter(PeriodJudgement::isUnlike).isPresent();
    }

    /// The name of a period's source. Data of the capture.
    public String sourceName(int number) {
        return periods.events().sourceName(period(number).group());
    }
}
