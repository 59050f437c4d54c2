package org.sipsleuth.problem;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.hint.HintReader;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.reason.StatusPhrases;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What problems are made of: the outcome of a dialog with its hints, what it asked for, and whether
/// somebody suffers from it. One thread.
public final class DialogFacts {

    /// What a user chose, or meets every day, is no problem.
    static final Set<Cause> USUAL = EnumSet.of(Cause.BUSY, Cause.DECLINED, Cause.UNAVAILABLE, Cause.NOT_FOUND,
            Cause.UNWANTED, Cause.AUTHENTICATION_REQUIRED);

    /// Nobody is known to suffer from these.
    private static final Set<DialogHint> HARMLESS = EnumSet.of(DialogHint.ONE_WAY_MEDIA, DialogHint.OTHER_PHRASE,
            DialogHint.OUT_OF_ORDER, DialogHint.UNAVAILABLE, DialogHint.UNWANTED, DialogHint.NOT_FOUND,
            DialogHint.NUMBER_INCOMPLETE, DialogHint.NUMBER_AMBIGUOUS);

    /// Clients ask for these again and again, whether or not a server offers them.
    private static final Set<String> EXTRAS = Set.of("SUBSCRIBE", "PUBLISH", "NOTIFY", "OPTIONS");

    /// Whatever it is refused with, calls depend on it.
    private static final String REGISTRATION = "REGISTER";

    /// Programs ask so whether a host is there.
    private static final String PROBE = "OPTIONS";

    private final TransactionTable table;
    private final SipIndex index;
    private final OutcomeReader outcomes;
    private final HintReader hints;

    /// Since when each user is registered, in ns since the epoch.
    private final Map<Integer, Long> registered = new HashMap<>();

    /// The user that the last call of each dialog asks for.
    private final Map<Integer, Integer> requested = new HashMap<>();

    public DialogFacts(TransactionTable table) {
        this.table = table;
        index = table.index();
        outcomes = new OutcomeReader(index);
        hints = new HintReader(index);
        for (HopTransaction each : table.all()) {
            if (each.registers() && each.isAccepted()) {
                registered.putIfAbsent(each.toUser(), each.atNanos());
            }
            if (each.method() == MessageTypes.INVITE && !each.isCopy() && !each.isWithinDialog()) {
                requested.put(each.dialog(), each.requestUser());
            }
        }
    }

    /// The outcome of a dialog; empty where no request was captured, and where a response was most
    /// likely not captured.
    public Optional<DialogOutcome> outcome(int dialog) {
        OptionalInt request = IntStream.of(index.messagesOf(dialog)).filter(index.messages()::isRequest).findFirst();
        DialogOutcome outcome = outcomes.of(dialog);
        return request.isEmpty() || isUnheard(dialog, request.getAsInt(), outcome) ? Optional.empty()
                : Optional.of(outcome);
    }

    /// Whether a request seems unanswered only because no responses are captured at its place: its
    /// sender did not repeat it.
    private boolean isUnheard(int dialog, int request, DialogOutcome outcome) {
        return outcome.cause() == Cause.NO_RESPONSE && !table.visibility(request).hasResponses()
                && IntStream.of(index.messagesOf(dialog)).noneMatch(index.messages()::isRetransmission);
    }

    /// The hints of a dialog, the one that explains most first.
    public List<FoundHint> hints(int dialog, DialogOutcome outcome) {
        return hints.of(dialog, outcome);
    }

    /// Whether nobody is known to suffer from what a hint says.
    public static boolean isHarmless(FoundHint hint) {
        return HARMLESS.contains(hint.hint());
    }

    /// Whether a client works without what this method asks for.
    public static boolean isExtra(String method) {
        return EXTRAS.contains(method);
    }

    /// Whether it is how programs ask whether a host is there.
    public static boolean isProbe(String method) {
        return method.equals(PROBE);
    }

    /// Whether calls depend on what was asked for.
    public static boolean isNeeded(DialogOutcome outcome, String method) {
        return outcome.isCall() || method.equals(REGISTRATION);
    }

    /// Whether it went wrong for a reason that nobody chose.
    public boolean isFailure(int dialog, DialogOutcome outcome) {
        String method = method(dialog, outcome);
        boolean isNeeded = isNeeded(outcome, method);
        boolean isUsual = USUAL.contains(outcome.cause()) && (isNeeded || outcome.cause() != Cause.NOT_FOUND);
        boolean isBad = outcome.outcome() == Outcome.DROPPED || outcome.outcome() == Outcome.FAILED
                || (outcome.outcome() == Outcome.REFUSED && !isUsual);
        return isBad && (isNeeded || !isProbe(method));
    }

    /// Whether a user was not found who had registered before, as far as was captured.
    public boolean isNotFoundThoughRegistered(int dialog, DialogOutcome outcome) {
        int user = requested.getOrDefault(dialog, HopTransaction.NONE);
        return outcome.cause() == Cause.NOT_FOUND && user != HopTransaction.NONE
                && registered.getOrDefault(user, Long.MAX_VALUE) < index.dialogs().startNanos(dialog);
    }

    /// The response that decided an outcome: `500 Server Internal Error (Request out of order)`.
    private Optional<String> decided(DialogOutcome outcome) {
        return outcome.evidence() == Attempt.NONE || index.messages().isRequest(outcome.evidence()) ? Optional.empty()
                : Optional.of(index.message(outcome.evidence()))
                        .filter(SipResponse.class::isInstance)
                        .map(SipResponse.class::cast)
                        .map(each -> StatusPhrases.words(each.statusCode(), each.reasonPhrase()));
    }

    /// What decided an outcome, and the RFC and section that it rests on.
    public Sentence explanation(DialogOutcome outcome) {
        Sentence source = Sentence.term(outcome.cause().source());
        return decided(outcome)
                .map(response -> ProblemMethod.TEXTS.sentence("cause.decided", Sentence.captured(response), source))
                .orElseGet(() -> ProblemMethod.TEXTS.sentence("cause.source", source));
    }

    /// That the user whom a dialog asks for had registered.
    public Sentence registeredBefore(int dialog) {
        return ProblemMethod.TEXTS.sentence("cause.registered.text",
                Sentence.user(table.user(requested.getOrDefault(dialog, HopTransaction.NONE))));
    }

    /// The message that decided an outcome.
    public static OptionalInt evidence(DialogOutcome outcome) {
        return outcome.evidence() == Attempt.NONE ? OptionalInt.empty() : OptionalInt.of(outcome.evidence());
    }

    /// The method of the request whose outcome it is; that of the last one where that is not known.
    public String method(int dialog, DialogOutcome outcome) {
        MessageTable messages = index.messages();
        if (outcome.isCall()) {
            return messages.typeName(MessageTypes.INVITE);
        }
        int evidence = outcome.evidence();
        int[] requests = IntStream.of(index.messagesOf(dialog)).filter(messages::isRequest).toArray();
        int last = requests[requests.length - 1];
        int request = evidence == Attempt.NONE ? last
                : IntStream.of(requests)
                        .filter(each -> messages.transaction(each) == messages.transaction(evidence))
                        .findFirst()
                        .orElse(last);
        return messages.typeName(messages.type(request));
    }
}
