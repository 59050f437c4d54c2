package org.sipsleuth.dialog.hint;

import static org.sipsleuth.dialog.attempt.Attempt.NONE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.attempt.Handshake;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.sip.field.NameAddr;

/// Finds ACKs and CANCELs that were sent and miss their INVITE, by CSeq, branch, tags or Call-ID
/// (RFC 3261 §9.1, §13.2.2.4, §17.1.1.3): to the other side they are none.
final class MatchHints {

    /// RFC 3261 §13.3.1.4: a callee waits so long for ACK.
    private static final long WAIT_NANOS = 40_000_000_000L;

    private static final int NO_SUCH_CALL = 481;

    /// A flood of ACKs shows no more than these.
    private static final int MOST_LOOKED_AT = 32;

    private static final int MOST_CANCELS = 8;

    private final SipIndex index;
    private final MessageTable messages;

    /// The ACKs and CANCELs of dialogs that begin with them; read when one of another Call-ID is looked
    /// for.
    private @Nullable Map<Long, List<Integer>> strays;

    MatchHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// ACKs to a 2xx that its sender could not match.
    ///
    /// @param lost the 2xx that was sent again and again
    Optional<FoundHint> ofAck(int dialog, Handshake lost) {
        int answer = lost.answer();
        List<Integer> missed = IntStream.of(index.messagesOf(dialog))
                .filter(each -> each > answer && isBack(each, answer, MessageTypes.ACK))
                .filter(each -> !isMatched(each, answer))
                .boxed()
                .toList();
        Optional<FoundHint> within = missed.stream()
                .findFirst()
                .flatMap(first -> difference(first, answer))
                .map(difference -> hint(DialogHint.ACK_MISMATCH, missed, difference, "The callee cannot match it."));
        return within.or(
                () -> ofAnotherCallId(dialog, answer, MessageTypes.ACK).map(acks -> hint(DialogHint.ACK_MISMATCH, acks,
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
        int[] cancels = IntStream.of(all)
                .filter(each -> each > invite && messages.type(each) == MessageTypes.CANCEL && isSameWay(each, invite))
                .limit(MOST_CANCELS)
                .toArray();
        for (int cancel : cancels) {
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
                        difference, refusal == NONE ? "No response to it was captured." : "It was refused with 481."));
            }
        }
        return ofAnotherCallId(dialog, invite, MessageTypes.CANCEL).map(found -> hint(DialogHint.CANCEL_MISMATCH, found,
                "another Call-ID than the INVITE (%s)".formatted(callId(found.getFirst())), "It withdraws nothing."));
    }

    private FoundHint hint(DialogHint hint, List<Integer> evidence, String difference, String effect) {
        String method = messages.typeName(messages.type(evidence.getFirst()));
        long times = evidence.stream().filter(each -> messages.isRequest(each)).count();
        return new FoundHint(hint, "%s was sent%s with %s. %s".formatted(method,
                times > 1 ? " " + times + " times" : "", difference, effect), evidence);
    }

    private boolean isBack(int request, int response, int method) {
        return messages.type(request) == method && messages.source(request) == messages.destination(response);
    }

    private boolean isSameWay(int one, int other) {
        return messages.source(one) == messages.source(other)
                && messages.destination(one) == messages.destination(other);
    }

    private boolean isMatched(int ack, int answer) {
        return messages.cseq(ack) == messages.cseq(answer) && tagsDiffer(ack, answer).isEmpty();
    }

    /// In what an ACK differs from what it should acknowledge.
    private Optional<String> difference(int ack, int answer) {
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
        List<Integer> possible = strays().getOrDefault(way(from, to), List.of());
        int first = Collections.binarySearch(possible, message);
        for (int each : possible.subList(first < 0 ? -first - 1 : first, possible.size())) {
            boolean isLate = messages.capturedAtNanos(each) - begin > WAIT_NANOS;
            if (isLate || found.size() == MOST_LOOKED_AT) {
                break;
            }
            if (messages.type(each) == method && messages.dialog(each) != dialog) {
                found.add(each);
            }
        }
        String tag = fromTag(message);
        found.removeIf(each -> tag.isEmpty() || !fromTag(each).equals(tag));
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /// By the way that they went, in the order of time.
    private Map<Long, List<Integer>> strays() {
        if (strays == null) {
            strays = new HashMap<>();
            for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
                int first = index.dialogs().firstMessage(dialog);
                int type = messages.type(first);
                if (type == MessageTypes.ACK || type == MessageTypes.CANCEL) {
                    for (int each : index.messagesOf(dialog)) {
                        if (messages.type(each) == type) {
                            strays.computeIfAbsent(way(messages.source(each), messages.destination(each)),
                                    _ -> new ArrayList<>()).add(each);
                        }
                    }
                }
            }
            strays.values().forEach(Collections::sort);
        }
        return strays;
    }

    private static long way(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }

    private String callId(int message) {
        return QuotedValues.shown(index.dialogs().callId(messages.dialog(message)));
    }

    private String branch(int message) {
        return index.message(message)
                .vias()
                .stream()
                .findFirst()
                .flatMap(via -> via.branch())
                .map(QuotedValues::shown)
                .orElse("");
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
