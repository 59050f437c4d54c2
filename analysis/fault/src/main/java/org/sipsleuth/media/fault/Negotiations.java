package org.sipsleuth.media.fault;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.attempt.Attempt;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.note.OfferAnswer;
import org.sipsleuth.media.Party;
import org.sipsleuth.sip.SessionDescription;
import org.sipsleuth.sip.SipLayout;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Reads the offers of a call that were answered, on all its hops.
final class Negotiations {

    private static final int SUCCESS = 2;
    private static final int CLASS = 100;

    private final SipIndex index;
    private final MessageTable messages;
    private final SipLayout layout = new SipLayout();

    Negotiations(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// Those of a call, in the order of their offers. Cost: its messages with a body.
    ///
    /// @param offer what [#onlyOffer] found
    List<Negotiation> of(int dialog, Attempt call, int offer) {
        List<MediaDescription> offered = offer == Attempt.NONE ? List.of() : media(offer);
        List<MediaDescription> answered = offered.isEmpty() ? List.of() : media(call.answer());
        return answered.isEmpty() ? ofAll(dialog, call)
                : List.of(new Negotiation(offer, call.answer(), Party.CALLER, true, offered, answered));
    }

    /// The INVITE of a call in which nothing has a body but that, its answer, and INVITEs that were
    /// tried before, or [Attempt#NONE]: most calls. Their descriptions are read without all else, which takes a fifth
    /// of the time.
    int onlyOffer(int dialog, Attempt call) {
        int offer = Attempt.NONE;
        boolean isAnswered = false;
        for (int message : index.messagesOf(dialog)) {
            if (!messages.hasBody(message) || messages.isRetransmission(message)) {
                continue;
            }
            boolean isFirst = messages.type(message) == MessageTypes.INVITE && !messages.hasToTag(message);
            if (messages.isCut(message) || (!isFirst && message != call.answer())) {
                return Attempt.NONE;
            }
            isAnswered |= message == call.answer();
            offer = isFirst && messages.transaction(message) == messages.transaction(call.answer()) ? message : offer;
        }
        return isAnswered ? offer : Attempt.NONE;
    }

    private List<MediaDescription> media(int message) {
        byte[] buffer = index.layout(message, layout);
        return SessionDescription.of(buffer, layout).map(SessionDescription::media).orElse(List.of());
    }

    /// Whether anything but an INVITE has a body, so that there may be an answer.
    private boolean mayHaveAnswer(int dialog) {
        for (int message : index.messagesOf(dialog)) {
            if (messages.hasBody(message) && messages.type(message) != MessageTypes.INVITE) {
                return true;
            }
        }
        return false;
    }

    private List<Negotiation> ofAll(int dialog, Attempt call) {
        List<Negotiation> all = new ArrayList<>();
        if (!mayHaveAnswer(dialog)) {
            return all;
        }
        String callerTag = fromTag(index.message(index.dialogs().firstMessage(dialog)));
        for (OfferAnswer each : OfferAnswer.of(index, dialog)) {
            boolean isWhole = each.offer() != OfferAnswer.NONE && each.answer() != OfferAnswer.NONE
                    && !messages.isCut(each.offer()) && !messages.isCut(each.answer());
            if (isWhole) {
                SipMessage offer = index.message(each.offer());
                SipMessage answer = index.message(each.answer());
                boolean isOfCaller = fromTag(offer).equals(callerTag) == messages.isRequest(each.offer());
                all.add(new Negotiation(each.offer(), each.answer(), isOfCaller ? Party.CALLER : Party.CALLEE,
                        isFinal(each, call), offer.knownMedia(), answer.knownMedia()));
            }
        }
        return all;
    }

    private boolean isFinal(OfferAnswer pair, Attempt call) {
        int answer = pair.answer();
        if (messages.isRequest(answer) || messages.type(answer) / CLASS == SUCCESS) {
            return true;
        }
        return call.answer() != Attempt.NONE && messages.transaction(answer) == messages.transaction(call.answer())
                && toTag(answer).equals(toTag(call.answer()));
    }

    private String toTag(int message) {
        return index.message(message).to().flatMap(NameAddr::tag).orElse("");
    }

    private static String fromTag(SipMessage message) {
        return message.from().flatMap(NameAddr::tag).orElse("");
    }
}
