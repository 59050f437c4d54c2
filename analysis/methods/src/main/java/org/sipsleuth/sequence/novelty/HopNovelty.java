package org.sipsleuth.sequence.novelty;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How new the transactions of a capture are to a model, and their order, per hop. A dialog is
/// unknown if a message of a transaction, or a transaction in the dialog, never came in training
/// after the one before it, on any of its hops. Each distinct word and transition is scored once.
/// Immutable.
public final class HopNovelty {

    private static final int NONE = -1;

    private final HopUnits units;
    private final NoveltyModel model;
    private final List<Step> ofWords;
    private final List<Optional<Step>> ofTransitions;
    private final Optional<HopNovelty> own;
    private final BitSet unknown = new BitSet();

    /// The unit with the most anomalous step of each dialog, -1 for a dialog without units.
    private final int[] worst;

    private HopNovelty(HopUnits units, NoveltyModel model) {
        this.units = units;
        this.model = model;
        this.own = model.foundation().map(its -> new HopNovelty(units, its.own()));
        this.ofWords = units.words().parallelStream().map(model::worst).toList();
        this.ofTransitions = units.transitions()
                .parallelStream()
                .map(each -> each.isJudged() ? Optional.of(model.step(each)) : Optional.<Step>empty())
                .toList();
        this.worst = new int[units.index().dialogs().size()];
        Arrays.fill(worst, NONE);
        for (int unit = 0; unit < units.size(); unit++) {
            int dialog = units.dialog(unit);
            Step step = step(unit);
            if (step.isUnseen()) {
                unknown.set(dialog);
            }
            if (worst[dialog] == NONE || step.exceeds(step(worst[dialog]))) {
                worst[dialog] = unit;
            }
        }
    }

    /// Scores a capture.
    public static HopNovelty of(HopUnits units, NoveltyModel model) {
        return new HopNovelty(units, model);
    }

    /// The units.
    public HopUnits units() {
        return units;
    }

    /// What scored them.
    public NoveltyModel model() {
        return model;
    }

    /// How new they are to the network of the own baseline alone: what is common elsewhere may be
    /// new there. The same where the model began with nothing.
    public HopNovelty own() {
        return own.orElse(this);
    }

    /// The most anomalous step of a unit: within its transaction, or the transaction itself after
    /// those before it.
    public Step step(int unit) {
        Step own = ofWords.get(units.word(unit));
        Optional<Step> order = ofTransitions.get(units.transition(unit));
        return order.isPresent() && order.get().exceeds(own) ? order.get() : own;
    }

    /// A transaction after those before it; empty where the capture hides one of them.
    Optional<Step> order(int unit) {
        return ofTransitions.get(units.transition(unit));
    }

    /// The steps of a unit that were never seen in training: within its transaction, and the
    /// transaction itself after those before it.
    public List<Step> unseen(int unit) {
        return Stream
                .concat(model.steps(units.words().get(units.word(unit))).stream(),
                        ofTransitions.get(units.transition(unit)).stream())
                .filter(Step::isUnseen)
                .toList();
    }

    /// Whether a dialog has a step that was never seen in training.
    public boolean isUnknown(int dialog) {
        return unknown.get(dialog);
    }

    /// The dialogs with a step that was never seen in training; a copy.
    public BitSet unknown() {
        return (BitSet) unknown.clone();
    }

    /// The unit with the most anomalous step of a dialog, the first of several; -1 if the dialog
    /// has no unit.
    public int worstUnit(int dialog) {
        return worst[dialog];
    }

    /// The message with which a dialog becomes unknown: the first one at which a step never seen
    /// in training shows, on any hop. Empty for a known dialog.
    public OptionalInt unknownFrom(int dialog) {
        return isUnknown(dialog)
                ? DialogSteps.of(this, dialog)
                        .firstUnseen()
                        .map(step -> OptionalInt.of(step.message()))
                        .orElse(OptionalInt.empty())
                : OptionalInt.empty();
    }

    /// The surprise of the most anomalous step of a dialog, in bits: 0 and more; many are
    /// anomalous.
    public double bits(int dialog) {
        return worst[dialog] == NONE ? 0 : step(worst[dialog]).bits();
    }
}
