package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sipsleuth.capture.Addresses;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.Exchange;
import org.sipsleuth.dialog.attempt.Handshake;
import org.sipsleuth.dialog.note.MessageExplanation;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.dialog.sight.Sight;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.field.SipUri;
import org.sipsleuth.sip.reason.StatusPhrases;

/// Finds why an answered call was dropped: its ACK, BYE or refresh did not arrive.
final class CallHints {

    private static final double NANOS_PER_SECOND = 1e9;

    /// Around 64 × T1 = 32 s (RFC 3261 §13.3.1.4): from the last repeats to an answer that took
    /// its time.
    private static final double EARLIEST_DROP = 29;

    private static final double LATEST_DROP = 40;

    private static final int TIMEOUT = 408;
    private static final int REPEATS_OF_LOST_ACK = 3;

    private final Sight sight;
    private final MatchHints matches;
    private final SipIndex index;
    private final MessageTable messages;

    CallHints(Sight sight, MatchHints matches) {
        this.sight = sight;
        this.matches = matches;
        index = sight.index();
        messages = index.messages();
    }

    /// Adds those of an answered call.
    ///
    /// @param endNanos until when its clocks run
    void add(Attempt call, DialogOutcome outcome, long endNanos, List<FoundHint> hints) {
        if (!call.exchange().isAnswered()) {
            return;
        }
        Exchange bye = call.release();
        boolean isAckAwaited = outcome.outcome() == Outcome.ESTABLISHED && !bye.isKnown()
                && call.handshake().isUnheard(messages, endNanos) && call.handshake().repeats() >= REPEATS_OF_LOST_ACK;
        boolean hasNoAck = outcome.cause() == Cause.NO_ACK || isAckAwaited;
        boolean isByeLost = bye.last() == NONE && bye.isSilent(sight, endNanos);
        Handshake reinvite = call.session().reinvite();
        boolean isOfReinvite = hasNoAck && outcome.evidence() == reinvite.answer();
        Handshake lost = isOfReinvite ? reinvite : call.handshake();
        if (hasNoAck) {
            Optional<FoundHint> mismatch = matches.ofAck(messages.dialog(lost.answer()), lost);
            addNoAck(call, lost, mismatch.isPresent(), hints);
            mismatch.ifPresent(hints::add);
        }
        if (hasNoAck || isByeLost) {
            addContact(lost.answer(), call, hints);
        }
        if (isByeLost) {
            hints.add(new FoundHint(DialogHint.BYE_UNANSWERED,
                    "No response to BYE was captured: the other side is gone, BYE does not"
                            + " reach it, or the response took another path.",
                    bye.lastRepeat() == NONE ? List.of(bye.first()) : List.of(bye.first(), bye.lastRepeat())));
        }
    }

    /// Adds what the cause of the outcome alone says.
    ///
    /// @param isExplained whether other hints say why
    void addOfCause(Attempt call, DialogOutcome outcome, boolean isExplained, List<FoundHint> hints) {
        int evidence = outcome.evidence();
        Cause cause = outcome.cause();
        if (cause == Cause.BYE_REFUSED && !isExplained) {
            hints.add(refusal(DialogHint.BYE_REFUSED, "BYE", evidence));
        } else if (cause == Cause.BYE_UNANSWERED && !messages.isRequest(evidence)) {
            hints.add(refusal(DialogHint.BYE_UNANSWERED, "BYE", evidence));
        } else if (cause == Cause.REQUEST_UNANSWERED) {
            hints.add(lostInDialog(call, evidence));
        } else if (cause == Cause.SESSION_TIMER_EXPIRED) {
            hints.add(expired(call, evidence));
        }
    }

    private FoundHint refusal(DialogHint hint, String method, int response) {
        return new FoundHint(hint,
                "%s was %s with %s. %s".formatted(method, messages.type(response) == TIMEOUT ? "answered" : "refused",
                        StatusPhrases.words(messages.type(response), ""),
                        MessageExplanation.of(index, response).summary()),
                List.of(response));
    }

    private FoundHint lostInDialog(Attempt call, int request) {
        int last = call.session().last().last();
        String method = messages.typeName(messages.type(request));
        return last == NONE ? new FoundHint(DialogHint.REQUEST_IN_DIALOG_LOST,
                "No response to %s within the call was captured: the other side is gone, or %s does not reach it."
                        .formatted(method, method),
                List.of(request)) : refusal(DialogHint.REQUEST_IN_DIALOG_LOST, method + " within the call", last);
    }

