package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.sipsleuth.capture.IpText;
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
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;

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

    private final SipIndex index;
    private final MessageTable messages;
    private final DialogWalk walk;
    private final MediaAddresses media;

    public HintReader(SipIndex index) {
        this.index = index;
        messages = index.messages();
        walk = new DialogWalk(index);
        media = new MediaAddresses(index);
    }

    /// The hints of a dialog, the one that explains most first; empty for what went well, unless
    /// its media may not have arrived.
    ///
    /// @param outcome that of the dialog
    public List<FoundHint> of(int dialog, DialogOutcome outcome) {
        boolean isPlain =
                outcome.outcome().isGood()
                        && outcome.cause() != Cause.ACK_AWAITED
                        && outcome.cause() != Cause.BYE_AWAITS_ANSWER;
        if (isPlain && !outcome.isCall()) {
            return List.of();
        }
        List<FoundHint> hints = new ArrayList<>();
        walk.read(dialog);
        Optional<Attempt> call = walk.lastCall();
        if (!isPlain) {
            call.ifPresent(its -> addOfCall(its, outcome, hints));
            addOfRefusal(outcome, hints);
        }
        addOfNotes(dialog, outcome, hints);
        call.flatMap(media::of).ifPresent(hints::add);
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
            hintOf(note.rule())
                    .filter(hint -> hint == DialogHint.LOOP || isExplainedByNotes(outcome))
                    .map(hint -> new FoundHint(hint, note.text(), List.of(note.message())))
                    .ifPresent(hints::add);
        }
    }

    private static boolean isExplainedByNotes(DialogOutcome outcome) {
        return outcome.isCall()
                && switch (outcome.cause()) {
                    case NO_ACK,
                            BYE_REFUSED,
                            BYE_UNANSWERED,
                            REQUEST_UNANSWERED,
                            DIALOG_UNKNOWN,
                            SERVER_TIMEOUT,
                            SERVER_ERROR,
                            REQUEST_TIMEOUT,
                            NO_FINAL_RESPONSE ->
                            true;
                    default -> false;
                };
    }

    private static Optional<DialogHint> hintOf(HintRule rule) {
        return Optional.ofNullable(
                switch (rule) {
                    case TAG_MISSING -> DialogHint.TAG_MISSING;
                    case CSEQ_BACK -> DialogHint.CSEQ_BACK;
                    case ACK_ROUTE -> DialogHint.ACK_ROUTE;
                    case MISSING_PRACK -> DialogHint.NO_PRACK;
                    case LOOPING -> DialogHint.LOOP;
                    default -> null;
                });
    }

    private int acks(int dialog) {
        int acks = 0;
        for (int message : index.messagesOf(dialog)) {
            acks += messages.type(message) == MessageTypes.ACK ? 1 : 0;
        }
        return acks;
    }

    private void addOfCall(Attempt call, DialogOutcome outcome, List<FoundHint> hints) {
        if (!call.exchange().isAnswered()) {
            return;
        }
        boolean hasNoAck =
                outcome.cause() == Cause.NO_ACK
                        || (outcome.cause() == Cause.ACK_AWAITED
                                && call.handshake().repeats() >= REPEATS_OF_LOST_ACK);
        Exchange bye = call.release();
        boolean isByeLost =
                bye.isBegun()
                        && bye.last() == NONE
                        && bye.isSilent(messages, index.dialogs().captureEndNanos());
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
            hints.add(
                    new FoundHint(
                            DialogHint.BYE_UNANSWERED,
                            "BYE was never answered: the other side is gone, or BYE does not reach"
                                    + " it.",
                            bye.lastRepeat() == NONE
                                    ? List.of(bye.request())
                                    : List.of(bye.request(), bye.lastRepeat())));
        }
        if (outcome.cause() == Cause.SESSION_TIMER_EXPIRED) {
            hints.add(
                    new FoundHint(
                            DialogHint.SESSION_TIMER_EXPIRED,
                            "The session was not refreshed before its interval (Session-Expires)"
                                    + " expired.",
                            List.of(outcome.evidence())));
        }
    }

    private void addNoAck(Attempt call, Handshake lost, List<FoundHint> hints) {
        int answer = lost.answer();
        int last = lost.lastRepeat();
        boolean isFirst = answer == call.answer();
        String its = messages.type(answer) + (isFirst ? "" : " to the re-INVITE");
        String side = isFirst ? "callee" : "other side";
        hints.add(
                new FoundHint(
                        DialogHint.NO_ACK,
                        lost.ack() == NONE
                                ? "No ACK follows the %s: the %s retransmits it for 32 s and then drops the call."
                                        .formatted(its, side)
                                : "The %s retransmits its %s although ACK was sent: ACK does not reach it."
                                        .formatted(side, its),
                        List.of(answer)));
        int bye = call.release().request();
        int end = bye == NONE ? last : bye;
        double after = seconds(answer, end);
        if (after >= EARLIEST_DROP && after <= LATEST_DROP) {
            hints.add(
                    new FoundHint(
                            DialogHint.DROPPED_AFTER_32_S,
                            "The call ended %.1f s after the answer: 64 × T1, the time a callee waits for ACK."
                                    .formatted(after),
                            List.of(answer, end)));
        }
        hints.add(
                new FoundHint(
                        DialogHint.ANSWER_REPEATED,
                        "The %s was retransmitted %d times within %.1f s."
                                .formatted(its, lost.repeats(), seconds(answer, last)),
                        List.of(answer, last)));
    }

    private double seconds(int from, int to) {
        return (messages.capturedAtNanos(to) - messages.capturedAtNanos(from)) / NANOS_PER_SECOND;
    }

    /// A Contact in a private network, in a message that left it.
    private Optional<FoundHint> contact(int message) {
        if (message == NONE || !isOverPublic(message)) {
            return Optional.empty();
        }
        return index.message(message).contacts().stream()
                .map(NameAddr::sipUri)
                .flatMap(Optional::stream)
                .map(SipUri::host)
                .map(Addresses::literal)
                .flatMap(Optional::stream)
                .filter(Addresses::isPrivate)
                .map(InetAddress::getAddress)
                .findFirst()
                .map(
                        address ->
                                new FoundHint(
                                        DialogHint.CONTACT_UNREACHABLE,
                                        "Contact is %s, an address reachable only from its own network: ACK, BYE and re-INVITE to it are lost."
                                                .formatted(IpText.of(address)),
                                        List.of(message)));
    }

    private boolean isOverPublic(int message) {
        return IntStream.of(messages.source(message), messages.destination(message))
                .anyMatch(end -> !Addresses.isPrivate(messages.endpoint(end).address()));
    }

    private void addOfRefusal(DialogOutcome outcome, List<FoundHint> hints) {
        int status = outcome.status();
        OptionalInt evidence =
                outcome.evidence() == NONE
                        ? OptionalInt.empty()
                        : OptionalInt.of(outcome.evidence());
        switch (outcome.cause()) {
            case NO_RESPONSE -> {
                if (outcome.isCall()) {
                    add(
                            DialogHint.NO_ANSWER,
                            "INVITE had no response for 32 s: either it or the response was lost.",
                            evidence,
                            hints);
                }
            }
            case AUTHENTICATION_FAILED ->
                    add(
                            DialogHint.AUTHENTICATION_FAILED,
                            "Credentials were refused with %d: wrong user or password, or an expired nonce."
                                    .formatted(status),
                            evidence,
                            hints);
            case MEDIA_NOT_ACCEPTABLE -> {
                if (status != 406) {
                    add(
                            DialogHint.CODEC_MISMATCH,
                            "Refused with %d: no codec, media type or transport of the offer is acceptable."
                                    .formatted(status),
                            evidence,
                            hints);
                }
            }
            case LOOP ->
                    add(
                            DialogHint.LOOP,
                            "Refused with %d: the request returned to a proxy it had passed, or Max-Forwards reached 0."
                                    .formatted(status),
                            evidence,
                            hints);
            case INTERVAL_TOO_SMALL -> {
                if (status == 422) {
                    add(
                            DialogHint.INTERVAL_TOO_SMALL,
                            "Refused with 422: the session interval is below the Min-SE of the"
                                    + " other side.",
                            evidence,
                            hints);
                }
            }
            case SERVICE_UNAVAILABLE -> {
                boolean isOverload =
                        evidence.isPresent()
                                && index.message(evidence.getAsInt())
                                        .header("Retry-After")
                                        .isPresent();
                if (isOverload) {
                    add(
                            DialogHint.OVERLOAD,
                            "503 with Retry-After: the server is overloaded or in maintenance.",
                            evidence,
                            hints);
                }
            }
            default -> {}
        }
    }

    private static void add(
            DialogHint hint, String words, OptionalInt evidence, List<FoundHint> hints) {
        hints.add(new FoundHint(hint, words, List.of(evidence.orElseThrow())));
    }
}
