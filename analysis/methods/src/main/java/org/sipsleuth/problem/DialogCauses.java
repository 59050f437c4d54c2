package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.sipsleuth.finding.Sentence.Punctuation;
import org.sipsleuth.sip.SipResponse;
import org.sipsleuth.sip.reason.StatusPhrases;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What went wrong in each dialog, as its hints and its outcome state it. One thread.
public final class DialogCauses {

    /// What a user chose, or meets every day, is no problem.
    static final Set<Cause> USUAL = EnumSet.of(Cause.BUSY, Cause.DECLINED, Cause.UNAVAILABLE, Cause.NOT_FOUND,
            Cause.UNWANTED, Cause.AUTHENTICATION_REQUIRED);

    /// A server that does not offer what a client asks for beside calls and registrations.
    private static final Set<Cause> NOT_OFFERED =
            EnumSet.of(Cause.REQUEST_REJECTED, Cause.SERVER_ERROR, Cause.MEDIA_NOT_ACCEPTABLE, Cause.DIALOG_UNKNOWN);

    /// Nobody is known to suffer from these.
    private static final Set<DialogHint> HARMLESS =
            EnumSet.of(DialogHint.ONE_WAY_MEDIA, DialogHint.OTHER_PHRASE, DialogHint.OUT_OF_ORDER);

    /// Why another one is there: their names stand beside its.
    private static final Set<DialogHint> EXPLAINING = EnumSet.of(DialogHint.CONTACT_UNREACHABLE, DialogHint.ACK_ROUTE,
            DialogHint.TAG_MISSING, DialogHint.CSEQ_BACK, DialogHint.NO_PRACK);

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

    public DialogCauses(TransactionTable table) {
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

    /// Those of a dialog, the one that explains most first; none where nothing went wrong, where no
    /// request was captured, and where a response was most likely not captured. Cost: the messages
    /// of the dialog.
    public List<DialogCause> of(int dialog) {
        OptionalInt request = IntStream.of(index.messagesOf(dialog)).filter(index.messages()::isRequest).findFirst();
        DialogOutcome outcome = outcomes.of(dialog);
        if (request.isEmpty() || isUnheard(dialog, request.getAsInt(), outcome)) {
            return List.of();
        }
        List<FoundHint> found = hints.of(dialog, outcome);
        List<FoundHint> failures = found.stream().filter(each -> !HARMLESS.contains(each.hint())).toList();
        List<DialogCause> causes = new ArrayList<>();
        if (!failures.isEmpty()) {
            causes.add(cause(failures, outcome));
        } else if (isFailure(dialog, outcome)) {
            causes.add(cause(dialog, outcome));
        } else if (isRegistered(dialog, outcome)) {
            causes.add(notFound(dialog, outcome));
        }
        found.stream()
                .filter(each -> HARMLESS.contains(each.hint()))
                .map(each -> cause(each, List.of(), "", false))
                .forEach(causes::add);
        return List.copyOf(causes);
    }

    /// Whether a request seems unanswered only because no responses are captured at its place: its
    /// sender did not repeat it.
    private boolean isUnheard(int dialog, int request, DialogOutcome outcome) {
        return outcome.cause() == Cause.NO_RESPONSE && !table.visibility(request).hasResponses()
                && IntStream.of(index.messagesOf(dialog)).noneMatch(index.messages()::isRetransmission);
    }

    /// Hints of one dialog are about one thing: what happened first, and why.
    private static DialogCause cause(List<FoundHint> found, DialogOutcome outcome) {
        FoundHint first = found.getFirst();
        List<FoundHint> others = found.subList(1, found.size());
        return cause(first, others, outcome.status() >= 300 ? " " + outcome.status() : "", true);
    }

    /// What follows from the first one is left out: who reads that no ACK came need not read how often
    /// the answer was repeated.
    private static DialogCause cause(FoundHint first, List<FoundHint> others, String variant, boolean isFailure) {
        List<FoundHint> explaining = others.stream().filter(each -> EXPLAINING.contains(each.hint())).toList();
        boolean isTimed = others.stream().anyMatch(each -> each.hint() == DialogHint.DROPPED_AFTER_32_S);
        String kind = first.hint().id();
        String reasons = explaining.stream().map(each -> " " + each.hint().id()).collect(Collectors.joining());
        List<Sentence> names = new ArrayList<>();
        names.add(title(kind + (isTimed ? ".timed" : ""), first.hint()));
        explaining.forEach(each -> names.add(title(each.hint().id() + ".reason", each.hint())));
        List<FoundHint> told = Stream.concat(Stream.of(first), explaining.stream()).toList();
        return new DialogCause(kind, kind + variant + reasons, Sentence.joined(Punctuation.COMMA, names),
                Sentence.joined(Punctuation.SPACE,
                        told.stream().map(each -> Sentence.english(each.explanation())).toList()),
                "",
                Stream.concat(Stream.of(first), others.stream())
                        .flatMap(each -> each.evidence().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                isFailure);
    }

    private static Sentence title(String key, DialogHint hint) {
        return ProblemMethod.TEXTS.find("title." + key)
                .or(() -> ProblemMethod.TEXTS.find("title." + hint.id()))
                .orElseGet(() -> Sentence.term(hint.label()));
    }

    private DialogCause cause(int dialog, DialogOutcome outcome) {
        String method = method(dialog, outcome);
        Cause cause = outcome.cause();
        Sentence source = Sentence.term(cause.source());
        String kind = cause.name().toLowerCase(Locale.ROOT);
        return new DialogCause(kind, kind + " " + method + (outcome.status() > 0 ? " " + outcome.status() : ""),
                ProblemMethod.TEXTS.sentence("cause", Sentence.term(method), Sentence.term(outcome.text())),
                decided(outcome)
                        .map(response -> ProblemMethod.TEXTS.sentence("cause.decided", Sentence.captured(response),
                                source))
                        .orElseGet(() -> ProblemMethod.TEXTS.sentence("cause.source", source)),
                cause.source(), outcome.evidence() == Attempt.NONE ? List.of() : List.of(outcome.evidence()), true);
    }

    private DialogCause notFound(int dialog, DialogOutcome outcome) {
        String kind = "not_found_though_registered";
        return new DialogCause(kind, kind,
                ProblemMethod.TEXTS.sentence("cause.registered", Sentence.term(outcome.text())),
                ProblemMethod.TEXTS.sentence("cause.registered.text",
                        Sentence.user(table.user(requested.getOrDefault(dialog, HopTransaction.NONE)))),
                outcome.cause().source(), List.of(outcome.evidence()), true);
    }

    /// The response that decided an outcome: `500 Server Internal Error (Request out of order)`.
    private Optional<String> decided(DialogOutcome outcome) {
        return outcome.evidence() == Attempt.NONE || index.messages().isRequest(outcome.evidence())
                ? Optional.empty()
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
        boolean isBad = outcome.outcome() == Outcome.DROPPED || outcome.outcome() == Outcome.FAILED
                || (outcome.outcome() == Outcome.REFUSED && !USUAL.contains(outcome.cause()));
        String method = method(dialog, outcome);
        boolean isNeeded = outcome.isCall() || method.equals(REGISTRATION);
        return isBad && (isNeeded || !(NOT_OFFERED.contains(outcome.cause()) || method.equals(PROBE)));
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
