package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.belief.detection.BeliefText;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.observation.TrafficEvent;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;

/// What was believed of a source in its last period with enough messages, for a period that has too
/// few. Immutable.
///
/// @param belief what was believed
/// @param failures failed responses that the source got in that period and in those right before it
///     of the same class
public record Remembered(Belief belief, int failures) {

    private static final int FIRST_FAILURE = 400;

    /// What is remembered of a source at a period of it; empty if no period before it has enough
    /// messages.
    public static Optional<Remembered> before(SourcePeriods source, Period period) {
        return IntStream.range(0, source.all().size())
                .filter(place -> source.all().get(place).to() <= period.from())
                .filter(place -> source.standing(place) == Standing.BELIEVED)
                .reduce((_, last) -> last)
                .stream()
                .mapToObj(last -> new Remembered(source.beliefs().get(last), failed(source, last)))
                .findFirst();
    }

    private static int failed(SourcePeriods source, int last) {
        Belief belief = source.beliefs().get(last);
        int failed = 0;
        for (int place = last; place >= 0; place--) {
            boolean isSame = source.standing(place) == Standing.BELIEVED
                    && source.beliefs().get(place).leading() == belief.leading();
            if (!isSame) {
                break;
            }
            failed += failed(source, source.all().get(place));
        }
        return failed;
    }

    private static int failed(SourcePeriods source, Period period) {
        TrafficEvent event = source.periods().events().event();
        return (int) Arrays.stream(source.periods().messages(period))
                .filter(message -> isFailure(event.at(message)))
                .count();
    }

    private static boolean isFailure(TrafficEvent event) {
        return !event.isRequest() && event.type() >= FIRST_FAILURE;
    }

    /// In words: `before: Password cracking > 0.9999, 90 failures`.
    public String words() {
        return text("belief.before", BeliefText.of(belief.leading()).text(), Probability.text(belief.strength()),
                failures);
    }
}
