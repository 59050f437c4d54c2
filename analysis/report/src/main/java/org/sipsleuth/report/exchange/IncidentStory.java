package org.sipsleuth.report.exchange;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.report.document.Block;
import org.sipsleuth.report.document.Document;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.report.document.Fact;
import org.sipsleuth.report.document.IncidentDocument;
import org.sipsleuth.report.document.Places;
import org.sipsleuth.report.document.Topic;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.SettingText;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// An incident as text for people, to be quoted in a ticket: severity, title, who did what to whom,
/// when, how far it got, the frames that show it, and what to do.
public final class IncidentStory {

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
        Document document = IncidentDocument.of(incident, Places.named(index));
        heading(incident);
        facts(incident, document);
        text.line("");
        for (Block block : document.about(Topic.STORY)) {
            if (block instanceof Block.Paragraph story) {
                text.wrapped("   ", shown(story.words()));
            }
        }
        keys(incident.keys());
        for (Topic topic : List.of(Topic.ADVICE, Topic.NOT_DETERMINED, Topic.ALTERNATIVES)) {
            list(topic, document.about(topic));
        }
        text.line("");
        Optional<Fact> attack = document.fact(Fact.Name.ATTACK);
        if (attack.isPresent()) {
            text.wrapped("   ", shown(attack.get().label()) + ": " + shown(attack.get().words(Integer.MAX_VALUE)));
        }
        text.wrapped("   ", "%s, joined from %s".formatted(incident.id(),
                DocumentTexts.counted(incident.findings().size(), "finding").text()));
    }

    private void heading(Incident incident) throws IOException {
        String severity = incident.severity().word().toUpperCase(Locale.ROOT);
        String title = shown(incident.title());
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

    private void facts(Incident incident, Document document) throws IOException {
        for (Fact fact : document.facts()) {
            String words = shown(fact.words(MOST_NAMES));
            switch (fact.name()) {
                case OUTCOME -> fact(fact.label(), "%s; confidence %s".formatted(words,
                        document.fact(Fact.Name.CONFIDENCE).map(sure -> shown(sure.words(1))).orElseThrow()));
                case TIME -> {
                    String period = fact.words(1).text();
                    fact(fact.label(), isUnicode ? period : period.replace('–', '-'));
                    fact(Topic.STAGES.heading(),
                            incident.stages()
                                    .stream()
                                    .map(this::stage)
                                    .collect(Collectors.joining(isUnicode ? " → " : " -> ")));
                }
                case ACTORS, CARRIERS, FINGERPRINTS, VICTIMS, ACCOUNTS -> fact(fact.label(), words);
                case KIND, SEVERITY, CONFIDENCE, ATTACK, ID, REASON -> {
                    // in the heading, beside the outcome, or at the end
                }
            }
        }
    }

    private String stage(Stage stage) {
        String what = shown(stage.what());
        String label = stage.label().text();
        return what.isEmpty() ? label : "%s (%s)".formatted(label, what);
    }

    private void fact(Sentence label, String value) throws IOException {
        String name = label.text();
        text.hanging("   " + name + ":" + " ".repeat(LABEL_COLUMNS - name.length()), value);
    }

    private void keys(List<KeyMessage> keys) throws IOException {
        if (keys.isEmpty()) {
            return;
        }
        text.line("");
        List<Integer> files = keys.stream().map(key -> index.messages().file(key.message())).distinct().toList();
        boolean isOneFile = files.size() == 1;
        String heading = Topic.KEYS.heading().text();
        text.wrapped("   ", isOneFile ? "%s in %s".formatted(heading, file(files.getFirst())) : heading);
        for (KeyMessage key : keys) {
            int message = key.message();
            String where = isOneFile ? "" : file(index.messages().file(message)) + " ";
            String when = HumanText.clock(index.messages().capturedAtNanos(message), CLOCK_DIGITS);
            text.hanging("   - %s%s  %s  ".formatted(where, index.citation(message), when), shown(key.shows()));
        }
    }

    private String file(int number) {
        return VisibleText.of(index.files().get(number).name(), isUnicode);
    }

    private void list(Topic topic, List<Block> blocks) throws IOException {
        if (blocks.isEmpty()) {
            return;
        }
        text.line("");
        text.line("   " + topic.heading().text());
        for (Block block : blocks) {
            if (block instanceof Block.Items items) {
                for (Sentence sentence : items.items()) {
                    text.hanging("   - ", shown(sentence));
                }
            }
        }
    }

    private String shown(Sentence untrusted) {
        return VisibleText.of(untrusted.text(), isUnicode);
    }
}
