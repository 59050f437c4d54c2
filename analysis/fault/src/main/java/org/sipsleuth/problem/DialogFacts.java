package org.sipsleuth.problem;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
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
import org.sipsleuth.dialog.outcome.EndReasons;
import org.sipsleuth.dialog.outcome.MessageTexts;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.BindingLifetime;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// What problems are made of: the outcome of a dialog with its hints, what it asked for, and whether
/// somebody suffers from it. One thread.
public final class DialogFacts {

    /// What a user chose, or meets every day, is no problem.
    static final Set<Cause> USUAL = EnumSet.of(Cause.BUSY, Cause.DECLINED, Cause.UNAVAILABLE, Cause.NOT_FOUND,
            Cause.UNWANTED, Cause.AUTHENTICATION_REQUIRED, Cause.CODE_NOT_CAPTURED);

    /// Whether a call that ends so is no problem by that alone. A loop always is, but where its sender
    /// gave the request no hops.
    static boolean isUsual(Cause cause) {
        return USUAL.contains(cause) || cause == Cause.LOOP;
    }

    /// Nobody is known to suffer from these.
    private static final Set<DialogHint> HARMLESS = EnumSet.of(DialogHint.ONE_WAY_MEDIA, DialogHint.OTHER_PHRASE,
            DialogHint.OUT_OF_ORDER, DialogHint.UNAVAILABLE, DialogHint.UNWANTED, DialogHint.NOT_FOUND,
            DialogHint.NUMBER_INCOMPLETE, DialogHint.NUMBER_AMBIGUOUS, DialogHint.NO_HOPS);

    /// Clients ask for these again and again, whether or not a server offers them.
    private static final Set<String> EXTRAS = Set.of("SUBSCRIBE", "PUBLISH", "NOTIFY", "OPTIONS");

    /// Whatever it is refused with, calls depend on it.
    private static final String REGISTRATION = "REGISTER";

    /// Programs ask so whether a host is there.
    private static final String PROBE = "OPTIONS";

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final TransactionTable table;
    private final SipIndex index;
    private final OutcomeReader outcomes;
    private final HintReader hints;
    private final MessageTexts texts;
    private final EndReasons reasons;
    private final Registrations known;

    /// What is known of all dialogs. Read by any thread.
    ///
    /// @param accounts those that dialogs register
    /// @param registered the accepted REGISTERs of each user that add or remove bindings, in the order
    ///     of time
    /// @param requested the user that the last call of each dialog asks for
    private record Registrations(RegisteredAccounts accounts, Map<Integer, List<HopTransaction>> registered,
            Map<Integer, Integer> requested) {

        static Registrations of(TransactionTable table) {
            Map<Integer, List<HopTransaction>> registered = new HashMap<>();
            Map<Integer, Integer> requested = new HashMap<>();
            for (HopTransaction each : table.all()) {
                if (each.isAccepted() && (each.registers() || each.unregisters())) {
                    registered.computeIfAbsent(each.toUser(), _ -> new ArrayList<>(1)).add(each);
                }
                if (each.method() == MessageTypes.INVITE && !each.isCopy() && !each.isWithinDialog()) {
                    requested.put(each.dialog(), each.requestUser());
                }
            }
            return new Registrations(new RegisteredAccounts(table), registered, requested);
        }
    }

    public DialogFacts(TransactionTable table) {
        this(table, Registrations.of(table));
    }

    private DialogFacts(TransactionTable table, Registrations known) {
        this.table = table;
        this.known = known;
        index = table.index();
        outcomes = new OutcomeReader(table.sight());
        hints = new HintReader(table.sight());
        texts = new MessageTexts(index);
        reasons = new EndReasons(index, texts);
    }

