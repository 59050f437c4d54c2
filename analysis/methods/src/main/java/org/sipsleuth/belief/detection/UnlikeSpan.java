package org.sipsleuth.belief.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.sipsleuth.belief.novelty.PeriodJudgement;

/// The periods of one source that are unlike normal ones, whatever they are. Immutable.
///
/// @param scored what it is part of
/// @param numbers its periods, in the order of their time
public record UnlikeSpan(ScoredPeriods scored, List<Integer> numbers) implements SourceSpan {

    /// The class of findings about them.
    public static final String UNLIKE = "unlike_normal";

    /// Copies its argument.
    public UnlikeSpan {
        numbers = List.copyOf(numbers);
    }

    /// All of them: one for each source, in the order of the sources.
    ///
    /// @param isExplained whether something else is found of a source: then this is no second alarm
    public static List<UnlikeSpan> allOf(ScoredPeriods scored, IntPredicate isExplained) {
        Map<Integer, List<Integer>> bySource = new TreeMap<>();
        for (int number = 0; number < scored.size(); number++) {
            int source = scored.period(number).group();
            if (scored.isUnlike(number) && !isExplained.test(source)) {
                bySource.computeIfAbsent(source, _ -> new ArrayList<>()).add(number);
            }
        }
        return bySource.values().stream().map(numbers -> new UnlikeSpan(scored, numbers)).toList();
    }

    /// The period that lies farthest from normal ones.
    @Override
    public int strongest() {
        return numbers.stream()
                .max(Comparator.comparingDouble((Integer number) -> judgement(number).distance())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    /// How unlike normal ones the farthest period is.
    PeriodJudgement farthest() {
        return judgement(strongest());
    }

    private PeriodJudgement judgement(int number) {
        return scored.novelty(number).orElseThrow();
    }
}
