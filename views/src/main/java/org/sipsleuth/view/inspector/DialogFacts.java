package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.dialog.hint.FoundHint;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;
import org.sipsleuth.view.inspector.finding.FindingSections;
import org.sipsleuth.view.inspector.finding.IncidentFacts;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.WindowFaults;

/// Collects the parties of a dialog, its outcome and cause, its times and its details.
final class DialogFacts {

    /// How many endpoints are listed.
    private static final int ENDPOINT_LIMIT = 12;

    private DialogFacts() {}

    /// The facts of a dialog: its problems, who, what became of it and why, how long it took, where
    /// and with what; then all else, most of it as details.
    static Facts of(SipIndex index, int dialog, InspectorData data) {
        DialogTable dialogs = index.dialogs();
        FieldReader fields = new FieldReader(index);
        Facts.Collector facts = new Facts.Collector();
        facts.part(() -> new ProblemFacts(index, data.detections(), facts).addDialog(dialog));
        facts.section(text("inspector.dialog"))
                .code(text("inspector.caller"), dialogs.caller(dialog))
                .by(0, "dialog.caller")
                .code(text("inspector.callee"), dialogs.callee(dialog))
                .by(0, "dialog.callee");
        facts.part(() -> outcome(facts, dialog, fields))
                .part(() -> hints(facts, dialog, fields))
                .part(() -> times(facts, dialogs, dialog, fields))
                .part(() -> endpoints(facts, index, dialog));
        facts.section(text("inspector.media.of"))
                .code(text("inspector.codecs"), dialogs.codecs(dialog))
                .by(0, "dialog.codecs");
        facts.detail(text("inspector.sequence")).code("", dialogs.sequenceText(dialog)).by(0, "dialog.sequence");
        facts.part(() -> new TruthSection(data.truth(), facts).addDialog(dialog))
                .part(() -> new LegSection(data.legs(), facts).addDialog(dialog))
                .part(() -> new IncidentFacts(index, data.incidents(), facts).addDialog(dialog))
                .part(() -> new FindingSections(data.methods(), data.detections(), data.misfits(), facts)
                        .addDialog(dialog));
        counts(facts, dialogs, dialog);
        String outcome = WindowFaults.SINK.contain("inspector", FaultSink.FAILED, () -> fields.outcome(dialog).text());
        return facts.facts(text("inspector.dialog.title", outcome));
    }

    private static void outcome(Facts.Collector facts, int dialog, FieldReader fields) {
        DialogOutcome outcome = fields.outcome(dialog);
        String words = outcome.outcome().text();
        if (outcome.evidence() >= 0) {
            facts.link(text("inspector.outcome"), words, new Target(List.of(dialog), List.of(outcome.evidence())));
        } else {
            facts.plain(text("inspector.outcome"), words);
        }
        facts.by(0, "dialog.outcome", "dialog.final_status")
                .plain(text("inspector.cause"),
                        text("inspector.cause.source", outcome.cause().text(), outcome.cause().source()))
                .by(0, "dialog.cause")
                .plain(text("inspector.reason"), fields.text(DialogField.REASON, dialog))
                .by(0, "dialog.reason");
        String earlier = fields.text(DialogField.EARLIER_CALLS, dialog);
        if (!earlier.isEmpty()) {
            facts.plain(text("inspector.earlier.calls"), earlier).by(0, "dialog.earlier_calls");
        }
    }

    private static void hints(Facts.Collector facts, int dialog, FieldReader fields) {
        facts.section(text("inspector.hints"));
        for (FoundHint found : fields.hints(dialog)) {
            facts.link(found.hint().label(), found.text(),
                    new Target(List.of(dialog), List.of(found.evidence().getLast())));
        }
    }

    private static void times(Facts.Collector facts, DialogTable dialogs, int dialog, FieldReader fields) {
        long start = dialogs.startNanos(dialog);
        long duration = dialogs.durationNanos(dialog);
        facts.section(text("inspector.times"));
        if (!dialogs.isTimed(dialog)) {
            facts.plain(text("inspector.start"), UtcTime.full(start)); // states that there is none
            return;
        }
        facts.plain(text("inspector.start"), UtcTime.full(start))
                .plain(text("inspector.end"), UtcTime.full(start + duration))
                .plain(text("inspector.duration"), FactText.span(duration))
                .by(0, "dialog.duration");
        for (DialogField field : List.of(DialogField.SETUP_TIME, DialogField.RING_TIME, DialogField.TALK_TIME,
                DialogField.REGISTER_TIME)) {
            long nanos = fields.number(field, dialog);
            if (nanos != FieldReader.ABSENT) {
                facts.plain(field == DialogField.SETUP_TIME && fields.isRefusedAtOnce(dialog)
                        ? text("inspector.setup.failed")
                        : text("inspector.field." + field.key()), FactText.span(nanos)).by(0, "dialog." + field.key());
            }
        }
    }

    private static void counts(Facts.Collector facts, DialogTable dialogs, int dialog) {
        facts.detail(text("inspector.counts"))
                .code(text("inspector.call.id"), dialogs.callId(dialog))
                .by(0, "dialog.call_id")
                .code(text("inspector.user.agent"), dialogs.userAgent(dialog))
                .by(0, "dialog.user_agent")
                .plain(text("inspector.counts.messages"), text("inspector.number", dialogs.messageCount(dialog)))
                .by(0, "dialog.messages");
        if (dialogs.retransmissionCount(dialog) > 0) {
            facts.plain(text("inspector.counts.retransmissions"),
                    text("inspector.number", dialogs.retransmissionCount(dialog))).by(0, "dialog.retransmissions");
        }
        if (dialogs.defectiveCount(dialog) > 0) {
            facts.warning(text("inspector.counts.defective"), text("inspector.number", dialogs.defectiveCount(dialog)))
                    .by(0, "dialog.defects");
        }
    }

    private static void endpoints(Facts.Collector facts, SipIndex index, int dialog) {
        MessageTable messages = index.messages();
        List<Endpoint> seen = Arrays.stream(index.messagesOf(dialog))
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
