package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.fx.UtcTime;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.finding.BeliefSection;
import org.sipsleuth.view.inspector.finding.KnownSection;

/// Tells who spoke with whom in a dialog, how it went and how it ended.
final class DialogFacts {

    /// How many endpoints are listed.
    private static final int ENDPOINT_LIMIT = 12;

    private DialogFacts() {}

    /// The facts of a dialog.
    static Facts of(SipIndex index, int dialog, Told told) {
        DialogTable dialogs = index.dialogs();
        Facts.Collector facts = new Facts.Collector();
        facts.section(text("inspector.dialog"))
                .code(text("inspector.caller"), dialogs.caller(dialog))
                .by(0, "dialog.caller")
                .code(text("inspector.callee"), dialogs.callee(dialog))
                .by(0, "dialog.callee")
                .plain(text("inspector.state"), state(dialogs, dialog))
                .by(0, "dialog.state", "dialog.final_status")
                .code(text("inspector.call.id"), dialogs.callId(dialog))
                .by(0, "dialog.call_id")
                .code(text("inspector.user.agent"), dialogs.userAgent(dialog))
                .by(0, "dialog.user_agent")
                .code(text("inspector.codecs"), dialogs.codecs(dialog))
                .by(0, "dialog.codecs");
        new TruthSection(told.truth(), facts).addDialog(dialog);
        new LegSection(told.legs(), facts).addDialog(dialog);
        new KnownSection(told.analysis(), facts).addDialog(dialog);
        new BeliefSection(told.beliefs(), facts).addDialogs(List.of(dialog), RunMonitor.NONE);
        times(facts, dialogs, dialog);
        counts(facts, dialogs, dialog);
        facts.section(text("inspector.sequence"))
                .code("", dialogs.sequenceText(dialog))
                .by(0, "dialog.sequence");
        endpoints(facts, index, dialog);
        return facts.facts(text("inspector.dialog.title", dialogs.state(dialog).text()));
    }

    private static String state(DialogTable dialogs, int dialog) {
        int status = dialogs.finalStatus(dialog);
        String state = dialogs.state(dialog).text();
        return status == 0
                ? state
                : text("inspector.state.status", state, Integer.toString(status));
    }

    private static void times(Facts.Collector facts, DialogTable dialogs, int dialog) {
        long start = dialogs.startNanos(dialog);
        long duration = dialogs.durationNanos(dialog);
        facts.section(text("inspector.times"))
                .plain(text("inspector.start"), UtcTime.full(start))
                .plain(text("inspector.end"), UtcTime.full(start + duration))
                .plain(text("inspector.duration"), FactText.span(duration))
                .by(0, "dialog.duration");
    }

    private static void counts(Facts.Collector facts, DialogTable dialogs, int dialog) {
        facts.section(text("inspector.counts"))
                .plain(
                        text("inspector.counts.messages"),
                        text("inspector.number", dialogs.messageCount(dialog)))
                .by(0, "dialog.messages");
        if (dialogs.retransmissionCount(dialog) > 0) {
            facts.plain(
                            text("inspector.counts.retransmissions"),
                            text("inspector.number", dialogs.retransmissionCount(dialog)))
                    .by(0, "dialog.retransmissions");
        }
        if (dialogs.defectiveCount(dialog) > 0) {
            facts.warning(
                            text("inspector.counts.defective"),
                            text("inspector.number", dialogs.defectiveCount(dialog)))
                    .by(0, "dialog.defects");
        }
    }

    private static void endpoints(Facts.Collector facts, SipIndex index, int dialog) {
        MessageTable messages = index.messages();
        List<Endpoint> seen =
                Arrays.stream(index.messagesOf(dialog))
                        .flatMap(m -> IntStream.of(messages.source(m), messages.destination(m)))
                        .distinct()
                        .mapToObj(messages::endpoint)
                        .toList();
        facts.section(text("inspector.endpoints", seen.size()));
        for (Endpoint endpoint : seen.subList(0, Math.min(ENDPOINT_LIMIT, seen.size()))) {
            facts.code("", endpoint.toString());
        }
        if (seen.size() > ENDPOINT_LIMIT) {
            facts.plain("", text("inspector.more", seen.size() - ENDPOINT_LIMIT));
        }
    }
}
