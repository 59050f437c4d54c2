package org.sipsleuth.belief.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.sipsleuth.belief.novelty.PeriodJudgement;

/// Adjacent periods of one source that are unlike normal ones, whatever they are. Immutable.
///
/// @param scored what it is part of
/// @param numbers its periods, in the order of their time
public record UnlikeSpan(ScoredPeriods scored, List<Integer> numbers) implements SourceSpan {

    /// Copies its argument.
    public UnlikeSpan {
        numbers = List.copyOf(numbers);
    }

    /// All of them, source by source, in the order of their time. A period with too few messages to
    /// say anything by itself does not part what is before and after it.
    ///
    /// @param isExplained whether something else is found of a source: then this is no second alarm
    public static List<UnlikeSpan> allOf(ScoredPeriods scored, IntPredicate isExplained) {
        List<UnlikeSpan> spans = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int number = 0; number < scored.size(); number++) {
            boolean isSameSource = !open.isEmpty()
                    && scored.period(open.getLast()).group() == scored.period(number).group();
            boolean isJudged = scored.novelty(number).isPresent();
            boolean isUnlike = scored.isUnlike(number) && !isExplained.test(scored.period(number).group());
            if (!open.isEmpty() && (!isSameSource || (isJudged && !isUnlike))) {
                spans.add(new UnlikeSpan(scored, open));
                open.clear();
            }
            if (isUnlike) {
                open.add(number);
            }
        }
        if (!open.isEmpty()) {
            spans.add(new UnlikeSpan(scored, open));
        }
        return spans;
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
