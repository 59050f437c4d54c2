package org.sipsleuth.edge.replay;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.BorderTraffic;
import org.sipsleuth.edge.traffic.Direction;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;

/// What a replay came to: the outcome of each message, and what it means for calls and attacks.
/// Immutable.
public final class ReplayResult {

    private final ReplayInput input;
    private final BorderTraffic traffic;
    private final EdgeSettings settings;
    private final List<MessageOutcome> outcomes;
    private final List<Ruling> rulings;
    private final ReplayedTransactions transactions;
    private final Timeline timeline;
    private final Work work;
    private final long added;
    private final long longestWaitNanos;
    private final Map<MessageClass, OutcomeCounts> counts = new EnumMap<>(MessageClass.class);

    ReplayResult(ReplayInput input, EdgeSettings settings, List<MessageOutcome> outcomes, List<Ruling> rulings,
            ReplayedTransactions transactions, Timeline timeline, Work work, long added, long longestWaitNanos) {
        this.input = input;
        this.traffic = input.traffic();
        this.settings = settings;
        this.outcomes = outcomes;
        this.rulings = rulings;
        this.transactions = transactions;
        this.timeline = timeline;
        this.work = work;
        this.added = added;
        this.longestWaitNanos = longestWaitNanos;
        for (MessageClass each : MessageClass.values()) {
            counts.put(each, new OutcomeCounts());
        }
        for (int message = 0; message < outcomes.size(); message++) {
            of(input.classOf(message)).add(traffic.direction(message), outcome(message), ruling(message));
        }
    }

    private OutcomeCounts of(MessageClass its) {
        return Objects.requireNonNull(counts.get(its));
    }

    /// What was replayed.
    public ReplayInput input() {
        return input;
    }

    /// The settings they were replayed with.
    public EdgeSettings settings() {
        return settings;
    }

    /// What became of a message.
    public MessageOutcome outcome(int message) {
        return outcomes.get(message);
    }

    /// Why a message was discarded; PASS if it was not.
    public Ruling ruling(int message) {
        return rulings.get(message);
    }

    /// How many messages of a class from outside have an outcome.
    public int ingress(MessageClass its, MessageOutcome outcome) {
        return of(its).of(Direction.INGRESS, outcome);
    }

    /// How many messages of a class came from outside.
    public int ingress(MessageClass its) {
        return of(its).of(Direction.INGRESS);
    }

    /// How many messages of a class have an outcome, in all directions.
    public int count(MessageClass its, MessageOutcome outcome) {
        return of(its).of(outcome);
    }

    /// How many messages of a class were discarded for a reason.
    public int dropped(MessageClass its, Ruling why) {
        return of(its).of(why);
    }

    /// The messages from outside with an outcome, and with a reason if it is DROPPED; in order.
    public int[] messages(MessageOutcome outcome, Predicate<Ruling> why) {
        return IntStream.range(0, outcomes.size())
                .filter(message -> traffic.direction(message) == Direction.INGRESS)
                .filter(message -> outcome(message) == outcome && why.test(ruling(message)))
                .toArray();
    }

    /// Of the messages of a class from outside, the share that an unprotected stack processed, 0 to
    /// 1; 0 if there were none.
    public double passedShare(MessageClass its) {
        return passed(its).share();
    }

    /// Of the messages of a class from outside, those that an unprotected stack processed.
    public Passed passed(MessageClass its) {
        return new Passed(ingress(its, MessageOutcome.PASSED), ingress(its, MessageOutcome.DELAYED), ingress(its));
    }

    /// The calls from outside that were answered and acknowledged, by the class of their INVITE.
    public Served calls(MessageClass its) {
        int captured = 0;
        int replayed = 0;
        int unknown = 0;
        for (HopTransaction invite : completed(its)) {
            captured++;
            boolean isComplete = isComplete(invite);
            replayed += isComplete ? 1 : 0;
            unknown += !isComplete && isUnknown(invite) ? 1 : 0;
        }
        return new Served(captured, replayed, unknown);
    }

    /// The INVITEs of the calls among [#calls] that are not completed, in the order of the calls.
    public int[] lostCalls(MessageClass its) {
        return completed(its).stream()
                .filter(invite -> !isComplete(invite))
                .mapToInt(HopTransaction::request)
                .toArray();
    }

    /// The last INVITEs of calls from outside that were answered and acknowledged in the capture.
    private List<HopTransaction> completed(MessageClass its) {
        return traffic.table()
                .calls()
                .stream()
                .map(Call::last)
                .filter(invite -> invite.isAccepted() && invite.isAcknowledged() && isCounted(invite, its))
                .toList();
    }

    private boolean isComplete(HopTransaction invite) {
        int row = traffic.transaction(invite.request());
        return transactions.isProcessed(row)
                && (invite.ack() == HopTransaction.NONE || transactions.isAcknowledged(row));
    }

    /// Whether there is any legitimate call or registration that could be lost.
    public boolean isCostKnown() {
        return calls(MessageClass.LEGITIMATE).captured() > 0 || registrations(MessageClass.LEGITIMATE).captured() > 0;
    }

    /// A call of which the refused caller may have tried again.
    private boolean isUnknown(HopTransaction invite) {
        return invite.response() != HopTransaction.NONE && outcome(invite.response()) == MessageOutcome.UNKNOWN;
    }

    private boolean isCounted(HopTransaction request, MessageClass its) {
        return traffic.direction(request.request()) == Direction.INGRESS && input.classOf(request.request()) == its;
    }

    /// The registrations that were accepted.
    public Served registrations(MessageClass its) {
        return served(its, each -> each.method() == MessageTypes.REGISTER && each.isAccepted());
    }

    /// The requests outside a dialog that were accepted (2xx): of an attacker, what succeeded.
    public Served accepted(MessageClass its) {
        return served(its, each -> !each.isWithinDialog() && each.isAccepted());
    }

    /// The requests outside a dialog that were answered: of an attacker, what he learned from.
    public Served answered(MessageClass its) {
        return served(its, each -> !each.isWithinDialog() && each.status() != 0);
    }

    private Served served(MessageClass its, Predicate<HopTransaction> wanted) {
        int captured = 0;
        int replayed = 0;
        List<HopTransaction> all = traffic.table().all();
        for (int row = 0; row < all.size(); row++) {
            if (wanted.test(all.get(row)) && isCounted(all.get(row), its)) {
                captured++;
                replayed += transactions.isProcessed(row) ? 1 : 0;
            }
        }
        return new Served(captured, replayed, 0);
    }

    /// Queue, waiting time and drops over time.
    public Timeline timeline() {
        return timeline;
    }

    /// The work of the border.
    public Work work() {
        return work;
    }

    /// How many retransmissions clients would have sent that are not in the capture. They are in no
    /// other number.
    public long added() {
        return added;
    }

    /// The longest time from the first sending of a message to its processing, in ns.
    public long longestWaitNanos() {
        return longestWaitNanos;
    }
}
