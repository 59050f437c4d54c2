package org.sipsleuth.view.belief.step;

import java.util.Optional;
import java.util.stream.IntStream;
import org.sipsleuth.belief.network.Belief;
import org.sipsleuth.belief.network.ClassVector;
import org.sipsleuth.belief.network.Inference;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.view.belief.state.Believed;
import org.sipsleuth.view.belief.state.Remembered;
import org.sipsleuth.view.belief.state.SourcePeriods;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;

/// What was believed of a source when a message came. Immutable.
///
/// @param source the source's address or host, data of the capture
/// @param frame how the message is cited
/// @param period its period, as far as it went then
/// @param belief what was believed
/// @param remembered what was believed before, if the period has too few messages yet
record SourceStep(String source, String frame, Period period, Belief belief, Optional<Remembered> remembered) {

    /// What was believed when a message came; empty if nothing that counts had come from its
    /// source.
    static Optional<SourceStep> of(Believed all, int message) {
        Inference inference = new Inference(all.tables());
        return all.counted()
                .bySource()
                .upTo(message)
                .map(period -> of(all, message, period, inference.infer(period.observation(), prior(all, period))));
    }

    private static SourceStep of(Believed all, int message, Period period, Belief belief) {
        boolean isShort = SourcePeriods.standing(period.messages(), belief) == Standing.TOO_FEW;
        return new SourceStep(all.counted().events().sourceName(period.group()),
                all.counted().index().citation(message), period, belief,
                all.ofSource(period.group())
                        .filter(_ -> isShort)
                        .flatMap(row -> Remembered.before(row.periods(), period)));
    }

    /// What was believed before a period: the tables' prior, unless a belief goes on from the
    /// period before.
    private static ClassVector prior(Believed all, Period period) {
        return all.ofSource(period.group())
                .map(row -> row.periods())
                .flatMap(periods -> IntStream.range(0, periods.all().size())
                        .filter(i -> periods.all().get(i).fromNanos() == period.fromNanos())
                        .mapToObj(periods.priors()::get)
                        .findFirst())
                .orElse(all.tables().prior());
    }

    /// How much the belief is worth.
    Standing standing() {
        return SourcePeriods.standing(period.messages(), belief);
    }
}
