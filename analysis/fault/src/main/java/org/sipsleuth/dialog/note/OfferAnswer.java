package org.sipsleuth.dialog.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.HintRule.Finder;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.sdp.MediaDescription;

/// An offer with the answer to it (RFC 3264; RFC 6337 §2): a session description in INVITE, UPDATE
/// or PRACK is answered in a response to it, one in a response to an INVITE without it is answered
/// in ACK or PRACK. Of several descriptions in the responses of one party the last one counts.
///
/// @param offer the message with the offer, or [#NONE] if it was not captured
/// @param answer the message with the answer, or [#NONE]
public record OfferAnswer(int offer, int answer) {

    /// No message.
    public static final int NONE = -1;

    private static final Comparator<OfferAnswer> BY_TIME =
            Comparator.comparingInt(each -> each.offer == NONE ? each.answer : each.offer);

    /// Which directions answer one that is offered.
    private static final Map<String, Set<String>> ANSWERS = Map.of("sendonly", Set.of("recvonly", "inactive"),
            "recvonly", Set.of("sendonly", "inactive"), "inactive", Set.of("inactive"));

    /// The offers of a dialog in order, each hop for itself. Cost: its first 1,000 messages with a
    /// body.
    public static List<OfferAnswer> of(SipIndex index, int dialog) {
        return of(index, dialog, new ParsedMessages(index));
    }

    /// The same.
    ///
    /// @param parsed messages of the dialog
    public static List<OfferAnswer> of(SipIndex index, int dialog, ParsedMessages parsed) {
        return new Finding(index, parsed).of(index.messagesOf(dialog));
    }

    /// Reports answers whose direction the offer does not allow.
    static void directions(DialogTrace course, Finder finder) {
        for (OfferAnswer each : course.descriptions()) {
            if (each.offer == NONE || each.answer == NONE) {
                continue;
            }
            List<MediaDescription> offered = course.media(each.offer);
            List<MediaDescription> answered = course.media(each.answer);
            for (int i = 0; i < Math.min(offered.size(), answered.size()); i++) {
                String offer = offered.get(i).direction();
                String answer = answered.get(i).direction();
                boolean isUsed = offered.get(i).port() != 0 && answered.get(i).port() != 0;
                Set<String> allowed = ANSWERS.getOrDefault(offer, Set.of(answer));
                if (isUsed && !allowed.contains(answer)) {
                    finder.found(each.answer,
                            "The offer was %s, and this answers %s for medium %d: only %s may answer it."
                                    .formatted(offer, answer, i + 1, String.join(" or ", new TreeSet<>(allowed))));
                    break;
                }
            }
        }
    }

    /// Which party of which transaction answers.
    private record Answerer(int transaction, String toTag) {}

    /// Of a longer dialog only so many messages with a body are read.
    private static final int MOST_READ = 1_000;

    /// So many offers of responses may wait for ACK or PRACK.
    private static final int MOST_LATE = 64;

    /// A dialog while its messages are gone through.
    private static final class Finding {

        private final MessageTable messages;
        private final ParsedMessages parsed;
        private final Map<Integer, Integer> open = new HashMap<>();
        private final Map<Answerer, Integer> answers = new HashMap<>();
        private final SequencedMap<Answerer, Integer> lateOffers = new LinkedHashMap<>();
        private final List<OfferAnswer> found = new ArrayList<>();

        Finding(SipIndex index, ParsedMessages parsed) {
            messages = index.messages();
            this.parsed = parsed;
        }

        List<OfferAnswer> of(int[] all) {
            int read = 0;
            for (int i = 0; i < all.length && read < MOST_READ; i++) {
                int message = all[i];
                boolean mayDescribe = messages.hasBody(message) && !messages.isRetransmission(message);
                read += mayDescribe ? 1 : 0;
                if (mayDescribe && parsed.message(message).sdp().isPresent()) {
                    add(message);
                }
            }
            answers.forEach((answerer, answer) -> found
                    .add(new OfferAnswer(open.getOrDefault(answerer.transaction(), NONE), answer)));
            answers.keySet().forEach(answerer -> open.remove(answerer.transaction()));
            open.values().forEach(offer -> found.add(new OfferAnswer(offer, NONE)));
            lateOffers.values().forEach(offer -> found.add(new OfferAnswer(offer, NONE)));
            found.sort(BY_TIME);
            return found;
        }

        private void add(int message) {
            int type = messages.type(message);
            int transaction = messages.transaction(message);
            if (!MessageTypes.isMethod(type)) {
                boolean isRefusal = type >= 300;
                Answerer answerer = new Answerer(transaction, toTag(message));
                if (!isRefusal && open.containsKey(transaction)) {
                    answers.put(answerer, message);
                } else if (!isRefusal && messages.isOfInvite(message)) {
                    lateOffers.put(answerer, message);
                    if (lateOffers.size() > MOST_LATE) {
                        int eldest = lateOffers.pollFirstEntry().getValue();
                        found.add(new OfferAnswer(eldest, NONE));
                    }
                }
            } else if ((type != MessageTypes.ACK && type != MessageTypes.PRACK) || !answersLate(message, type)) {
                open.put(transaction, message);
            }
        }

        /// Answers an offer that a response made to the sender of an ACK or PRACK.
        private boolean answersLate(int message, int type) {
            int latest = NONE;
            for (Map.Entry<Answerer, Integer> each : lateOffers.entrySet()) {
                int offer = each.getValue();
                boolean isTo = messages.destination(offer) == messages.source(message)
                        && (type != MessageTypes.ACK || messages.cseq(offer) == messages.cseq(message))
                        && each.getKey().toTag().equals(toTag(message));
                latest = isTo ? Math.max(latest, offer) : latest;
            }
            if (latest != NONE) {
                lateOffers.values().remove(latest);
                found.add(new OfferAnswer(latest, message));
            }
            return latest != NONE || type == MessageTypes.ACK;
        }

        private String toTag(int message) {
            return parsed.message(message).to().flatMap(NameAddr::tag).orElse("");
        }
    }
}
