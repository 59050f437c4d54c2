package org.sipsleuth.dialog.hint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.HintRule;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.field.Via;

/// Finds the notes at single messages ([DialogNotes]) that explain an outcome. `docs/HINTS.md`
/// lists which notes are hints, and why others are not.
final class NotedHints {

    /// The messages of longer dialogs are not read for a hint.
    private static final int MOST_NOTED = 500;

    /// A dialog in which a request loops has so many messages, and so many of one type, at least.
    private static final int FEWEST_OF_LOOP = 20;

    private static final int FEWEST_OF_TYPE = 10;
    private static final String OWN = "Its ";

    private static final int LARGEST_OVER_UDP = 1_300;
    private static final int TRYING = 100;
    private static final int FIRST_REFUSAL = 300;
    private static final int BAD_REQUEST = 400;
    private static final int DIALOG_UNKNOWN = 481;

    private static final Set<Cause> LOST_IN_DIALOG =
            EnumSet.of(Cause.NO_ACK, Cause.BYE_UNANSWERED, Cause.BYE_REFUSED, Cause.REQUEST_UNANSWERED);

    private static final Set<Cause> UNANSWERED = EnumSet.of(Cause.NO_RESPONSE);

    private static final Set<Cause> MALFORMED = EnumSet.of(Cause.NO_RESPONSE, Cause.REQUEST_REJECTED);

    private static final Set<Cause> REFUSED = EnumSet.of(Cause.NO_ACK, Cause.BYE_REFUSED, Cause.BYE_UNANSWERED,
            Cause.REQUEST_UNANSWERED, Cause.DIALOG_UNKNOWN, Cause.SERVER_TIMEOUT, Cause.SERVER_ERROR,
            Cause.REQUEST_TIMEOUT, Cause.NO_FINAL_RESPONSE);

    /// The hint of a note, and the causes that it explains.
    private record Explaining(DialogHint hint, Set<Cause> causes) {}

    private static final Map<HintRule, Explaining> OF_RULES =
            Map.ofEntries(Map.entry(HintRule.TAG_MISSING, new Explaining(DialogHint.TAG_MISSING, REFUSED)),
                    Map.entry(HintRule.TAG_CHANGED, new Explaining(DialogHint.TAG_CHANGED, REFUSED)),
                    Map.entry(HintRule.CSEQ_BACK, new Explaining(DialogHint.CSEQ_BACK, REFUSED)),
                    Map.entry(HintRule.ACK_ROUTE, new Explaining(DialogHint.ACK_ROUTE, REFUSED)),
                    Map.entry(HintRule.MISSING_PRACK, new Explaining(DialogHint.NO_PRACK, REFUSED)),
                    Map.entry(HintRule.STRICT_ROUTE, new Explaining(DialogHint.STRICT_ROUTE, LOST_IN_DIALOG)),
                    Map.entry(HintRule.LOOPING, new Explaining(DialogHint.LOOP, EnumSet.allOf(Cause.class))),
                    Map.entry(HintRule.LARGE_OVER_UDP, new Explaining(DialogHint.LARGE_OVER_UDP, UNANSWERED)),
                    Map.entry(HintRule.VIA_TRANSPORT, new Explaining(DialogHint.VIA_TRANSPORT, UNANSWERED)),
                    Map.entry(HintRule.CONTENT_LENGTH, new Explaining(DialogHint.CONTENT_LENGTH, MALFORMED)));

    /// The rules whose notes explain each cause: others are not asked.
    private static final Map<Cause, Set<HintRule>> RULES = rules();

    private static Map<Cause, Set<HintRule>> rules() {
        Map<Cause, Set<HintRule>> rules = new EnumMap<>(Cause.class);
        for (Cause cause : Cause.values()) {
            Set<HintRule> its = EnumSet.noneOf(HintRule.class);
            OF_RULES.forEach((rule, explaining) -> {
                if (explaining.causes().contains(cause)) {
                    its.add(rule);
                }
            });
            rules.put(cause, its);
        }
        return rules;
    }

    private final SipIndex index;
    private final MessageTable messages;

