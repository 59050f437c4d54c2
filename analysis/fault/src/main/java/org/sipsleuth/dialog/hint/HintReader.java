package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.sight.Sight;

/// Finds the hints of dialogs. One thread at a time. Messages are parsed only where an outcome asks
/// for an explanation.
public final class HintReader {

    /// What a server answers that got no answer from the next one (RFC 3261 §16.6, §16.9).
    private static final Set<Cause> OF_NEXT_HOP = Set.of(Cause.REQUEST_TIMEOUT, Cause.SERVER_TIMEOUT,
            Cause.SERVICE_UNAVAILABLE, Cause.SERVER_ERROR, Cause.UNAVAILABLE, Cause.NO_FINAL_RESPONSE);

    private static final Set<Cause> OF_TIMEOUT = Set.of(Cause.REQUEST_TIMEOUT, Cause.SERVER_TIMEOUT);

    /// The retransmissions of an INVITE come 0.5, 1.5, 3.5 and 7.5 s after it (RFC 3261
    /// §17.1.1.2). Where the response states a timeout, fewer prove it.
    private static final int REPEATED = 5;

    private static final int REPEATED_OF_TIMEOUT = 3;

    private final SipIndex index;
    private final MessageTable messages;
    private final DialogWalk walk;
    private final MediaAddresses media;
    private final ResponseHints responses;
    private final MatchHints matches;
    private final CallHints calls;
    private final NotedHints notes;
    private final HopHints hops;
    private final RefusalHints refusals;
    private final ReasonHints reasons;
    private final TransferHints transfers;
    private final ReinviteHints reinvites;
    private final UsedNonces nonces;

    public HintReader(SipIndex index) {
        this(new Sight(index));
    }

    /// @param sight what the capture can see; several readers share one
    public HintReader(Sight sight) {
        index = sight.index();
        messages = index.messages();
        walk = new DialogWalk(index);
        media = new MediaAddresses(index);
        responses = new ResponseHints(index);
        matches = new MatchHints(index);
        calls = new CallHints(sight, matches);
        notes = new NotedHints(index);
        hops = new HopHints(index);
        refusals = new RefusalHints(index);
        reasons = new ReasonHints(index);
        transfers = new TransferHints(index);
        reinvites = new ReinviteHints(index);
        nonces = new UsedNonces(index);
    }

    /// The hints of a dialog, the one that explains most first; empty for what went well, unless
    /// its media may not have arrived, its BYE states a fault, a transfer or a re-INVITE failed, or a
    /// response contradicts itself.
    ///
    /// @param outcome that of the dialog
    public List<FoundHint> of(int dialog, DialogOutcome outcome) {
        return index.conceals(Concealed.HINTS) ? List.of() : found(dialog, outcome);
    }

    private List<FoundHint> found(int dialog, DialogOutcome outcome) {
        boolean isPlain = outcome.outcome() == Outcome.COMPLETED || outcome.outcome() == Outcome.SUCCEEDED;
        List<FoundHint> hints = new ArrayList<>();
        if (isPlain && !outcome.isCall()) {
            transfers.of(dialog, outcome.isCall()).ifPresent(hints::add);
            hints.addAll(responses.of(dialog, false));
            return hints;
        }
        walk.read(dialog);
        Optional<Attempt> call = walk.lastCall();
        if (!isPlain) {
            long end = index.dialogs().clockEndNanos(dialog);
            call.filter(attempt -> attempt.exchange().isAnswered())
                    .ifPresent(attempt -> calls.add(attempt, outcome, end, hints));
            addOfFailure(dialog, outcome, hints);
        }
        call.filter(attempt -> !attempt.exchange().isAnswered())
                .flatMap(attempt -> matches.ofCancel(dialog, attempt))
                .ifPresent(hints::add);
        hints.addAll(notes.of(dialog, outcome));
        if (outcome.isCall() && hints.stream().noneMatch(each -> each.hint() == DialogHint.CSEQ_BACK)) {
            reinvites.of(dialog).ifPresent(hints::add);
        }
        if (!isPlain) {
            call.ifPresent(attempt -> calls.addOfCause(attempt, outcome, !hints.isEmpty(), hints));
            refusals.of(dialog, outcome, call, !hints.isEmpty())
                    .filter(each -> hints.stream().noneMatch(other -> other.hint() == each.hint()))
                    .ifPresent(hints::add);
        }
        call.flatMap(attempt -> media.of(dialog, attempt)).ifPresent(hints::add);
        if (outcome.isCall()) {
            hints.addAll(reasons.of(dialog));
        }
        transfers.of(dialog, outcome.isCall()).ifPresent(hints::add);
        hints.addAll(responses.of(dialog, outcome.cause() == Cause.NO_RESPONSE));
        return hints;
    }

