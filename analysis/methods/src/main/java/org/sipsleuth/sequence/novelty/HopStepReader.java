package org.sipsleuth.sequence.novelty;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.transaction.TransactionTable;

/// Finds the steps of one dialog and the messages at which they show.
final class HopStepReader {

    private final HopNovelty novelty;
    private final NoveltyModel model;
    private final HopUnits units;
    private final UnitMessages messages;
    private final List<HopStep> found = new ArrayList<>();

    /// The last unit of each pair of hosts.
    private final Map<List<Integer>, Integer> lastOfHops = new HashMap<>();

    HopStepReader(HopNovelty novelty, UnitMessages messages) {
        this.novelty = novelty;
        this.model = novelty.model();
        this.units = novelty.units();
        this.messages = messages;
    }

    List<HopStep> read() {
        for (int unit : messages.units()) {
            List<Integer> own = messages.ofWord(unit);
            long sinceBefore = sinceUnitBefore(unit);
            novelty.order(unit).ifPresent(step -> found.add(order(unit, own, step, sinceBefore)));
            addMessages(unit, own, sinceBefore);
        }
        return found;
    }

    private TransactionWord word(int unit) {
        return units.words().get(units.word(unit));
    }

    private Transition transition(int unit) {
        return units.transitions().get(units.transition(unit));
    }

    private void addMessages(int unit, List<Integer> own, long sinceBefore) {
        TransactionWord word = word(unit);
        List<Step> steps = model.steps(word);
        Optional<Deviation> deviation = Deviation.of(word);
        int departs = deviation.map(how -> place(how, word)).orElse(-1);
        for (int place = 0; place < steps.size(); place++) {
            boolean isEnd = place == own.size();
            long elapsed = isEnd ? HopStep.NO_TIME
                    : place == 0 ? sinceBefore
                    : nanos(own.get(place)) - nanos(own.get(place - 1));
            Step step = steps.get(place);
            if (!isEnd || step.isUnseen() || isDue(word)) {
                found.add(new HopStep(isEnd ? shownAt(unit) : own.get(place), unit, word, place, transition(unit), step,
                        elapsed, isEnd,
                        place == departs || (word.isStray() && place == 1) ? deviation : Optional.empty()));
            }
        }
    }

    /// Whether a transaction that ends lacks something; another end is nothing that shows.
    private static boolean isDue(TransactionWord word) {
        boolean isAcknowledged = word.types().contains("ACK");
        return !word.isStray() && (word.status().isEmpty() || (word.isOfInvite() && !isAcknowledged));
    }

    /// The place in a transaction at which it departs from RFC 3261.
    private static int place(Deviation deviation, TransactionWord word) {
        List<String> types = word.types();
        return switch (deviation) {
            case RESPONSE_TO_ACK, RESPONSE_WITHOUT_REQUEST, ACK_WITHOUT_INVITE, REQUEST_WITHOUT_DIALOG,
                    BYE_AFTER_FAILURE -> 0;
            case CANCEL_BEFORE_RESPONSE -> 1;
            case ACK_BEFORE_FINAL -> 1 + types.indexOf("ACK");
            case RESPONSE_AFTER_FINAL -> 1 + afterFinal(word);
            case ANSWER_WITHOUT_ACK, FINAL_WITHOUT_ACK -> 1 + types.size();
        };
    }

    private static int afterFinal(TransactionWord word) {
        int place = word.types().indexOf(word.status()) + 1;
        while (!Character.isDigit(word.types().get(place).charAt(0))) {
            place++;
        }
        return place;
    }

    /// A transaction after those before it shows with its request, if no such request was ever seen
    /// there; else with how it ends.
    private HopStep order(int unit, List<Integer> own, Step step, long sinceBefore) {
        TransactionWord word = word(unit);
        Transition transition = transition(unit);
        boolean isRequestSeen = model.expectation(transition.earlier(), transition.before())
                .likely()
                .stream()
                .anyMatch(expected -> expected.symbol().startsWith(word.request() + "/"));
        int message = !isRequestSeen || word.status().isEmpty() ? units.message(unit)
                : own.get(1 + word.types().indexOf(word.status()));
        boolean isNoAnswer = isRequestSeen && word.status().isEmpty();
        return new HopStep(isNoAnswer ? shownAt(unit) : message, unit, word, -1, transition, step, sinceBefore,
                isNoAnswer, Deviation.of(transition));
    }

    /// The message at which it shows that something did not come: the next request on the hop by
    /// which it was due, else the last message of the dialog.
    private int shownAt(int unit) {
        int first = units.message(unit);
        int last = messages.last(unit);
        TransactionTable table = units.table();
        MessageTable all = units.index().messages();
        boolean isAnswered = !word(unit).status().isEmpty();
        long wait = isAnswered ? 0 : word(unit).isOfInvite() ? CutFinder.RING_NANOS : CutFinder.WAIT_NANOS;
        int[] ofDialog = messages.ofDialog();
        for (int i = Arrays.binarySearch(ofDialog, last) + 1; i < ofDialog.length; i++) {
            int each = ofDialog[i];
            boolean isRequest = units.unitOf(each) >= 0 && all.isRequest(each);
            if (isRequest && nanos(each) - nanos(last) >= wait && (isSameWay(table, each, first)
                    || (isAnswered && isBye(all, each) && isBack(table, each, first)))) {
                return each;
            }
        }
        return ofDialog[ofDialog.length - 1];
    }

    private static boolean isSameWay(TransactionTable table, int one, int other) {
        return table.source(one) == table.source(other) && table.destination(one) == table.destination(other);
    }

    private static boolean isBack(TransactionTable table, int one, int other) {
        return table.source(one) == table.destination(other) && table.destination(one) == table.source(other);
    }

    private static boolean isBye(MessageTable all, int message) {
        return all.typeName(all.type(message)).equals("BYE");
    }

    private long nanos(int message) {
        return units.index().messages().capturedAtNanos(message);
    }

    /// How long the transaction before had ended on the hop, in ns; negative where there is none.
    private long sinceUnitBefore(int unit) {
        TransactionTable table = units.table();
        int first = units.message(unit);
        int one = table.source(first);
        int other = table.destination(first);
        Integer before = lastOfHops.put(List.of(Math.min(one, other), Math.max(one, other)), unit);
        boolean isBefore = before != null && transition(unit).before().equals(word(before).step());
        return isBefore ? Math.max(0, nanos(first) - nanos(messages.last(before))) : HopStep.NO_TIME;
    }
}
