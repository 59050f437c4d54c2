package org.sipsleuth.triage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.sipsleuth.finding.MethodTexts;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.reason.StatusPhrases;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What went wrong in dialogs, as their hints and outcomes state it. One thread.
final class DialogProblems {

    private static final MethodTexts TEXTS = CauseText.TEXTS;

    /// What a user chose, or meets every day, is no problem.
    private static final Set<Cause> USUAL = EnumSet.of(Cause.BUSY, Cause.DECLINED, Cause.UNAVAILABLE, Cause.NOT_FOUND,
            Cause.UNWANTED, Cause.AUTHENTICATION_REQUIRED);

    /// Hints that say no more than the cause of the outcome, which is judged here by itself.
    private static final Set<DialogHint> OF_OUTCOME = EnumSet.of(DialogHint.NOT_FOUND, DialogHint.NUMBER_INCOMPLETE,
            DialogHint.NUMBER_AMBIGUOUS, DialogHint.UNAVAILABLE, DialogHint.UNWANTED, DialogHint.CHALLENGE_UNANSWERED,
            DialogHint.REDIRECTED, DialogHint.REQUEST_TIMEOUT, DialogHint.SERVICE_UNAVAILABLE, DialogHint.SERVER_ERROR,
            DialogHint.SERVER_TIMEOUT, DialogHint.REQUEST_REJECTED);

    /// Nobody is known to suffer from these.
    private static final Set<DialogHint> HARMLESS =
            EnumSet.of(DialogHint.ONE_WAY_MEDIA, DialogHint.OTHER_PHRASE, DialogHint.OUT_OF_ORDER);

    /// A host answers nothing.
    private static final Set<DialogHint> SILENCE =
            EnumSet.of(DialogHint.NO_ANSWER, DialogHint.REGISTER_UNANSWERED, DialogHint.REQUEST_UNANSWERED);

    /// Clients ask for these again and again, whether or not a server offers them.
    private static final Set<String> EXTRAS = Set.of("SUBSCRIBE", "PUBLISH", "NOTIFY", "OPTIONS");

    /// Whatever it is refused with, calls depend on it.
    private static final String REGISTRATION = "REGISTER";

    /// Programs ask so whether a host is there.
    private static final String PROBE = "OPTIONS";

    private final TransactionTable table;
    private final SipIndex index;
    private final OutcomeReader outcomes;

    /// Since when each user is registered, in ns since the epoch.
    private final Map<Integer, Long> registered = new HashMap<>();

    /// The user that the last call of each dialog asks for.
    private final Map<Integer, Integer> requested = new HashMap<>();

    private final HintReader hints;

