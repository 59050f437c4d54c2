package org.sipsleuth.view.incident.part;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.ui.SeverityStyle;

/// The small parts of cards: tags, links, labels with a style class.
public final class Tags {

    private Tags() {}

    /// Severity, outcome and confidence of an incident.
    public static List<Node> of(Incident incident) {
        return List.of(
                severity(incident.severity()),
                outcome(incident.outcome()),
                tag(IncidentTexts.confidence(incident.confidence())));
    }

    private static Label severity(Severity severity) {
        Label tag = tag(SeverityStyle.word(severity));
        tag.getStyleClass().addAll("severity-tag", SeverityStyle.styleClass(severity));
        return tag;
    }

    private static Label outcome(Outcome outcome) {
        Label tag = tag(IncidentTexts.outcome(outcome));
        tag.setTooltip(new Tooltip(text("outcome.tip")));
        return tag;
    }

    private static Label tag(String words) {
        Label tag = label(words, "tag");
        tag.setMinWidth(Label.USE_PREF_SIZE);
        return tag;
    }

    /// How the requests of one actor of an incident are written; empty where that is not known of
    /// it alone.
    public static String fingerprint(Incident incident, String address) {
        return incident.findings().stream()
                .flatMap(finding -> finding.observation().stream())
                .map(Observation::actors)
                .filter(actors -> actors.addresses().equals(List.of(address)))
                .flatMap(actors -> actors.fingerprints().stream())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /// A text with style classes.
    public static Label label(String words, String... classes) {
        Label label = new Label(words);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /// A text that wraps.
    public static Label paragraph(String words, String... classes) {
        Label label = label(words, classes);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    /// A text that is cut off where there is no room, and shows all of it as its tooltip.
    public static Label cut(String words, String... classes) {
        Label label = label(words, classes);
        label.setMinWidth(0);
        Tooltip all = new Tooltip(words);
        all.setWrapText(true);
        all.setMaxWidth(480);
        label.setTooltip(all);
        return label;
    }

    /// A link for a value of the capture.
    public static Hyperlink link(String words, String tip, Consumer<Hyperlink> act) {
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("plain-link");
        Tooltip all = new Tooltip(tip.equals(words) ? words : words + "\n" + tip);
        all.setWrapText(true);
        all.setMaxWidth(480);
        link.setTooltip(all);
        link.setMinWidth(0);
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    act.accept(link);
                });
        return link;
    }
}
