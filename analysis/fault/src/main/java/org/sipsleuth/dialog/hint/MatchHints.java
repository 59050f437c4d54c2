package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.Handshake;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.sip.field.NameAddr;

/// Finds ACKs and CANCELs that were sent and miss their INVITE, by CSeq, branch, tags or Call-ID
/// (RFC 3261 §9.1, §13.2.2.4, §17.1.1.3): to the other side they are none.
final class MatchHints {

    /// RFC 3261 §13.3.1.4: a callee waits so long for ACK.
    private static final long WAIT_NANOS = 40_000_000_000L;

    private static final int NO_SUCH_CALL = 481;

    private final SipIndex index;
    private final MessageTable messages;

    /// Dialogs that begin with an ACK or a CANCEL; read when one of another Call-ID is looked for.
    private int @Nullable [] strays;

    MatchHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// ACKs to a 2xx that its sender could not match.
    ///
    /// @param lost the 2xx that was sent again and again
    Optional<FoundHint> ofAck(int dialog, Attempt call, Handshake lost) {
        int answer = lost.answer();
        List<Integer> missed = IntStream.of(index.messagesOf(dialog))
                .filter(each -> each > answer && isBack(each, answer, MessageTypes.ACK))
                .filter(each -> !isMatched(each, answer))
                .boxed()
                .toList();
        Optional<FoundHint> within = missed.stream()
                .findFirst()
                .flatMap(first -> difference(first, answer, call.request()))
                .map(difference -> hint(DialogHint.ACK_MISMATCH, missed, difference, "The callee cannot match it."));
        return within.or(() -> ofAnotherCallId(dialog, answer, MessageTypes.ACK)
                .map(acks -> hint(DialogHint.ACK_MISMATCH, acks,
                        "another Call-ID than the %d (%s)".formatted(messages.type(answer), callId(acks.getFirst())),
                        "The callee cannot match it.")));
    }

    /// A CANCEL that was refused, or that nobody answered, since it is not that of its INVITE.
    Optional<FoundHint> ofCancel(int dialog, Attempt call) {
        int invite = call.exchange().lastRequest();
        if (invite == NONE) {
            return Optional.empty();
        }
        int[] all = index.messagesOf(dialog);
        for (int cancel : all) {
            if (cancel > invite && messages.type(cancel) == MessageTypes.CANCEL && isSameWay(cancel, invite)) {
                int refusal = IntStream.of(all)
                        .filter(each -> each > cancel && !messages.isRequest(each)
                                && messages.transaction(each) == messages.transaction(cancel))
                        .filter(each -> messages.type(each) >= 200)
                        .findFirst()
                        .orElse(NONE);
                boolean isAccepted = refusal != NONE && messages.type(refusal) != NO_SUCH_CALL;
                if (!isAccepted) {
                    List<Integer> shown = refusal == NONE ? List.of(cancel) : List.of(cancel, refusal);
                    return cancelDifference(cancel, invite).map(difference -> hint(DialogHint.CANCEL_MISMATCH, shown,
                            difference, refusal == NONE ? "Nobody answered it." : "It was refused with 481."));
                }
            }
        }
        return ofAnotherCallId(dialog, invite, MessageTypes.CANCEL)
                .map(cancels -> hint(DialogHint.CANCEL_MISMATCH, cancels,
                        "another Call-ID than the INVITE (%s)".formatted(callId(cancels.getFirst())),
                        "It withdraws nothing."));
    }

    private FoundHint hint(DialogHint hint, List<Integer> evidence, String difference, String effect) {
        String method = messages.typeName(messages.type(evidence.getFirst()));
        long times = evidence.stream().filter(each -> messages.isRequest(each)).count();
        return new FoundHint(hint,
                "%s was sent%s with %s. %s".formatted(method, times > 1 ? " " + times + " times" : "", difference, effect),
                evidence);
    }