    NotedHints(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// The hint that a note of this rule is, where it explains an outcome; empty for a rule that is
    /// none.
    static Optional<DialogHint> of(HintRule rule) {
        return Optional.ofNullable(OF_RULES.get(rule)).map(Explaining::hint);
    }

    /// Those of a dialog, one of each kind; a loop always, others where they explain its outcome.
    List<FoundHint> of(int dialog, DialogOutcome outcome) {
        boolean isRead = (outcome.isCall() && REFUSED.contains(outcome.cause()) && isBegun(dialog))
                || mayBeMalformed(outcome) || mayLoop(dialog);
        if (index.dialogs().messageCount(dialog) > MOST_NOTED || !isRead) {
            return List.of();
        }
        List<FoundHint> found = new ArrayList<>();
        Set<DialogHint> kinds = EnumSet.noneOf(DialogHint.class);
        Set<HintRule> rules = RULES.getOrDefault(outcome.cause(), Set.of());
        for (Hint note : DialogNotes.of(index, List.of(dialog), rules, RunMonitor.NONE)) {
            Explaining explaining = OF_RULES.get(note.rule());
            if (explaining != null && isOfOutcome(note, outcome) && kinds.add(explaining.hint())) {
                found.add(new FoundHint(explaining.hint(), words(note), List.of(note.message())));
            }
        }
        return found;
    }

    /// The text of a note, which is read beside its message, with the name of that.
    private String words(Hint note) {
        String text = note.description();
        return text.startsWith(OWN)
                ? messages.typeName(messages.type(note.message())) + ": its " + text.substring(OWN.length())
                : text;
    }

    /// Whether a note is at a message that the outcome is about.
    private boolean isOfOutcome(Hint note, DialogOutcome outcome) {
        HintRule rule = note.rule();
        if (rule == HintRule.TAG_CHANGED) {
            return isAnswered(note.message(), DIALOG_UNKNOWN);
        }
        if (rule == HintRule.LARGE_OVER_UDP || rule == HintRule.VIA_TRANSPORT) {
            return isOfEvidence(note, outcome);
        }
        if (rule == HintRule.CONTENT_LENGTH) {
            return isOfEvidence(note, outcome) && isBodyCut(note.message())
                    && (outcome.status() == 0 || outcome.status() == BAD_REQUEST);
        }
        return rule == HintRule.LOOPING || outcome.isCall();
    }

    /// Whether a request has a shorter body than it says: receivers wait for the rest, or refuse it
    /// (RFC 3261 §18.3); a longer one is cut by them.
    private boolean isBodyCut(int message) {
        return messages.isRequest(message)
                && index.message(message).defects().stream().anyMatch(defect -> defect.kind() == DefectKind.BODY_CUT);
    }

    /// Whether the request without response, or refused as malformed, is large, defective, or came
    /// over another transport than its Via names. Only then are notes read.
    private boolean mayBeMalformed(DialogOutcome outcome) {
        if (!MALFORMED.contains(outcome.cause())) {
            return false;
        }
        for (int message : index.messagesOf(messages.dialog(outcome.evidence()))) {
            if (messages.isRequest(message)
                    && (messages.lengthBytes(message) > LARGEST_OVER_UDP || messages.isDefective(message))) {
                return true;
            }
        }
        return UNANSWERED.contains(outcome.cause()) && isOtherTransport(outcome.evidence());
    }

    private boolean isOtherTransport(int message) {
        List<Via> vias = index.message(message).vias();
        return !vias.isEmpty() && !vias.getFirst().transport().equalsIgnoreCase(messages.transport(message).name());
    }

    private boolean isOfEvidence(Hint note, DialogOutcome outcome) {
        return messages.transaction(note.message()) == messages.transaction(outcome.evidence());
    }

    private boolean isAnswered(int request, int status) {
        for (int message : index.messagesOf(messages.dialog(request))) {
            if (messages.type(message) == status && messages.transaction(message) == messages.transaction(request)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a call got as far as the notes about its ways, tags and numbers need: to a 2xx, to a
    /// provisional response that PRACK may acknowledge (RFC 3262 §3: not 100), or to a request that
    /// names both sides.
    private boolean isBegun(int dialog) {
        for (int message : index.messagesOf(dialog)) {
            int type = messages.type(message);
            boolean begins =
                    messages.isRequest(message) ? messages.hasToTag(message) : type > TRYING && type < FIRST_REFUSAL;
            if (begins) {
                return true;
            }
        }
        return false;
    }

    /// Whether one request may have passed many times: retransmissions do not count.
    private boolean mayLoop(int dialog) {
        if (index.dialogs().messageCount(dialog) < FEWEST_OF_LOOP) {
            return false;
        }
        Map<Integer, Integer> passes = new HashMap<>();
        for (int message : index.messagesOf(dialog)) {
            if (messages.isRequest(message) && !messages.isRetransmission(message)) {
                passes.merge(messages.type(message), 1, Integer::sum);
            }
        }
        return passes.values().stream().anyMatch(count -> count >= FEWEST_OF_TYPE);
    }
}
