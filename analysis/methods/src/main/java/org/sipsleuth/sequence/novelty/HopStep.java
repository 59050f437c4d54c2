package org.sipsleuth.sequence.novelty;

import java.util.Optional;

/// A step of a dialog on one of its hops, with the message at which it shows.
///
/// @param message the message that completes it; where something did not come, the one at which
///     that shows
/// @param unit the transaction, as [HopUnits] numbers them
/// @param word the whole transaction
/// @param place how many messages of the transaction came before it; -1 for its place among the
///     transactions of the dialog
/// @param transition the transaction after those before it
/// @param step how usual it is
/// @param elapsedNanos the time since the step before it on the hop, in ns; negative for the first
///     one of a dialog, and for what did not come
/// @param isAbsence whether nothing came where something is due, or nothing more
/// @param deviation how it departs from RFC 3261, if it does
public record HopStep(int message, int unit, TransactionWord word, int place, Transition transition, Step step,
        long elapsedNanos, boolean isAbsence, Optional<Deviation> deviation) {

    static final long NO_TIME = -1;

    /// What usually comes in its place.
    public Expectation expected(NoveltyModel model) {
        return step.isTransaction() ? model.expectation(transition.earlier(), transition.before())
                : model.expectation(word, place);
    }

    /// What usually follows it in its transaction; after the last message, that nothing does.
    public Expectation following(NoveltyModel model) {
        return model.expectation(word, Math.max(0, place) + 1);
    }

    /// Which transaction usually follows this one in its dialog on the hop.
    public Expectation nextTransaction(NoveltyModel model) {
        return model.expectation(transition.before(), word.step());
    }

    /// The timer of RFC 3261 within which it is due, if there is one.
    public Optional<ProtocolTimer> timer() {
        return place < 1 ? Optional.empty() : ProtocolTimer.after(word, place);
    }

    /// The timer of RFC 3261 within which the next message is due, if there is one.
    public Optional<ProtocolTimer> nextTimer() {
        boolean isWithin = place >= 0 && place <= word.types().size();
        return isWithin ? ProtocolTimer.after(word, place + 1) : Optional.empty();
    }

    /// Whether it came later than RFC 3261 lets it.
    public boolean isLate() {
        return timer().filter(timer -> elapsedNanos > timer.nanos()).isPresent();
    }
}
