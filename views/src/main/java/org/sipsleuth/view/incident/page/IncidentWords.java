package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;
import static org.sipsleuth.view.incident.part.IncidentTexts.visible;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.UtcTime;

/// An incident as plain text, to be pasted into a ticket.
final class IncidentWords {

    private IncidentWords() {}

    /// The text, with lines ended by `\n`.
    static String of(SipIndex index, Incident incident) {
        List<String> lines = new ArrayList<>();
        lines.add(visible(incident.title()));
        lines.add(
                text(
                        "copy.grade",
                        SeverityStyle.word(incident.severity()),
                        IncidentTexts.outcome(incident.outcome()),
                        IncidentTexts.confidence(incident.confidence())));
        lines.add(
                text(
                        "copy.span",
                        UtcTime.full(incident.fromNanos()),
                        UtcTime.full(incident.toNanos())));
        String actors =
                incident.actors().addresses().isEmpty()
                        ? IncidentTexts.unnamed(incident.actors())
                        : join(incident.actors().addresses());
        lines.add(text("copy.line", text("card.actors"), actors));
        if (!incident.actors().fingerprints().isEmpty()) {
            lines.add(
                    text(
                            "copy.line",
                            text("copy.fingerprints"),
                            join(incident.actors().fingerprints())));
        }
        lines.add(text("copy.line", text("card.victims"), join(incident.victims())));
        if (!incident.accounts().isEmpty()) {
            lines.add(text("copy.line", text("copy.accounts"), join(incident.accounts())));
        }
        lines.add("");
        lines.add(
                incident.story().stream()
                        .map(StorySentence::text)
                        .map(IncidentTexts::visible)
                        .collect(Collectors.joining(" ")));
        section(lines, text("advice"), incident.advice());
        section(lines, text("not.determined"), incident.notDetermined());
        section(lines, text("alternatives"), incident.alternatives());
        section(
                lines,
                text("evidence"),
                incident.keys().stream().map(key -> line(index, key)).toList());
        section(
                lines,
                text("techniques"),
                incident.techniques().stream().map(each -> each.id() + " " + each.name()).toList());
        return String.join("\n", lines) + "\n";
    }

    private static String line(SipIndex index, KeyMessage key) {
        MessageTable messages = index.messages();
        return text(
                "copy.message",
                FileName.last(index.files().get(messages.file(key.message())).path()),
                messages.frame(key.message()),
                UtcTime.full(messages.capturedAtNanos(key.message())),
                key.shows());
    }

    private static void section(List<String> lines, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add(title);
            sentences.forEach(sentence -> lines.add("- " + visible(sentence)));
        }
    }

    private static String join(List<String> values) {
        return values.isEmpty()
                ? "–"
                : values.stream().map(IncidentTexts::visible).collect(Collectors.joining(", "));
    }
}
