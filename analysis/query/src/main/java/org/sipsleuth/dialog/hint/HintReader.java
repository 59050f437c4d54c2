package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.DialogWalk;
import org.sipsleuth.dialog.attempt.Exchange;
import org.sipsleuth.dialog.attempt.Handshake;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.Addresses;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.HintRule;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.sip.reason.ReasonValue;

/// Finds the hints of dialogs. One thread at a time. Messages are parsed only where an outcome asks
/// for an explanation.
public final class HintReader {

    private static final double NANOS_PER_SECOND = 1e9;

    /// Around 64 × T1 = 32 s (RFC 3261 §13.3.1.4): from the last repeats to an answer that took
    /// its time.
    private static final double EARLIEST_DROP = 29;

    private static final double LATEST_DROP = 40;

    private static final int REPEATS_OF_LOST_ACK = 3;

    /// A dialog in which a request loops has so many messages at least.
    private static final int FEWEST_OF_LOOP = 20;

    /// The messages of longer dialogs are not read for a hint.
    private static final int MOST_NOTED = 500;

    /// A call has one BYE, or one of each party and branch; of more the first ones are read.
    private static final int MOST_BYES = 100;

    /// Causes that a note at a single message may explain.
    private static final Set<Cause> EXPLAINED_BY_NOTES = Set.of(Cause.NO_ACK, Cause.BYE_REFUSED, Cause.BYE_UNANSWERED,
            Cause.REQUEST_UNANSWERED, Cause.DIALOG_UNKNOWN, Cause.SERVER_TIMEOUT, Cause.SERVER_ERROR,
            Cause.REQUEST_TIMEOUT, Cause.NO_FINAL_RESPONSE);

    private static final Map<HintRule, DialogHint> HINTS_OF_NOTES = Map.of(HintRule.TAG_MISSING, DialogHint.TAG_MISSING,
            HintRule.CSEQ_BACK, DialogHint.CSEQ_BACK, HintRule.ACK_ROUTE, DialogHint.ACK_ROUTE, HintRule.MISSING_PRACK,
            DialogHint.NO_PRACK, HintRule.LOOPING, DialogHint.LOOP);

    private final SipIndex index;
    private final MessageTable messages;
    private final DialogWalk walk;
    private final MediaAddresses media;
    private final ResponseHints responses;

    public HintReader(SipIndex index) {
        this.index = index;
        messages = index.messages();
        walk = new DialogWalk(index);
        media = new MediaAddresses(index);
        responses = new ResponseHints(index);
    }

    /// The hints of a dialog, the one that explains most first; empty for what went well, unless
    /// its media may not have arrived, its BYE states a fault, or a response contradicts itself.
    ///
    /// @param outcome that of the dialog
    public List<FoundHint> of(int dialog, DialogOutcome outcome) {
        boolean isPlain = outcome.outcome() == Outcome.COMPLETED || outcome.outcome() == Outcome.SUCCEEDED;
        if (isPlain && !outcome.isCall()) {
            return responses.of(dialog);
        }
        List<FoundHint> hints = new ArrayList<>();
        walk.read(dialog);
        Optional<Attempt> call = walk.lastCall();
        if (!isPlain) {
            long end = index.dialogs().clockEndNanos(dialog);
            call.ifPresent(attempt -> addOfCall(attempt, outcome, end, hints));
            addOfRefusal(outcome, hints);
        }
        addOfNotes(dialog, outcome, hints);
        call.flatMap(attempt -> media.of(dialog, attempt)).ifPresent(hints::add);
        if (outcome.isCall()) {
            fault(dialog).ifPresent(hints::add);
        }
        hints.addAll(responses.of(dialog));
        return hints;
    }

    /// What single messages show ([DialogNotes]), where that explains the outcome; a loop always.
    private void addOfNotes(int dialog, DialogOutcome outcome, List<FoundHint> hints) {
        int count = index.dialogs().messageCount(dialog);
        boolean mayLoop = count >= FEWEST_OF_LOOP && acks(dialog) >= FEWEST_OF_LOOP / 2;
        if (count > MOST_NOTED || !(mayLoop || isExplainedByNotes(outcome))) {
            return;
        }
        for (Hint note : DialogNotes.of(index, List.of(dialog), RunMonitor.NONE)) {
            Optional.ofNullable(HINTS_OF_NOTES.get(note.rule()))
                    .filter(hint -> hint == DialogHint.LOOP || isExplainedByNotes(outcome))
                    .map(hint -> new FoundHint(hint, note.text(), List.of(note.message())))
                    .ifPresent(hints::add);
        }
    }