    DialogProblems(TransactionTable table) {
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

    /// A problem.
    ///
    /// @param key the same for the same problem everywhere: `no_ack`, `no_response REGISTER`
    /// @param explanation what that means in this dialog
    /// @param loss what users lose by it
    /// @param isUnanswered whether it is that a host answers nothing
    /// @param message the first message that proves it; empty where nothing that was captured does
    record Problem(String key, Sentence explanation, TriageLoss loss, boolean isUnanswered,
            OptionalInt message) {

        /// Its name for people.
        Sentence title() {
            return new TriageCause(TriageCause.Source.PROBLEM, key).title();
        }

        /// Where the dialog departs by it.
        Optional<Departure> departure() {
            return message.isEmpty() ? Optional.empty()
                    : Optional.of(new Departure.OfProblem(message.getAsInt(), title(), explanation));
        }
    }

    /// All that a dialog has, the one that explains most first; empty where nothing went wrong, where
    /// no request was captured, and where a response was most likely not captured. Cost: the messages
    /// of the dialog.
    List<Problem> of(int dialog) {
        OptionalInt request = IntStream.of(index.messagesOf(dialog)).filter(index.messages()::isRequest).findFirst();
        DialogOutcome outcome = outcomes.of(dialog);
        if (request.isEmpty() || isUnheard(dialog, request.getAsInt(), outcome)) {
            return List.of();
        }
        List<FoundHint> found =
                hints.of(dialog, outcome).stream().filter(each -> !OF_OUTCOME.contains(each.hint())).toList();
        TriageLoss loss = loss(outcome, method(dialog, outcome));
        List<Problem> problems = new ArrayList<>();
        found.stream()
                .filter(each -> !HARMLESS.contains(each.hint()))
                .map(each -> problem(each, loss))
                .forEach(problems::add);
        if (isFailure(dialog, outcome)) {
            problems.add(problem(dialog, outcome, loss));
        }
        if (problems.isEmpty() && isRegistered(dialog, outcome)) {
            problems.add(notFound(dialog, outcome));
        }
        if (problems.isEmpty()) {
            found.stream().map(each -> problem(each, TriageLoss.NOTHING)).limit(1).forEach(problems::add);
        }
        return problems;
    }

    /// Whether a client works without what this method asks for.
    static boolean isExtra(String method) {
        return EXTRAS.contains(method);
    }

    private static TriageLoss loss(DialogOutcome outcome, String method) {
        return method.equals(PROBE) ? TriageLoss.NOTHING
                : outcome.isCall() || method.equals(REGISTRATION) ? TriageLoss.SERVICE
                : isExtra(method) && outcome.status() > 0 ? TriageLoss.REFUSED_EXTRA
                : TriageLoss.EXTRA;
    }

    /// Whether a request seems unanswered only because no responses are captured at its place: its
    /// sender did not repeat it.
    private boolean isUnheard(int dialog, int request, DialogOutcome outcome) {
        return outcome.cause() == Cause.NO_RESPONSE && !table.visibility(request).hasResponses()
                && IntStream.of(index.messagesOf(dialog)).noneMatch(index.messages()::isRetransmission);
    }

    private static Problem problem(FoundHint hint, TriageLoss loss) {
        return new Problem(hint.hint().id(), Sentence.term(hint.explanation()),
                loss, SILENCE.contains(hint.hint()), hint.evidence().stream().mapToInt(each -> each).findFirst());
    }

    private static OptionalInt evidence(DialogOutcome outcome) {
        return outcome.evidence() == Attempt.NONE ? OptionalInt.empty() : OptionalInt.of(outcome.evidence());
    }

    private Problem problem(int dialog, DialogOutcome outcome, TriageLoss loss) {
        String method = method(dialog, outcome);
        Cause cause = outcome.cause();
        Sentence source = Sentence.term(cause.source());
        return new Problem(cause.name().toLowerCase(Locale.ROOT) + " " + method,
                decided(outcome).map(response -> TEXTS.sentence("problem.decided", Sentence.captured(response), source))
                        .orElseGet(() -> TEXTS.sentence("problem.source", source)),
                loss, cause == Cause.NO_RESPONSE, evidence(outcome));
    }

    private Problem notFound(int dialog, DialogOutcome outcome) {
        return new Problem(CauseText.REGISTERED,
                TEXTS.sentence("problem.registered.text",
                        Sentence.user(table.user(requested.getOrDefault(dialog, HopTransaction.NONE)))),
                TriageLoss.SERVICE, false, evidence(outcome));
    }

    /// The response that decided an outcome: `500 Server Internal Error (Request out of order)`.
    private Optional<String> decided(DialogOutcome outcome) {
        return outcome.evidence() == Attempt.NONE || index.messages().isRequest(outcome.evidence()) ? Optional.empty()
                : Optional.of(index.message(outcome.evidence()))
                        .filter(SipResponse.class::isInstance)
                        .map(SipResponse.class::cast)
                        .map(each -> StatusPhrases.words(each.statusCode(), each.reasonPhrase()));
    }

    /// Whether a user was not found who had registered before, as far as was captured.
    private boolean isRegistered(int dialog, DialogOutcome outcome) {
        int user = requested.getOrDefault(dialog, HopTransaction.NONE);
        return outcome.cause() == Cause.NOT_FOUND && user != HopTransaction.NONE
                && registered.getOrDefault(user, Long.MAX_VALUE) < index.dialogs().startNanos(dialog);
    }

    private boolean isFailure(int dialog, DialogOutcome outcome) {
        String method = method(dialog, outcome);
        boolean isNeeded = outcome.isCall() || method.equals(REGISTRATION);
        boolean isUsual = USUAL.contains(outcome.cause()) && (isNeeded || outcome.cause() != Cause.NOT_FOUND);
        boolean isBad = outcome.outcome() == Outcome.DROPPED || outcome.outcome() == Outcome.FAILED
                || (outcome.outcome() == Outcome.REFUSED && !isUsual);
        return isBad && (isNeeded || !method.equals(PROBE));
    }

    /// The method of the request whose outcome it is; that of the last one where that is not known.
    private String method(int dialog, DialogOutcome outcome) {
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
