package org.sipsleuth.belief.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.belief.BeliefThresholds;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.PeriodSettings;

/// Periods of one source, near each other, of which the same attack is believed. Immutable.
///
/// @param scored what it is part of
/// @param trafficClass what is believed
/// @param numbers its periods, in the order of their time
public record SuspectSpan(ScoredPeriods scored, TrafficClass trafficClass, List<Integer> numbers)
        implements SourceSpan {

    /// Copies its argument.
    public SuspectSpan {
        numbers = List.copyOf(numbers);
    }

    /// All of them, source by source, in the order of their first period. A period with too few
    /// messages to say anything by itself does not part what is before and after it, nor does a pause
    /// in which something else is believed, if it is as short as one between adjacent periods may be.
    public static List<SuspectSpan> allOf(ScoredPeriods scored) {
        List<SuspectSpan> spans = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int number = 0; number < scored.size(); number++) {
            boolean isSuspect = isSuspect(scored, number);
            if (!isSuspect && isSmall(scored, number)) {
                continue;
            }
            if (!open.isEmpty() && (!isSuspect || !follows(scored, open.getLast(), number))) {
                spans.add(of(scored, open));
                open.clear();
            }
            if (isSuspect) {
                open.add(number);
            }
        }
        if (!open.isEmpty()) {
            spans.add(of(scored, open));
        }
        return joined(spans);
    }

    private static List<SuspectSpan> joined(List<SuspectSpan> spans) {
        List<SuspectSpan> joined = new ArrayList<>();
        Map<TrafficClass, Integer> last = new EnumMap<>(TrafficClass.class);
        for (SuspectSpan span : spans) {
            Integer place = last.get(span.trafficClass);
            if (place != null && joined.get(place).goesOnWith(span)) {
                joined.set(place, joined.get(place).and(span));
            } else {
                last.put(span.trafficClass, joined.size());
                joined.add(span);
            }
        }
        return joined;
    }

    private boolean goesOnWith(SuspectSpan next) {
        return follows(scored, numbers.getLast(), next.numbers.getFirst());
    }

    private SuspectSpan and(SuspectSpan next) {
        return new SuspectSpan(scored, trafficClass, Stream.concat(numbers.stream(), next.numbers.stream()).toList());
    }

    private static SuspectSpan of(ScoredPeriods scored, List<Integer> numbers) {
        return new SuspectSpan(scored, scored.belief(numbers.getFirst()).leading(), numbers);
    }

    private static boolean isSuspect(ScoredPeriods scored, int number) {
        Belief belief = scored.belief(number);
        return !belief.isContradiction() && belief.leading().isAttack()
                && belief.attack() > thresholds(scored).attackBelief();
    }

    private static boolean isSmall(ScoredPeriods scored, int number) {
        return scored.period(number).messages() < thresholds(scored).leastMessages();
    }

    private static BeliefThresholds thresholds(ScoredPeriods scored) {
        return scored.model().settings().thresholds();
    }

    private static boolean follows(ScoredPeriods scored, int before, int number) {
        Period last = scored.period(before);
        Period next = scored.period(number);
        boolean isNear = switch (scored.periods().settings()) {
            case PeriodSettings.ByTime time -> isNear(time, last, next);
            case PeriodSettings.ByCountOrTime both -> isNear(both.time(), last, next);
            case PeriodSettings.Adaptive adaptive -> isNear(adaptive.both().time(), last, next) || isNear(last, next);
            case PeriodSettings.ByCount _,PeriodSettings.Whole _ -> true;
        };
        return isNear && last.group() == next.group()
                && scored.belief(before).leading() == scored.belief(number).leading();
    }

    private static boolean isNear(PeriodSettings.ByTime time, Period last, Period next) {
        return next.fromNanos() - last.toNanos() <= time.length().toNanos();
    }

    /// Whether a slow source goes on: the pause is no longer than twice the usual one in the
    /// periods beside it.
    private static boolean isNear(Period last, Period next) {
        long pause = Math.max(meanPause(last), meanPause(next));
        return next.fromNanos() - last.toNanos() <= 2 * pause;
    }

    private static long meanPause(Period period) {
        return (period.toNanos() - period.fromNanos()) / Math.max(1, period.messages() - 1);
    }

    /// The period whose belief in the class is the strongest; of equal ones the one with the most
    /// messages.
    @Override
    public int strongest() {
        int strongest = numbers.getFirst();
        for (int number : numbers) {
            int order = Double.compare(strength(number), strength(strongest));
            boolean isLarger = scored.period(number).messages() > scored.period(strongest).messages();
            strongest = order > 0 || (order == 0 && isLarger) ? number : strongest;
        }
        return strongest;
    }

    /// The period that is most unlike normal ones, if one is.
    Optional<Integer> farthest() {
        return numbers.stream()
                .filter(scored::isUnlike)
                .max(Comparator.comparingDouble(number -> scored.novelty(number).orElseThrow().distance()));
    }

    private double strength(int number) {
        return scored.belief(number).classes().get(trafficClass);
    }
}