    private static boolean isExplainedByNotes(DialogOutcome outcome) {
        return outcome.isCall() && EXPLAINED_BY_NOTES.contains(outcome.cause());
    }

    private int acks(int dialog) {
        int acks = 0;
        for (int message : index.messagesOf(dialog)) {
            acks += messages.type(message) == MessageTypes.ACK ? 1 : 0;
        }
        return acks;
    }

    private void addOfCall(Attempt call, DialogOutcome outcome, long endNanos, List<FoundHint> hints) {
        if (!call.exchange().isAnswered()) {
            return;
        }
        Exchange bye = call.release();
        boolean isAckAwaited = outcome.outcome() == Outcome.ESTABLISHED && !bye.isBegun()
                && call.handshake().isUnheard(messages, endNanos) && call.handshake().repeats() >= REPEATS_OF_LOST_ACK;
        boolean hasNoAck = outcome.cause() == Cause.NO_ACK || isAckAwaited;
        boolean isByeLost = bye.isBegun() && bye.last() == NONE && bye.isSilent(messages, endNanos);
        Handshake reinvite = call.session().reinvite();
        boolean isOfReinvite = hasNoAck && outcome.evidence() == reinvite.answer();
        Handshake lost = isOfReinvite ? reinvite : call.handshake();
        if (hasNoAck) {
            addNoAck(call, lost, hints);
        }
        if (hasNoAck || isByeLost) {
            contact(lost.answer()).or(() -> contact(call.request())).ifPresent(hints::add);
        }
        if (isByeLost) {
            hints.add(new FoundHint(DialogHint.BYE_UNANSWERED,
                    "No response to BYE was captured: the other side is gone, BYE does not"
                            + " reach it, or the response took another path.",
                    bye.lastRepeat() == NONE ? List.of(bye.request()) : List.of(bye.request(), bye.lastRepeat())));
        }
        if (outcome.cause() == Cause.SESSION_TIMER_EXPIRED) {
            hints.add(new FoundHint(DialogHint.SESSION_TIMER_EXPIRED,
                    "The session was not refreshed before its interval (Session-Expires) expired.",
                    List.of(outcome.evidence())));
        }
    }

    private void addNoAck(Attempt call, Handshake lost, List<FoundHint> hints) {
        int answer = lost.answer();
        int last = lost.lastRepeat();
        boolean isFirst = answer == call.answer();
        String response = messages.type(answer) + (isFirst ? "" : " to the re-INVITE");
        String sender = isFirst ? "the callee" : "its sender";
        int ack = lost.ack();
        int bye = call.release().request();
        boolean isByeOfSender = bye != NONE && messages.source(bye) == messages.source(answer);
        hints.add(new FoundHint(DialogHint.NO_ACK,
                ack == NONE
                        ? "No ACK follows the %s, which was retransmitted for %.1f s%s.".formatted(response,
                                seconds(answer, last), isByeOfSender ? " until " + sender + " sent BYE" : "")
                        : "The %s was retransmitted for %.1f s after ACK was sent: ACK does not reach %s."
                                .formatted(response, seconds(ack, last), sender),
                List.of(answer)));
        int end = isByeOfSender ? bye : last;
        double after = seconds(answer, end);
        if (after >= EARLIEST_DROP && after <= LATEST_DROP && (isByeOfSender || bye == NONE)) {
            hints.add(new FoundHint(DialogHint.DROPPED_AFTER_32_S,
                    "%s %.1f s after the %s, about 64 × T1: as long as a callee waits for ACK."
                            .formatted(isByeOfSender ? (isFirst ? "The callee" : "The other side") + " sent BYE"
                                    : "The last retransmission came", after, response),
                    List.of(answer, end)));
        }
        hints.add(new FoundHint(DialogHint.ANSWER_REPEATED, "The %s was retransmitted %d times within %.1f s."
                .formatted(response, lost.repeats(), seconds(answer, last)), List.of(answer, last)));
    }

    private double seconds(int from, int to) {
        return (messages.capturedAtNanos(to) - messages.capturedAtNanos(from)) / NANOS_PER_SECOND;
    }

