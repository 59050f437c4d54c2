package org.sipsleuth.problem;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.note.QuotedValues;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sip.SipMessage;

/// Names the host, and the program that it names itself, by which a dialog failed: who refused, who
/// sent the message that is wrong, of whom nothing was captured. It states what was captured, not
/// whose fault it is.
final class FaultParty {

    /// Nothing came from where this request was sent.
    private static final Set<DialogHint> SILENCE =
            EnumSet.of(DialogHint.NO_ANSWER, DialogHint.BYE_UNANSWERED, DialogHint.CANCEL_UNANSWERED,
                    DialogHint.REGISTER_UNANSWERED, DialogHint.REQUEST_UNANSWERED, DialogHint.REQUEST_IN_DIALOG_LOST);

    /// Several hosts have a part in these, or their sentence names them.
    private static final Set<DialogHint> OF_NOBODY = EnumSet.of(DialogHint.LOOP, DialogHint.NEXT_HOP_SILENT,
            DialogHint.PRIVATE_TARGET, DialogHint.NO_FINAL_RESPONSE, DialogHint.SESSION_TIMER_EXPIRED,
            DialogHint.DROPPED_AFTER_32_S, DialogHint.ANSWER_REPEATED);

    /// Of longer dialogs no more messages are read for a name.
    private static final int MOST_READ = 50;

    private static final int FIRST_REFUSAL = 300;

    private final SipIndex index;
    private final MessageTable messages;

    FaultParty(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// By which a hint came about; says nothing where the messages do not show it.
    Sentence of(DialogHint hint, List<Integer> evidence) {
        Optional<Integer> first = evidence.stream().findFirst();
        return OF_NOBODY.contains(hint) ? Sentence.none()
                : first.map(message -> hint == DialogHint.NO_ACK ? unacknowledged(message)
                        : SILENCE.contains(hint) ? silent(message)
                        : sent(message)).orElse(Sentence.none());
    }

    /// Whether it is that nothing came from where a request was sent.
    static boolean isSilence(DialogHint hint) {
        return SILENCE.contains(hint);
    }

    /// By which an outcome came about.
    Sentence of(Cause cause, int message) {
        return cause == Cause.NO_RESPONSE ? silent(message)
                : !messages.isRequest(message) && messages.type(message) >= FIRST_REFUSAL ? sent(message)
                : Sentence.none();
    }

    /// An ACK that was captured is not missed here, wherever it did not arrive.
    private Sentence unacknowledged(int response) {
        boolean isSent = ofDialog(response).anyMatch(
                each -> messages.type(each) == MessageTypes.ACK && messages.cseq(each) == messages.cseq(response));
        return isSent ? Sentence.none() : awaited("party.ack", response);
    }

    private Sentence silent(int request) {
        return messages.isRequest(request) ? awaited("party.silent", request) : Sentence.none();
    }

    /// The host that a message was sent to.
    private Sentence awaited(String key, int message) {
        String host = messages.endpoint(messages.destination(message)).host();
        String agent = ofDialog(message).filter(each -> messages.endpoint(messages.source(each)).host().equals(host))
                .limit(MOST_READ)
                .mapToObj(this::agent)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return named(key, host, agent);
    }

    /// The host that sent a message first, of all hops that were captured.
    private Sentence sent(int message) {
        int first = messages.isRequest(message) ? message
                : ofDialog(message)
                        .filter(each -> messages.type(each) == messages.type(message)
                                && messages.cseq(each) == messages.cseq(message)
                                && messages.isOfInvite(each) == messages.isOfInvite(message))
                        .findFirst()
                        .orElse(message);
        boolean isRefusal = !messages.isRequest(first) && messages.type(first) >= FIRST_REFUSAL;
        return named(isRefusal ? "party.refused" : "party.sent", messages.endpoint(messages.source(first)).host(),
                agent(first));
    }

    private IntStream ofDialog(int message) {
        return IntStream.of(index.messagesOf(messages.dialog(message)));
    }

    /// A response names its sender in Server. Some servers copy the User-Agent of the request into
    /// it, which names nobody who answered.
    private String agent(int message) {
        SipMessage sip = index.message(message);
        Optional<String> named = messages.isRequest(message) ? sip.header("User-Agent")
                : sip.header("Server").or(() -> sip.header("User-Agent").filter(each -> !isOfRequest(message, each)));
        return named.map(QuotedValues::shown).orElse("");
    }

    private boolean isOfRequest(int response, String agent) {
        return ofDialog(response)
                .filter(each -> messages.isRequest(each) && messages.transaction(each) == messages.transaction(response)
                        && messages.source(each) == messages.destination(response))
                .limit(1)
                .anyMatch(each -> index.message(each).header("User-Agent").filter(agent::equals).isPresent());
    }

    private static Sentence named(String key, String host, String agent) {
        return ProblemTexts.TEXTS.sentence(key,
                Sentence.captured(agent.isEmpty() ? host : "%s (%s)".formatted(host, agent)));
    }
}
