package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.belief.detection.BeliefDetection;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.detection.FoundSpan;
import org.sipsleuth.belief.detection.ScoredPeriods;
import org.sipsleuth.belief.detection.UnlikeSpan;
import org.sipsleuth.belief.detection.UnlikeWords;
import org.sipsleuth.belief.novelty.PeriodJudgement;
import org.sipsleuth.belief.novelty.PeriodNovelty;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.sentence.Sentence;

/// Which periods of a capture are unlike normal ones, and what of them. Immutable.
public final class UnlikePeriods {

    /// Nothing is known.
    public static final UnlikePeriods NONE = new UnlikePeriods(Optional.empty(), Map.of(), Set.of(), "");

    private final Optional<PeriodNovelty> novelty;
    private final Map<Place, PeriodJudgement> unlike;
    private final Set<Integer> sources;
    private final String misfit;

    /// Where a period is: the same one is another object when it is counted again.
    private record Place(int source, int from, int to) {

        static Place of(Period period) {
            return new Place(period.group(), period.from(), period.to());
        }
    }

    private UnlikePeriods(Optional<PeriodNovelty> novelty, Map<Place, PeriodJudgement> unlike, Set<Integer> sources,
            String misfit) {
        this.novelty = novelty;
        this.unlike = unlike;
        this.sources = sources;
        this.misfit = misfit;
    }

    /// Those that were found.
    public static UnlikePeriods of(Optional<BeliefDetection> found) {
        return found.map(UnlikePeriods::of).orElse(NONE);
    }

    private static UnlikePeriods of(BeliefDetection found) {
        ScoredPeriods scored = found.scored();
        Map<Place, PeriodJudgement> unlike = new HashMap<>();
        for (int number = 0; number < scored.size(); number++) {
            if (scored.isUnlike(number)) {
                unlike.put(Place.of(scored.period(number)), scored.novelty(number).orElseThrow());
            }
        }
        Set<Integer> sources = new HashSet<>();
        found.found()
                .stream()
                .map(FoundSpan::span)
                .filter(UnlikeSpan.class::isInstance)
                .forEach(each -> sources.add(each.source()));
        return new UnlikePeriods(scored.model().novelty(), unlike, sources,
                BeliefText.misfit(found.fit()).map(Sentence::text).orElse(""));
    }

    /// Whether a source is reported for that alone.
    public boolean isFound(SourceRow row) {
        return sources.contains(row.periods().source());
    }

    /// How many sources are reported for that alone.
    public int sources() {
        return sources.size();
    }

    /// How many periods of a source are unlike normal ones.
    int count(SourcePeriods periods) {
        return periods.isTogether() ? 0 : (int) periods.all().stream().filter(each -> judged(each).isPresent()).count();
    }

    private Optional<PeriodJudgement> judged(Period period) {
        return Optional.ofNullable(unlike.get(Place.of(period)));
    }

    /// What of a period is unlike normal ones, in sentences, or that the model does not fit; empty if
    /// nothing is unlike, and where something is tried out or all messages count together.
    public String sentence(Shown shown) {
        if (shown.row().periods().isTogether() || shown.whatIf().isAny()) {
            return "";
        }
        return judged(shown.period())
                .flatMap(each -> novelty.map(
                        its -> misfit.isEmpty() ? UnlikeWords.of(its, shown.observed(), each).text() : misfit + "."))
                .orElse("");
    }

    /// After what is believed of a source: `; but unlike normal traffic in 2 of 12 periods`; empty if
    /// none is.
    public String after(SourceRow row) {
        List<Period> all = row.periods().all();
        int count = count(row.periods());
        return count == 0 || !misfit.isEmpty() ? ""
                : text(row.isSuspect() ? "belief.headline.unlike" : "belief.headline.unlike.but", count, all.size());
    }
}