    /// A Contact that the receiver of the message cannot reach.
    private Optional<FoundHint> contact(int message) {
        if (message == NONE) {
            return Optional.empty();
        }
        InetAddress source = messages.endpoint(messages.source(message)).address();
        InetAddress destination = messages.endpoint(messages.destination(message)).address();
        return index.message(message)
                .contacts()
                .stream()
                .map(NameAddr::sipUri)
                .flatMap(Optional::stream)
                .map(SipUri::host)
                .map(Addresses::of)
                .flatMap(Optional::stream)
                .filter(named -> Addresses.isUnreachable(named.address(), source, destination))
                .findFirst()
                .map(named -> new FoundHint(DialogHint.CONTACT_UNREACHABLE,
                        "Contact of the %s is %s, %s: ACK, BYE and re-INVITE sent there do not arrive."
                                .formatted(messages.typeName(messages.type(message)), named.text(), named.reach()),
                        List.of(message)));
    }

    /// The first BYE whose Reason states a fault (RFC 3326).
    private Optional<FoundHint> fault(int dialog) {
        int byes = 0;
        for (int message : index.messagesOf(dialog)) {
            if (messages.type(message) != MessageTypes.BYE || messages.isRetransmission(message)) {
                continue;
            }
            if (++byes > MOST_BYES) {
                break;
            }
            Optional<ReasonValue> fault =
                    index.message(message).reasons().stream().filter(ReasonValue::isFault).findFirst();
            if (fault.isPresent()) {
                return Optional.of(new FoundHint(DialogHint.FAULT_IN_BYE,
                        "The Reason of BYE is %s: its sender reports a fault, not that somebody hung up."
                                .formatted(fault.get().registered()),
                        List.of(message)));
            }
        }
        return Optional.empty();
    }

    private void addOfRefusal(DialogOutcome outcome, List<FoundHint> hints) {
        int status = outcome.status();
        OptionalInt evidence = outcome.evidence() == NONE ? OptionalInt.empty() : OptionalInt.of(outcome.evidence());
        Cause cause = outcome.cause();
        if (cause == Cause.NO_RESPONSE && outcome.isCall()) {
            add(DialogHint.NO_ANSWER, "No response to INVITE was captured: it or the response was lost, or"
                    + " the response took another path.", evidence, hints);
        } else if (cause == Cause.AUTHENTICATION_FAILED) {
            add(DialogHint.AUTHENTICATION_FAILED,
                    "Credentials were refused with %d: a wrong user or password, or a nonce that the server no longer takes without saying so (stale=true)."
                            .formatted(status),
                    evidence, hints);
        } else if (cause == Cause.NONCE_EXPIRED) {
            add(DialogHint.NONCE_EXPIRED,
                    "Credentials were refused with %d because their nonce had expired (stale=true), and the request was not repeated with the new one: no sign of a wrong password."
                            .formatted(status),
                    evidence, hints);
        } else if (cause == Cause.MEDIA_NOT_ACCEPTABLE && status != 406) {
            add(DialogHint.CODEC_MISMATCH, notAcceptable(status), evidence, hints);
        } else if (cause == Cause.LOOP) {
            add(DialogHint.LOOP,
                    status == 482 ? "Refused with 482: the request returned to a server that it had passed."
                            : "Refused with 483: Max-Forwards had reached 0.",
                    evidence, hints);
        } else if (cause == Cause.INTERVAL_TOO_SMALL && status == 422) {
            add(DialogHint.INTERVAL_TOO_SMALL,
                    "Refused with 422: the session interval is below the minimum of the other side.", evidence, hints);
        } else if (cause == Cause.SERVICE_UNAVAILABLE && namesTime(evidence)) {
            add(DialogHint.OVERLOAD, "503 with Retry-After: the server is overloaded or in maintenance for a time.",
                    evidence, hints);
        }
    }

    private boolean namesTime(OptionalInt response) {
        return response.isPresent() && index.message(response.getAsInt()).header("Retry-After").isPresent();
    }

    private static String notAcceptable(int status) {
        return status == 415 ? "Refused with 415: the type of the body is not supported."
                : "Refused with %d: the session description is not acceptable.".formatted(status);
    }

    private static void add(DialogHint hint, String words, OptionalInt evidence, List<FoundHint> hints) {
        hints.add(new FoundHint(hint, words, List.of(evidence.orElseThrow())));
    }
}
