package org.sipsleuth.view.incident.part;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.explain.Explain;

/// The small parts of cards: tags, links, labels with a style class.
public final class Tags {

    /// Longer texts are cut off even where they wrap.
    private static final int LONGEST_WRAPPED = 160;

    /// An IPv4 address.
    private static final int LONGEST_SHORT_ADDRESS = 15;

    /// An IPv6 address, and not what a hostile capture calls one.
    private static final int LONGEST_ADDRESS = 45;

    private static final double WIDEST_TIP = 560;
    private static final double HIGHEST_TIP = 200;

    private Tags() {}

    /// Severity, outcome and confidence of an incident: that it is of its kind; the tip has all.
    public static List<Node> of(Incident incident) {
        Label sure = tag(IncidentTexts.confidence(incident.confidence().kind()));
        sure.setTooltip(new Tooltip(text("confidence.tip", IncidentTexts.confidence(incident.confidence()))));
        Explain.on(sure, () -> incident.confidence().explanations());
        Label grave = severity(incident.severity());
        Explain.on(grave, () -> List.of(incident.explanations().getLast()));
        return List.of(grave, outcome(incident.outcome()), sure);
    }

    private static Label severity(Severity severity) {
        Label tag = tag(text("severity", SeverityStyle.word(severity)));
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

    /// An icon that stands for a state: `good`, `limited`, `neutral`.
    public static FontIcon icon(String literal, String state) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().addAll("quality-icon", state);
        return icon;
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
        addTip(label, words);
        return label;
    }

    /// A text that wraps where there is no room, and shows all of it as its tooltip; what is far
    /// longer than expected, as in a hostile capture, is cut off.
    public static Label wrapped(String words, String... classes) {
        Label label = paragraph(shortened(words), classes);
        label.setMinWidth(0);
        addTip(label, words);
        return label;
    }

    /// A sentence that wraps, and of which nothing is left out.
    public static Label sentence(String words, String... classes) {
        Label label = paragraph(words, classes);
        label.setMinWidth(0);
        return label;
    }

    /// The text, or as much of it as is shown of one that is far longer than expected.
    public static String shortened(String words) {
        return words.length() <= LONGEST_WRAPPED ? words : words.substring(0, LONGEST_WRAPPED) + "…";
    }

    /// A link for an address. It is never shortened: a long one wraps.
    public static Hyperlink address(String address, Runnable act) {
        Hyperlink link = link(IncidentTexts.visible(address), text("link.host"), _ -> act.run());
        link.getStyleClass().add("address");
        if (isShort(address)) {
            link.setMinWidth(Region.USE_PREF_SIZE);
        } else if (address.length() <= LONGEST_ADDRESS) {
            link.setWrapText(true);
            link.setMinHeight(Region.USE_PREF_SIZE);
        }
        return link;
    }

    /// A link for an address with a note: beside it, or below an address that is long.
    public static Region noted(String address, Hyperlink link, Label note) {
        Pane both = isShort(address) ? new HBox(link, note) : new VBox(link, note);
        both.getStyleClass().add("address-row");
        return both;
    }

    private static boolean isShort(String address) {
        return address.length() <= LONGEST_SHORT_ADDRESS;
    }

    /// Sets a tooltip that wraps, is no higher than a few lines, and stands above its control where
    /// it would run over the lower edge of the window.
    public static void addTip(Control control, String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST_TIP);
        tip.setMaxHeight(HIGHEST_TIP);
        tip.setOnShown(_ -> {
            Window owner = tip.getOwnerWindow();
            Bounds place = control.localToScreen(control.getLayoutBounds());
            if (place != null && tip.getY() + tip.getHeight() > bottom(owner)) {
                tip.setY(place.getMinY() - tip.getHeight());
            }
        });
        control.setTooltip(tip);
    }

    private static double bottom(Window window) {
        return window.getY() + window.getHeight();
    }

    /// A link for a value of the capture.
    public static Hyperlink link(String words, String tip, Consumer<Hyperlink> act) {
        Hyperlink link = new Hyperlink(words);
        link.getStyleClass().add("plain-link");
        addTip(link, tip.equals(words) ? words : words + "\n" + tip);
        link.setMinWidth(0);
        link.setOnAction(_ -> {
            link.setVisited(false);
            act.accept(link);
        });
        return link;
    }
}