    /// The same for another thread.
    public DialogFacts another() {
        return new DialogFacts(table, known);
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

    /// The outcomes of the accounts that a dialog registers beside the one that its outcome is of, and
    /// that were refused to the end.
    List<DialogOutcome> ofFurtherAccounts(int dialog, DialogOutcome outcome) {
        return known.accounts.refused(dialog, outcome.evidence())
                .stream()
                .map(each -> outcomes.ofRefused(each.request(), each.response()))
                .toList();
    }

    /// The hints of one of these.
    List<FoundHint> hintsOfAccount(int dialog, DialogOutcome outcome) {
        return hints.ofRefused(dialog, outcome);
    }

    /// How long after a refusal the same host was accepted with the same account, in ns; negative if
    /// that was before it.
    OptionalLong acceptedAfterNanos(int response) {
        return known.accounts.acceptedAfterNanos(response);
    }

    /// The hints of a dialog, the one that explains most first.
    public List<FoundHint> hints(int dialog, DialogOutcome outcome) {
        return hints.of(dialog, outcome);
    }

    /// Whether nobody is known to suffer from what a hint says.
    ///
    /// @param outcome of its dialog: what is not decided yet may still go well
    public static boolean isHarmless(FoundHint hint, Outcome outcome) {
        return HARMLESS.contains(hint.hint())
                || (hint.hint() == DialogHint.NEXT_HOP_SILENT && outcome == Outcome.SETTING_UP);
    }

    /// The same of a dialog: a registrar that does not know its user is no wrong number.
    static boolean isHarmless(FoundHint hint, DialogOutcome outcome) {
        return isHarmless(hint, outcome.outcome()) && (outcome.isCall() || hint.hint() != DialogHint.NOT_FOUND);
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
        boolean isUsual = (USUAL.contains(outcome.cause()) && (outcome.isCall() || outcome.cause() != Cause.NOT_FOUND))
                || isProbeOfHops(dialog, outcome);
        boolean isBad = outcome.outcome() == Outcome.DROPPED
                || ((outcome.outcome() == Outcome.FAILED || outcome.outcome() == Outcome.REFUSED) && !isUsual);
        return isBad && (isNeeded || !isProbe(method));
    }

    /// Whether its sender gave it no hops.
    private boolean isProbeOfHops(int dialog, DialogOutcome outcome) {
        return outcome.cause() == Cause.LOOP
                && hints.of(dialog, outcome).stream().anyMatch(each -> each.hint() == DialogHint.NO_HOPS);
    }

    /// Whether a user was not found whose binding was valid then, as far as was captured.
    public boolean isNotFoundThoughRegistered(int dialog, DialogOutcome outcome) {
        return outcome.cause() == Cause.NOT_FOUND && binding(dialog, outcome).isPresent();
    }

    /// The REGISTER whose binding was valid when the user whom a dialog asks for was not found: it
    /// was not removed, and its time was not over.
    private Optional<HopTransaction> binding(int dialog, DialogOutcome outcome) {
        int user = known.requested.getOrDefault(dialog, HopTransaction.NONE);
        if (user == HopTransaction.NONE || outcome.evidence() == Attempt.NONE) {
            return Optional.empty();
        }
        long at = index.messages().capturedAtNanos(outcome.evidence());
        for (HopTransaction each : known.registered.getOrDefault(user, List.of()).reversed()) {
            boolean isBefore = each.answeredAtNanos() < index.dialogs().startNanos(dialog);
            if (isBefore && each.unregisters()) {
                return Optional.empty();
            }
            if (isBefore && at - each.answeredAtNanos() <= BindingLifetime.seconds(index, each) * NANOS_PER_SECOND) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /// What decided an outcome: what a refusal states and means, else how often was asked for nothing.
    public Sentence explanation(int dialog, DialogOutcome outcome) {
        Optional<String> refusal = hints.refusal(outcome);
        if (refusal.isPresent()) {
            return Sentence.english(refusal.get());
        }
        Sentence method = Sentence.term(method(dialog, outcome));
        if (outcome.cause() == Cause.CODE_NOT_CAPTURED) {
            return ProblemTexts.TEXTS.sentence("cause.code_not_captured", method);
        }
        int evidence = outcome.evidence();
        if (outcome.cause() == Cause.NO_FINAL_RESPONSE && evidence != Attempt.NONE
                && !index.messages().isRequest(evidence)) {
            return ProblemTexts.TEXTS.sentence("cause.no_final_response", method,
                    Sentence.term(index.messages().typeName(index.messages().type(evidence))));
        }
        return outcome.cause() == Cause.NO_RESPONSE && evidence != Attempt.NONE
                ? ProblemTexts.TEXTS.sentence("cause.no_response", method, Sentence.count(sent(dialog, evidence)))
                : ProblemTexts.TEXTS.sentence("cause.source", Sentence.term(outcome.cause().source()));
    }

    /// The reason that the messages of a dialog state for its end; empty where they state none.
    String reason(int dialog) {
        return reasons.of(dialog, outcomes.of(dialog));
    }

    /// How often a request was sent.
    private long sent(int dialog, int request) {
        MessageTable messages = index.messages();
        return IntStream.of(index.messagesOf(dialog))
                .filter(each -> messages.isRequest(each) && messages.transaction(each) == messages.transaction(request))
                .count();
    }

    /// That the binding of the user whom a dialog asks for was valid.
    public Sentence registeredBefore(int dialog, DialogOutcome outcome) {
        return binding(dialog, outcome).map(register -> ProblemTexts.TEXTS.sentence("cause.registered.text",
                Sentence.user(table.user(register.toUser())),
                Sentence.count((index.messages().capturedAtNanos(outcome.evidence()) - register.answeredAtNanos())
                        / NANOS_PER_SECOND),
                Sentence.count(BindingLifetime.seconds(index, register)))).orElse(Sentence.none());
    }

    /// The messages that show it: who accepted the binding, and who did not find the user.
    List<Integer> registeredEvidence(int dialog, DialogOutcome outcome) {
        return Stream
                .concat(binding(dialog, outcome).map(HopTransaction::response).stream(),
                        evidence(outcome).stream().boxed())
                .toList();
    }

    /// The message that decided an outcome.
    public static OptionalInt evidence(DialogOutcome outcome) {
        return outcome.evidence() == Attempt.NONE ? OptionalInt.empty() : OptionalInt.of(outcome.evidence());
    }

    /// The method of the request whose outcome it is; that of the first one where that is not known.
    public String method(int dialog, DialogOutcome outcome) {
        MessageTable messages = index.messages();
        if (outcome.isCall()) {
            return messages.typeName(MessageTypes.INVITE);
        }
        int evidence = outcome.evidence();
        return IntStream.of(index.messagesOf(dialog))
                .filter(each -> evidence != Attempt.NONE && messages.isRequest(each)
                        && messages.transaction(each) == messages.transaction(evidence))
                .mapToObj(each -> messages.typeName(messages.type(each)))
                .findFirst()
                .orElseGet(() -> texts.method(dialog));
    }
}
