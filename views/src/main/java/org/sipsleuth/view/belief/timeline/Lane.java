package org.sipsleuth.view.belief.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.belief.state.SourcePeriods;

/// The periods of a source as they are drawn. Immutable.
///
/// @param stacks one after the other in time
/// @param isMerged whether several periods had to become one stack
record Lane(List<Stack> stacks, boolean isMerged) {

    /// No screen can show more stacks separately.
    private static final int MOST_STACKS = 1_500;

    /// More messages of a period are not asked for their truth.
    private static final int MOST_MESSAGES = 2_000;

    private static final Lane NONE = new Lane(List.of(), false);

    /// A period, or several of which the one is drawn whose belief in an attack is the strongest.
    ///
    /// @param place of the period among those of the source
    /// @param belief of that period
    /// @param truth the true class of most of its messages, if the ground truth is shown
    record Stack(int place, Period period, Belief belief, Optional<TrafficClass> truth) {}

    Lane {
        stacks = List.copyOf(stacks);
    }

    static Lane of(Optional<SourcePeriods> periods, Optional<IndexTruth> truth) {
        if (periods.isEmpty()) {
            return NONE;
        }
        SourcePeriods its = periods.get();
        Optional<IndexTruth> visibleTruth = truth.filter(each -> each.index().equals(its.periods().events().index()));
        int size = its.all().size();
        int step = Math.ceilDiv(size, MOST_STACKS);
        List<Stack> stacks = new ArrayList<>();
        for (int from = 0; from < size; from += step) {
            int strongest = from;
            for (int i = from + 1; i < Math.min(size, from + step); i++) {
                boolean isStronger = its.beliefs().get(i).attack() > its.beliefs().get(strongest).attack();
                strongest = isStronger ? i : strongest;
            }
            Period period = its.all().get(strongest);
            stacks.add(new Stack(strongest, period, its.beliefs().get(strongest),
                    visibleTruth.flatMap(each -> truth(its, period, each))));
        }
        return new Lane(stacks, step > 1);
    }

    private static Optional<TrafficClass> truth(SourcePeriods periods, Period period, IndexTruth truth) {
        Map<TrafficClass, Integer> counts = new EnumMap<>(TrafficClass.class);
        int[] messages = periods.periods().messages(period);
        for (int i = 0; i < Math.min(MOST_MESSAGES, messages.length); i++) {
            truth.ofMessage(messages[i])
                    .map(TruthLabel::trafficClass)
                    .ifPresent(each -> counts.merge(each, 1, Integer::sum));
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }
}
