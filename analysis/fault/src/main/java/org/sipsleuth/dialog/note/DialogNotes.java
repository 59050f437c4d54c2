package org.sipsleuth.dialog.note;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.sip.sdp.MediaDescription;

/// Finds the hints of dialogs, by all rules.
public final class DialogNotes {

    /// Upper limit of hints per call.
    public static final int MOST_HINTS = 10_000;

    /// Longer dialogs are checked only up to this message.
    public static final int MOST_MESSAGES = 200_000;

    /// Dialogs up to this length are checked in full for the hints of one message.
    private static final int SHORT_DIALOG = 500;

    private static final int ASK_EVERY = 256;

    private static final Set<HintRule> ALL = EnumSet.allOf(HintRule.class);

    private DialogNotes() {}

    /// The hints about these dialogs, dialog by dialog, in the order of rules. Cost: every message
    /// is parsed.
    ///
    /// @param monitor takes the faults of single rules; [FaultSink#FAILED] is in the place of a hint
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<Hint> of(SipIndex index, List<Integer> dialogs, RunMonitor monitor) {
        return of(index, dialogs, ALL, monitor);
    }

    /// Those of some rules only, for which the others are not asked.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<Hint> of(SipIndex index, List<Integer> dialogs, Set<HintRule> rules, RunMonitor monitor) {
        List<Hint> hints = new ArrayList<>();
        if (index.conceals(Concealed.HINTS)) {
            return hints;
        }
        for (int dialog : dialogs) {
            if (hints.size() < MOST_HINTS) {
                add(index, dialog, rules, monitor, hints);
            }
        }
        return hints;
    }

    /// The hints about one message. In a long dialog, only those that follow from the message
    /// alone.
    public static List<Hint> ofMessage(SipIndex index, int message) {
        if (index.conceals(Concealed.HINTS)) {
            return List.of();
        }
        int dialog = index.messages().dialog(message);
        List<Hint> hints = new ArrayList<>();
        if (index.dialogs().messageCount(dialog) <= SHORT_DIALOG) {
            add(index, dialog, ALL, RunMonitor.NONE, hints);
        } else {
            addOfMessage(index.messages(), message, index.message(message), ALL, RunMonitor.NONE, hints);
        }
        return hints.stream().filter(hint -> hint.message() == message).toList();
    }

    private static void add(SipIndex index, int dialog, Set<HintRule> rules, RunMonitor monitor, List<Hint> hints) {
        MessageTable table = index.messages();
        List<MessageSummary> summaries = new ArrayList<>();
        Map<Integer, List<MediaDescription>> media = new HashMap<>();
        boolean isDescribed = rules.contains(HintRule.DIRECTION_ANSWER); // no other rule asks for descriptions
        int[] messages = index.messagesOf(dialog);
        for (int i = 0; i < Math.min(messages.length, MOST_MESSAGES); i++) {
            if (i % ASK_EVERY == 0) {
                monitor.throwIfCancelled();
            }
            SipMessage sip = index.message(messages[i]);
            int message = messages[i];
            summaries.add(MessageSummary.of(table, message, sip));
            if (isDescribed) {
                media.put(message, sip.knownMedia());
            }
            if (!table.isRetransmission(messages[i])) {
                addOfMessage(table, messages[i], sip, rules, monitor, hints);
            }
        }
        DialogTrace course = new DialogTrace(summaries, index.dialogs().clockEndNanos(dialog),
                isDescribed ? OfferAnswer.of(index, dialog) : List.of(), media);
        for (HintRule rule : rules) {
            monitor.throwIfCancelled();
            Optional<String> failed = monitor.contain("note " + rule, Optional.of(FaultSink.FAILED), () -> {
                rule.check(course, (message, text) -> add(new Hint(rule, message, text), hints));
                return Optional.empty();
            });
            failed.ifPresent(text -> add(new Hint(rule, messages[0], text), hints));
        }
    }

    private static void addOfMessage(MessageTable table, int message, SipMessage sip, Set<HintRule> rules,
            RunMonitor monitor, List<Hint> hints) {
        ReadMessage context = new ReadMessage(sip, table.endpoint(table.source(message)),
                table.endpoint(table.destination(message)), table.transport(message), table.lengthBytes(message));
        for (HintRule rule : rules) {
            monitor.contain("note " + rule, Optional.of(FaultSink.FAILED), () -> rule.check(context))
                    .ifPresent(text -> add(new Hint(rule, message, text), hints));
        }
    }

    private static void add(Hint hint, List<Hint> hints) {
        if (hints.size() < MOST_HINTS) {
            hints.add(hint);
        }
    }
}
