package org.sipsleuth.sequence.novelty;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.transaction.TransactionTable;

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

    /// The message with which a dialog becomes unknown: the first one that completes a step never
    /// seen in training, on any hop; where something did not come, the last message of the dialog.
    /// Empty for a known dialog. Cost: the units of the capture.
    public OptionalInt unknownFrom(int dialog) {
        return isUnknown(dialog)
                ? IntStream.range(0, units.size())
                        .filter(unit -> units.dialog(unit) == dialog && step(unit).isUnseen())
                        .map(this::unseenAt)
                        .min()
                : OptionalInt.empty();
    }

    /// The message that completes the first unseen step of a unit.
    private int unseenAt(int unit) {
        TransactionWord word = units.words().get(units.word(unit));
        boolean isOrder = ofTransitions.get(units.transition(unit)).filter(Step::isUnseen).isPresent();
        int first = isOrder ? messageOf(unit, word.status()) : Integer.MAX_VALUE;
        List<Step> steps = model.steps(word);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).isUnseen()) {
                boolean isEnd = i > word.types().size();
                int at = i == 0 ? units.message(unit) : messageOf(unit, isEnd ? "" : type(word, i));
                return Math.min(first, at);
            }
        }
        return first;
    }

    private static String type(TransactionWord word, int symbol) {
        return word.types().get(symbol - 1);
    }

    /// The first message of this type in a unit; the last one of the dialog where there is none.
    private int messageOf(int unit, String type) {
        SipIndex index = units.index();
        MessageTable messages = index.messages();
        TransactionTable table = units.table();
        int first = units.message(unit);
        int[] all = index.messagesOf(units.dialog(unit));
        return Arrays.stream(all)
                .filter(each -> each >= first && messages.cseq(each) == messages.cseq(first))
                .filter(each -> isOfHop(table, each, first))
                .filter(each -> messages.typeName(messages.type(each)).equals(type))
                .findFirst()
                .orElse(all[all.length - 1]);
    }

    private static boolean isOfHop(TransactionTable table, int one, int other) {
        boolean isSameWay =
                table.source(one) == table.source(other) && table.destination(one) == table.destination(other);
        boolean isOtherWay =
                table.source(one) == table.destination(other) && table.destination(one) == table.source(other);
        return isSameWay || isOtherWay;
    }

    /// The surprise of the most anomalous step of a dialog, in bits: 0 and more; many are
    /// anomalous.
    public double bits(int dialog) {
        return worst[dialog] == NONE ? 0 : step(worst[dialog]).bits();
    }
}
