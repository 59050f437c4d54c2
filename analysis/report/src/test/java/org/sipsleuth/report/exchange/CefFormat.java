package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.field.Citations;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.sentence.Severity;

/// Incidents in the Common Event Format, an event on each line: the example of
/// docs/ADDING-AN-EXPORT-FORMAT.md.
final class CefFormat implements InvestigationFormat {

    private static final Pattern IN_HEADER = Pattern.compile("[\\\\|]");
    private static final Pattern IN_EXTENSION = Pattern.compile("[\\\\=]");

    @Override
    public String word() {
        return "cef";
    }

    @Override
    public String title() {
        return "Common Event Format";
    }

    @Override
    public String ending() {
        return ".cef";
    }

    @Override
    public void write(Investigation investigation, ExchangeRequest request, Destination to) throws IOException {
        Writer lines = to.dataWriter();
        for (Incident incident : investigation.incidents()) {
            lines.write(event(incident) + "\n");
        }
        lines.flush();
    }

    private static String event(Incident incident) {
        StringBuilder event = new StringBuilder("CEF:0|SipSleuth|SipSleuth|%s|%s|%s|%d|".formatted(
                escaped(ProgramVersion.text(), IN_HEADER), incident.kind().word(),
                escaped(incident.title().text(), IN_HEADER), severity(incident.severity())));
        event.append("externalId=").append(incident.id());
        event.append(" start=").append(TimeUnit.NANOSECONDS.toMillis(incident.fromNanos()));
        event.append(" end=").append(TimeUnit.NANOSECONDS.toMillis(incident.toNanos()));
        event.append(" outcome=").append(incident.outcome().word());
        extension(event, "src", incident.actors().addresses());
        extension(event, "dst", incident.victims());
        extension(event, "duser", incident.accounts());
        extension(event, "cs1", List.of(Citations.filter(incident)));
        return event.toString();
    }

    /// The first values; the filter of `cs1` gives the messages of all.
    private static void extension(StringBuilder event, String key, List<String> values) {
        if (!values.isEmpty()) {
            String shown = String.join(", ", BoundedLists.first(values));
            event.append(' ').append(key).append('=').append(escaped(shown, IN_EXTENSION));
        }
    }

    private static String escaped(String text, Pattern signs) {
        return signs.matcher(VisibleText.of(text, true))
                .replaceAll(sign -> Matcher.quoteReplacement("\\" + sign.group()));
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case INFO -> 1;
            case LOW -> 3;
            case MEDIUM -> 5;
            case HIGH -> 8;
            case CRITICAL -> 10;
        };
    }
}