    /// Those of a refused request outside of calls, where its dialog has others.
    ///
    /// @param outcome that of the request
    public List<FoundHint> ofRefused(int dialog, DialogOutcome outcome) {
        if (index.conceals(Concealed.HINTS)) {
            return List.of();
        }
        List<FoundHint> hints = new ArrayList<>();
        addOfFailure(dialog, outcome, hints);
        refusals.of(dialog, outcome, Optional.empty(), !hints.isEmpty()).ifPresent(hints::add);
        return List.copyOf(hints);
    }

    /// What refused a dialog and what that means, with the values that both messages state:
    /// `SUBSCRIBE was refused with 489 Bad Event. …`; empty where no response decided.
    public Optional<String> refusal(DialogOutcome outcome) {
        return refusals.text(outcome);
    }

    /// What was never answered, and credentials that were refused.
    private void addOfFailure(int dialog, DialogOutcome outcome, List<FoundHint> hints) {
        int evidence = outcome.evidence();
        Cause cause = outcome.cause();
        if (cause == Cause.NO_RESPONSE && outcome.isCall()) {
            hints.add(new FoundHint(DialogHint.NO_ANSWER, "No response to INVITE was captured: it or the response was"
                    + " lost, or the response took another path.", List.of(evidence)));
            hops.of(dialog, false, 1).ifPresent(hints::add);
        } else if (cause == Cause.NO_FINAL_RESPONSE && outcome.isCall()) {
            hints.add(new FoundHint(DialogHint.NO_FINAL_RESPONSE,
                    "INVITE got a %s, and no final response for three minutes after it: nobody took the call, and nobody ended it."
                            .formatted(messages.typeName(messages.type(evidence))),
                    List.of(evidence)));
        } else if (cause == Cause.AUTHENTICATION_FAILED) {
            hints.add(new FoundHint(DialogHint.AUTHENTICATION_FAILED,
                    "Credentials were refused with %d: a wrong user or password, or a nonce that the server no longer takes without saying so (stale=true).%s"
                            .formatted(outcome.status(), quoted(evidence)),
                    List.of(evidence)));
        } else if (cause == Cause.NONCE_EXPIRED) {
            hints.add(new FoundHint(DialogHint.NONCE_EXPIRED,
                    "Credentials were refused with %d because their nonce had expired, as the response states, and %s: no sign of a wrong password.%s"
                            .formatted(outcome.status(), repeated(evidence), quoted(evidence)),
                    List.of(evidence)));
        }
        if (outcome.isCall() && outcome.outcome() == Outcome.SETTING_UP) {
            hops.soFar(dialog, REPEATED).ifPresent(hints::add);
        } else if (outcome.isCall() && OF_NEXT_HOP.contains(cause)) {
            hops.of(dialog, true, OF_TIMEOUT.contains(cause) ? REPEATED_OF_TIMEOUT : REPEATED).ifPresent(hints::add);
        }
    }

    /// What the client did with the new nonce.
    private String repeated(int response) {
        int times = response == NONE ? 0 : nonces.repeated(response);
        return times == 0 ? "the request was not repeated with the new one"
                : "the request was repeated with the old one (%s) instead of the new one"
                        .formatted(times == 1 ? "once" : times + " times");
    }

    private String quoted(int response) {
        String values = response == NONE ? "" : QuotedValues.of(index.message(response));
        return values.isEmpty() ? "" : " " + values;
    }
}