    private boolean isBack(int request, int response, int method) {
        return messages.type(request) == method && messages.source(request) == messages.destination(response);
    }

    private boolean isSameWay(int one, int other) {
        return messages.source(one) == messages.source(other) && messages.destination(one) == messages.destination(other);
    }

    private boolean isMatched(int ack, int answer) {
        return messages.cseq(ack) == messages.cseq(answer) && tagsDiffer(ack, answer).isEmpty();
    }

    /// In what an ACK differs from what it should acknowledge.
    private Optional<String> difference(int ack, int answer, int invite) {
        if (messages.cseq(ack) != messages.cseq(answer)) {
            return Optional.of("CSeq %d; the INVITE has %d".formatted(messages.cseq(ack), messages.cseq(answer)));
        }
        return tagsDiffer(ack, answer);
    }

    private Optional<String> cancelDifference(int cancel, int invite) {
        if (messages.cseq(cancel) != messages.cseq(invite)) {
            return Optional.of("CSeq %d; its INVITE has %d".formatted(messages.cseq(cancel), messages.cseq(invite)));
        }
        String its = branch(cancel);
        String asked = branch(invite);
        if (!its.equals(asked) && !its.isEmpty() && !asked.isEmpty()) {
            return Optional.of("branch %s; its INVITE has %s".formatted(its, asked));
        }
        return fromTag(cancel).equals(fromTag(invite)) ? Optional.empty()
                : Optional.of("From tag %s; its INVITE has %s".formatted(fromTag(cancel), fromTag(invite)));
    }

    private Optional<String> tagsDiffer(int ack, int answer) {
        String to = toTag(ack);
        String from = fromTag(ack);
        if (!to.equals(toTag(answer))) {
            return Optional.of("To tag %s; the %d has %s".formatted(to, messages.type(answer), toTag(answer)));
        }
        return from.equals(fromTag(answer)) ? Optional.empty()
                : Optional.of("From tag %s; the %d has %s".formatted(from, messages.type(answer), fromTag(answer)));
    }

    /// Requests of another Call-ID, with the same From tag, that went the way that an ACK or CANCEL of
    /// this dialog would take, while it was awaited.
    private Optional<List<Integer>> ofAnotherCallId(int dialog, int message, int method) {
        boolean isResponse = !messages.isRequest(message);
        int from = isResponse ? messages.destination(message) : messages.source(message);
        int to = isResponse ? messages.source(message) : messages.destination(message);
        long begin = messages.capturedAtNanos(message);
        List<Integer> found = new ArrayList<>();
        for (int each : strays()) {
            int first = index.dialogs().firstMessage(each);
            if (each != dialog && messages.type(first) == method && messages.source(first) == from
                    && messages.destination(first) == to && messages.capturedAtNanos(first) >= begin
                    && messages.capturedAtNanos(first) - begin <= WAIT_NANOS && !fromTag(first).isEmpty()
                    && fromTag(first).equals(fromTag(message))) {
                found.addAll(IntStream.of(index.messagesOf(each)).filter(its -> messages.type(its) == method).boxed().toList());
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private int[] strays() {
        if (strays == null) {
            strays = IntStream.range(0, index.dialogs().size()).filter(each -> {
                int type = messages.type(index.dialogs().firstMessage(each));
                return type == MessageTypes.ACK || type == MessageTypes.CANCEL;
            }).toArray();
        }
        return strays;
    }

    private String callId(int message) {
        return QuotedValues.shown(index.dialogs().callId(messages.dialog(message)));
    }

    private String branch(int message) {
        return index.message(message).vias().stream().findFirst().flatMap(via -> via.branch()).map(QuotedValues::shown).orElse("");
    }

    private String toTag(int message) {
        return tag(index.message(message).to());
    }

    private String fromTag(int message) {
        return tag(index.message(message).from());
    }

    private static String tag(Optional<NameAddr> party) {
        return party.flatMap(NameAddr::tag).map(QuotedValues::shown).orElse("");
    }
}
