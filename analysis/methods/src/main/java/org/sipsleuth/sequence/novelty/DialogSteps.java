package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sipsleuth.dialog.MessageTable;

/// The steps that the messages of a dialog complete on their hops, in the order of the messages,
/// and the first of them that training never saw. Immutable.
public final class DialogSteps {

    /// Why a message completes no step.
    public enum NoStep {
        /// It is a retransmission.
        RETRANSMISSION,
        /// A message of its type came before in its transaction: another 180.
        REPEATED,
        /// The capture may hide the request that it belongs to.
        CUT
    }

    private static final Comparator<HopStep> MOST_ANOMALOUS =
            (one, other) -> one.step().exceeds(other.step()) ? -1 : other.step().exceeds(one.step()) ? 1 : 0;

    private final HopNovelty novelty;
    private final int dialog;
    private final int[] messages;
    private final UnitMessages units;
    private final Map<Integer, List<HopStep>> byMessage = new TreeMap<>();
    private final List<HopStep> all;
    private final Optional<HopStep> firstUnseen;

    private DialogSteps(HopNovelty novelty, int dialog) {
        this.novelty = novelty;
        this.dialog = dialog;
        this.units = new UnitMessages(novelty.units(), dialog);
        this.messages = novelty.units().index().messagesOf(dialog);
        for (HopStep each : new HopStepReader(novelty, units).read()) {
            byMessage.computeIfAbsent(each.message(), _ -> new ArrayList<>()).add(each);
        }
        byMessage.values().forEach(each -> each.sort(MOST_ANOMALOUS));
        all = byMessage.values().stream().flatMap(List::stream).toList();
        firstUnseen = all.stream().filter(each -> each.step().isUnseen()).findFirst();
    }

    /// The steps of a dialog. Cost: its messages.
    public static DialogSteps of(HopNovelty novelty, int dialog) {
        return new DialogSteps(novelty, dialog);
    }

    /// What scored them.
    public HopNovelty novelty() {
        return novelty;
    }

    /// The dialog.
    public int dialog() {
        return dialog;
    }

    /// The messages of the dialog, in order.
    public int[] messages() {
        return messages.clone();
    }

    /// The place of a message in the dialog, from 1.
    public int place(int message) {
        return Arrays.binarySearch(messages, message) + 1;
    }

    /// All steps, in the order of the messages at which they show.
    public List<HopStep> all() {
        return all;
    }

    /// The steps that show at a message, the most anomalous first; empty where it completes none.
    public List<HopStep> at(int message) {
        return List.copyOf(byMessage.getOrDefault(message, List.of()));
    }

    /// Whether any step shows at a message.
    public boolean isStep(int message) {
        return byMessage.containsKey(message);
    }

    /// The step that a message itself is in its transaction; empty where it has none.
    public Optional<HopStep> own(int message) {
        return at(message).stream().filter(each -> each.place() >= 0 && !each.isAbsence()).findFirst();
    }

    /// The last step of the transaction that a message belongs to, up to the message: its own, or
    /// that before a retransmission.
    public Optional<HopStep> standing(int message) {
        int unit = units.unit(message);
        return all.stream()
                .filter(each -> each.unit() == unit && each.place() >= 0 && !each.isAbsence()
                        && each.message() <= message)
                .max(Comparator.comparingInt(HopStep::place));
    }

    /// What came after the transaction of a step on its hop: `BYE/200`, or
    /// [TransactionWord#END] for nothing; empty where the capture hides it.
    public Optional<String> next(HopStep step) {
        HopUnits all = novelty.units();
        boolean isLast = true;
        for (int unit : units.units()) {
            if (unit > step.unit() && units.isSameHop(unit, step.unit())) {
                Transition transition = all.transitions().get(all.transition(unit));
                isLast = false;
                if (transition.before().equals(step.word().step())) {
                    return Optional.of(transition.next());
                }
            }
        }
        return isLast ? Optional.of(TransactionWord.END) : Optional.empty();
    }

    /// The surprise of a message on its hop, in bits; 0 where it completes no step.
    public double bits(int message) {
        return byMessage.getOrDefault(message, List.of())
                .stream()
                .mapToDouble(each -> each.step().bits())
                .max()
                .orElse(0);
    }

    /// Why a message completes no step itself; empty if it completes one.
    public Optional<NoStep> noStep(int message) {
        MessageTable table = novelty.units().index().messages();
        return own(message).isPresent() ? Optional.empty()
                : table.isRetransmission(message) ? Optional.of(NoStep.RETRANSMISSION)
                : units.unit(message) >= 0 ? Optional.of(NoStep.REPEATED)
                : Optional.of(NoStep.CUT);
    }

    /// Whether the capture may hide what follows a message in its transaction.
    public boolean isCutAfter(int message) {
        return own(message).filter(step -> step.word().isCut() && step.place() == step.word().types().size())
                .isPresent();
    }

    /// The first step that training never saw: with it the dialog becomes unknown. Empty for a
    /// known dialog. The one by which it is listed is [#listed].
    public Optional<HopStep> firstUnseen() {
        return firstUnseen;
    }

    /// The most anomalous step of the dialog, from which it departs: by it *Unknown* and *Triage* list
    /// the dialog. Empty for a known dialog.
    public Optional<HopStep> listed() {
        int unit = novelty.worstUnit(dialog);
        return novelty.isUnknown(dialog)
                ? all.stream().filter(each -> each.unit() == unit && each.step().equals(novelty.step(unit))).findFirst()
                : Optional.empty();
    }
}