    private FoundHint expired(Attempt call, int evidence) {
        int refreshed = call.session().refreshed() == NONE ? call.answer() : call.session().refreshed();
        String interval = index.message(refreshed).header("Session-Expires").map(QuotedValues::shown).orElse("");
        return new FoundHint(DialogHint.SESSION_TIMER_EXPIRED,
                "The session was not refreshed before its interval expired (Session-Expires: %s).".formatted(interval),
                List.of(evidence));
    }

    /// @param isMismatched whether an ACK was sent, and could not be matched
    private void addNoAck(Attempt call, Handshake lost, boolean isMismatched, List<FoundHint> hints) {
        int answer = lost.answer();
        int last = lost.lastRepeat();
        boolean isFirst = answer == call.answer();
        String response = messages.type(answer) + (isFirst ? "" : " to the re-INVITE");
        String sender = isFirst ? "the callee" : "its sender";
        int ack = lost.ack();
        int bye = call.release().first();
        boolean isByeOfSender = bye != NONE && call.release().asker(messages) == messages.source(answer);
        hints.add(new FoundHint(DialogHint.NO_ACK,
                ack == NONE || isMismatched
                        ? "No %sACK follows the %s, which was retransmitted for %.1f s%s.".formatted(
                                isMismatched ? "valid " : "", response, seconds(answer, last),
                                isByeOfSender ? " until " + sender + " sent BYE" : "")
                        : "The %s was retransmitted for %.1f s after ACK was sent: ACK does not reach %s."
                                .formatted(response, seconds(ack, last), sender),
                List.of(answer)));
        int end = isByeOfSender ? bye : last;
        double after = seconds(answer, end);
        if (after >= EARLIEST_DROP && after <= LATEST_DROP && isByeOfSender) {
            hints.add(
                    new FoundHint(DialogHint.DROPPED_AFTER_32_S,
                            "%s sent BYE %.1f s after the %s, about 64 × T1: as long as a callee waits for ACK."
                                    .formatted(isFirst ? "The callee" : "The other side", after, response),
                            List.of(answer, end)));
        }
        hints.add(new FoundHint(DialogHint.ANSWER_REPEATED, "The %s was retransmitted %d times within %.1f s."
                .formatted(response, lost.repeats(), seconds(answer, last)), List.of(answer, last)));
    }

    private double seconds(int from, int to) {
        return (messages.capturedAtNanos(to) - messages.capturedAtNanos(from)) / NANOS_PER_SECOND;
    }

    /// What is wrong with where the other side should send ACK and BYE.
    private void addContact(int answer, Attempt call, List<FoundHint> hints) {
        unreachable(answer).or(() -> unreachable(call.request())).ifPresent(hints::add);
        if (answer == NONE) {
            return;
        }
        if (answer == call.answer()) {
            missing(answer).ifPresent(hints::add);
        }
        otherTransport(answer).ifPresent(hints::add);
    }

    private Optional<FoundHint> missing(int answer) {
        return index.message(answer).contacts().isEmpty() && !messages.isCut(answer)
                ? Optional.of(new FoundHint(DialogHint.CONTACT_MISSING,
                        "The %s has no Contact: the other side does not know where to send ACK and BYE."
                                .formatted(messages.typeName(messages.type(answer))),
                        List.of(answer)))
                : Optional.empty();
    }

    /// A Contact with a `transport` that is not the one of the call: ACK and BYE go by that. A
    /// Record-Route decides instead where there is one.
    private Optional<FoundHint> otherTransport(int answer) {
        Transport used = messages.transport(answer);
        if (used != Transport.UDP && used != Transport.TCP && used != Transport.TLS) {
            return Optional.empty();
        }
        if (index.message(answer).header("Record-Route").isPresent()) {
            return Optional.empty();
        }
        return index.message(answer)
                .contacts()
                .stream()
                .findFirst()
                .flatMap(NameAddr::sipUri)
                .map(uri -> uri.parameters().getOrDefault("transport", ""))
                .filter(named -> !named.isEmpty() && !named.toUpperCase(Locale.ROOT).equals(used.name()))
                .map(named -> new FoundHint(DialogHint.CONTACT_TRANSPORT,
                        "Contact of the %s has transport=%s, but the call came over %s: ACK and BYE take the former."
                                .formatted(messages.typeName(messages.type(answer)), QuotedValues.shown(named), used),
                        List.of(answer)));
    }

    /// A Contact that the receiver of the message cannot reach.
    private Optional<FoundHint> unreachable(int message) {
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
}
