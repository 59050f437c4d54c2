package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.output.VisibleText;

/// An incident as text for people, to be quoted in a ticket: severity, title, who did what to whom,
/// when, how far it got, the frames that show it, and what to do.
public final class IncidentStory {

    private static final double PERCENT = 100;
    private static final int CLOCK_DIGITS = 3;
    private static final int LABEL_COLUMNS = 12;
    private static final int MOST_NAMES = 12;

    private final SipIndex index;
    private final SettingText text;
    private final boolean isUnicode;
    private final boolean isColoured;

    IncidentStory(SipIndex index, SettingText text, boolean isUnicode, boolean isColoured) {
        this.index = index;
        this.text = text;
        this.isUnicode = isUnicode;
        this.isColoured = isColoured;
    }

    /// An incident as it is written to a file: without colours, in lines that end with `\n`.
    public static String textOf(SipIndex index, Incident incident) {
        StringWriter lines = new StringWriter();
        SettingText text = new SettingText(lines, Integer.MAX_VALUE); // as wide as text may be
        try {
            new IncidentStory(index, text, true, false).write(incident);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
        return lines.toString();
    }

    /// Writes an incident.
    void write(Incident incident) throws IOException {
        heading(incident);
        facts(incident);
        text.line("");
        text.wrapped("   ", shown(incident.whole().text()));
        keys(incident.keys());
        list("Recommended actions", incident.advice());
        list("Not determined", incident.notDetermined());
        list("Other explanations", incident.alternatives());
        text.line("");
        String techniques = incident.techniques()
                .stream()
                .map(its -> its.id() + " " + its.name())
                .collect(Collectors.joining(", "));
        if (!techniques.isEmpty()) {
            text.wrapped("   ", "MITRE ATT&CK: " + techniques);
        }
        text.wrapped("   ",
                "%s, joined from %s".formatted(incident.id(), HumanText.count(incident.findings().size(), "finding")));
    }

    private void heading(Incident incident) throws IOException {
        String severity = incident.severity().word().toUpperCase(Locale.ROOT);
        String title = shown(incident.title().text());
        if (isColoured) {
            severity = style(incident.severity()).paint(severity);
            title = Style.BOLD.paint(title);
        }
        text.line("%d  %s  %s".formatted(incident.number(), severity, title));
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Style.RED;
            case MEDIUM -> Style.YELLOW;
            case LOW, INFO -> Style.PLAIN;
        };
    }

    private void facts(Incident incident) throws IOException {
        fact("Outcome", "%s; confidence %.0f %%".formatted(incident.outcome().word(), incident.confidence() * PERCENT));
        String duration = HumanText.duration(incident.toNanos() - incident.fromNanos());
        fact("Time", "%s %s %s UTC (%s)".formatted(HumanText.moment(incident.fromNanos(), CLOCK_DIGITS),
                isUnicode ? "–" : "-", HumanText.moment(incident.toNanos(), CLOCK_DIGITS), duration));
        fact("Stages",
                incident.stages()
                        .stream()
                        .map(IncidentStory::stage)
                        .collect(Collectors.joining(isUnicode ? " → " : " -> ")));
        fact("Actors", actors(incident.actors()));
        fact("Fingerprint", String.join("; ", incident.actors().fingerprints()));
        fact("Victims", names(incident.victims()));
        fact("Accounts", names(incident.accounts()));
    }

    private static String stage(Stage stage) {
        String what = stage.what().text();
        String label = stage.kind().label().text();
        return what.isEmpty() ? label : "%s (%s)".formatted(label, what);
    }

    private static String actors(Actors actors) {
        if (actors.areForged()) {
            return "unknown (forged addresses: %s)".formatted(HumanText.count(actors.sources()));
        }
        int more = actors.sources() - actors.addresses().size();
        return actors.addresses().isEmpty() ? "unknown"
                : names(actors.addresses()) + (more > 0 ? " and %s more".formatted(HumanText.count(more)) : "");
    }

    private static String names(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? first + " and " + HumanText.count(more) + " more" : first;
    }

    private void fact(String label, String value) throws IOException {
        if (!value.isEmpty()) {
            String padded = ("   " + label + ":" + " ".repeat(LABEL_COLUMNS - label.length()));
            text.hanging(padded, shown(value));
        }
    }

    private void keys(List<KeyMessage> keys) throws IOException {
        if (keys.isEmpty()) {
            return;
        }
        text.line("");
        List<Integer> files = keys.stream().map(key -> index.messages().file(key.message())).distinct().toList();
        boolean isOneFile = files.size() == 1;
        text.wrapped("   ", isOneFile ? "Key frames of " + file(files.getFirst()) : "Key frames");
        for (KeyMessage key : keys) {
            int message = key.message();
            String where = isOneFile ? "" : file(index.messages().file(message)) + " ";
            String when = HumanText.clock(index.messages().capturedAtNanos(message), CLOCK_DIGITS);
            text.hanging("   - %sframe %d  %s  ".formatted(where, index.messages().frame(message), when),
                    shown(key.shows().text()));
        }
    }

    private String file(int number) {
        return shown(index.files().get(number).name());
    }

    private void list(String title, List<Sentence> sentences) throws IOException {
        if (sentences.isEmpty()) {
            return;
        }
        text.line("");
        text.line("   " + title);
        for (Sentence sentence : sentences) {
            text.hanging("   - ", shown(sentence.text()));
        }
    }

    private String shown(String untrusted) {
        return VisibleText.of(untrusted, isUnicode);
    }
}
