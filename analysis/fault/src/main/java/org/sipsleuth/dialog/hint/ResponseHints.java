package org.sipsleuth.dialog.hint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.sip.Part;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipParser;
import org.sipsleuth.sip.reason.StatusPhrases;

/// Finds what the types of messages alone do not show: a CANCEL, REGISTER or other request outside
/// of calls that stays unanswered, and responses whose reason phrase says more than their status code, or something else.
final class ResponseHints {

    /// Half of timer F (RFC 3261 §17.1.2.2): by then a request has been sent six times.
    private static final long CANCEL_WAIT_NANOS = 15_000_000_000L;

    /// The first retransmissions of a request come 0.5, 1.5, 3.5 and 7.5 s after it (RFC 3261
    /// §17.1.2.2).
    private static final int REPEATED = 5;

    /// What is unanswered in calls has hints of its own; programs ask by OPTIONS whether a host is
    /// there.
    private static final Set<Integer> OTHERWISE_KNOWN =
            Set.of(MessageTypes.INVITE, MessageTypes.ACK, MessageTypes.BYE, MessageTypes.OPTIONS);

    /// "Unwanted" and "Rejected" (RFC 8197, RFC 8688) were phrases of others long before they were
    /// names.
    private static final int YOUNGEST = 607;

    private static final int SERVER_ERROR = 500;
    private static final int FIRST_FINAL = 200;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SipIndex index;
    private final MessageTable messages;
    private final SipLayout layout = new SipLayout();

    ResponseHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// A request, and how often it was sent.
    private static final class Sent {
        private final int first;
        private int last;
        private int times = 1;

        Sent(int first) {
            this.first = first;
            last = first;
        }
    }

    /// Those of a dialog. Cost: its messages, and the text of the first response of each status code.
    ///
    /// @param isUnanswered whether its last request has no response although it could have one
    List<FoundHint> of(int dialog, boolean isUnanswered) {
        Map<Integer, Sent> waiting = new LinkedHashMap<>(); // by transaction
        List<FoundHint> hints = new ArrayList<>();
        Optional<FoundHint> phrase = Optional.empty();
        Set<Integer> read = new HashSet<>();
        Optional<FoundHint> order = Optional.empty();
        int[] all = index.messagesOf(dialog);
        for (int message : all) {
            int type = messages.type(message);
            int transaction = messages.transaction(message);
            if (MessageTypes.isMethod(type)) {
                Sent sent = waiting.get(transaction);
                if (sent != null) {
                    sent.last = message;
                    sent.times++;
                } else if (!OTHERWISE_KNOWN.contains(type)) {
                    waiting.put(transaction, new Sent(message));
                }
            } else {
                waiting.remove(transaction);
                order = order.isPresent() || type != SERVER_ERROR ? order : outOfOrder(message);
                phrase = phrase.isPresent() || !read.add(type) ? phrase : otherPhrase(message);
            }
        }
        long end = index.dialogs().clockEndNanos(dialog);
        waiting.values()
                .stream()
                .flatMap(sent -> unanswered(sent, all, end, isUnanswered).stream())
                .findFirst()
                .ifPresent(hints::add);
        order.ifPresent(hints::add);
        phrase.ifPresent(hints::add);
        return hints;
    }

    private Optional<FoundHint> unanswered(Sent sent, int[] all, long end, boolean isUnanswered) {
        boolean isCancel = messages.type(sent.first) == MessageTypes.CANCEL;
        if (isCancel) {
            boolean isLate = end - messages.capturedAtNanos(sent.first) >= CANCEL_WAIT_NANOS;
            return isLate && isOfCall(sent.first, all) && isHeard(sent.first, all) && !isOver(sent.first, all)
                    ? Optional.of(new FoundHint(DialogHint.CANCEL_UNANSWERED,
                            "No response to CANCEL was captured, nor did the call end: the callee goes on ringing.",
                            evidence(sent)))
                    : Optional.empty();
        }
        int type = messages.type(sent.first);
        double seconds =
                (messages.capturedAtNanos(sent.last) - messages.capturedAtNanos(sent.first)) / NANOS_PER_SECOND;
        boolean isAwaited = isUnanswered && isReliable(messages.transport(sent.first));
        return sent.times < REPEATED && !isAwaited ? Optional.empty()
                : Optional.of(new FoundHint(
                        type == MessageTypes.REGISTER ? DialogHint.REGISTER_UNANSWERED : DialogHint.REQUEST_UNANSWERED,
                        sent.times < REPEATED
                                ? "%s was sent over %s, and no response was captured within 32 s."
                                        .formatted(messages.typeName(type), messages.transport(sent.first))
                                : "%s was sent %d times within %.1f s, and no response was captured."
                                        .formatted(messages.typeName(type), sent.times, seconds),
                        evidence(sent)));
    }

    /// Whether a request is sent once only (RFC 3261 §17.1.2.2).
    private static boolean isReliable(Transport transport) {
        return transport != Transport.UDP;
    }

    private static List<Integer> evidence(Sent sent) {
        return sent.first == sent.last ? List.of(sent.first) : List.of(sent.first, sent.last);
    }

    /// Whether the way back is captured: a response of the dialog came from where the request went.
    private boolean isHeard(int request, int[] all) {
        for (int message : all) {
            if (!messages.isRequest(message) && messages.source(message) == messages.destination(request)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the INVITE that a CANCEL withdraws was captured.
    private boolean isOfCall(int cancel, int[] all) {
        for (int message : all) {
            if (messages.type(message) == MessageTypes.INVITE && messages.cseq(message) == messages.cseq(cancel)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the INVITE that a CANCEL withdraws has a final response.
    private boolean isOver(int cancel, int[] all) {
        for (int message : all) {
            if (messages.isOfInvite(message) && !messages.isRequest(message) && messages.type(message) >= FIRST_FINAL
                    && messages.cseq(message) == messages.cseq(cancel)) {
                return true;
            }
        }
        return false;
    }

    private Optional<FoundHint> outOfOrder(int message) {
        return phrase(message).filter(words -> words.toLowerCase(Locale.ROOT).contains("out of order"))
                .map(words -> new FoundHint(DialogHint.OUT_OF_ORDER,
                        "Refused with 500 (%s): the server takes the CSeq of the request for lower than one before."
                                .formatted(QuotedValues.shown(words)),
                        List.of(message)));
    }

    private Optional<FoundHint> otherPhrase(int message) {
        int status = messages.type(message);
        return phrase(message)
                .filter(words -> StatusPhrases.codes(words).stream().anyMatch(code -> code < YOUNGEST)
                        && !StatusPhrases.codes(words).contains(status))
                .map(words -> new FoundHint(DialogHint.OTHER_PHRASE,
                        "The reason phrase of %d is “%s”, which belongs to %d.".formatted(status, words,
                                StatusPhrases.codes(words).getFirst()),
                        List.of(message)));
    }

    /// The reason phrase of a response; only its first line is read.
    private Optional<String> phrase(int message) {
        byte[] bytes = index.bytes(message);
        boolean isResponse = SipParser.begin(bytes, 0, bytes.length, layout) && !layout.isRequest();
        return isResponse ? Optional.of(layout.text(Part.REASON, bytes).strip()) : Optional.empty();
    }
}
