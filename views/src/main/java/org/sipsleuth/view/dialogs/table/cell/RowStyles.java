package org.sipsleuth.view.dialogs.table.cell;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.NetworkStyle;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.StageStyle;
import org.sipsleuth.view.ui.TruthWords;

/// The CSS of rows. A canvas knows no style sheet, so it is read from nodes that do and are
/// never seen.
final class RowStyles {

    private static final BackgroundFill NOTHING = new BackgroundFill(Color.TRANSPARENT, null, null);

    private final Group samples = new Group();
    private final Text plain = new Text("Ag");
    private final Text head = new Text("Ag");
    private final FontIcon open = new FontIcon(Feather.CHEVRON_DOWN);
    private final FontIcon closed = new FontIcon(Feather.CHEVRON_RIGHT);
    private final FontIcon hint = new FontIcon(Feather.ALERT_CIRCLE);
    private final FontIcon words = new FontIcon(Feather.MESSAGE_SQUARE);
    private final Map<OutcomeSign, Text> outcomes = new HashMap<>();
    private final Map<Enum<?>, Text> texts = new HashMap<>();
    private final Map<Enum<?>, Label> grounds = new HashMap<>();
    private final Runnable changed;

    /// @param changed called when colours or fonts have changed, as all do with the theme
    RowStyles(Runnable changed) {
        this.changed = changed;
        samples.setVisible(false);
        samples.setManaged(false);
        samples.getStyleClass().add("row-samples");
        add(plain, "text", "row-text");
        add(head, "text", "row-head");
        add(open, "row-arrow");
        add(closed, "row-arrow");
        add(hint, "row-hint");
        add(words, "row-words");
        for (Outcome outcome : Outcome.values()) {
            for (boolean isOfIncident : new boolean[]{false, true}) {
                outcomes.computeIfAbsent(new OutcomeSign(outcome, isOfIncident), this::added);
            }
        }
        for (Severity severity : Severity.values()) {
            FontIcon icon = SeverityStyle.icon(severity);
            texts.put(severity, icon);
            add(icon, "row-severity");
        }
        for (Mark mark : Mark.values()) {
            Text shape = new Text();
            texts.put(mark, shape);
            add(shape, "text", MarkStyle.styleClass(mark));
        }
        for (NetworkMark mark : NetworkMark.values()) {
            Text shape = new Text();
            texts.put(mark, shape);
            add(shape, "text", NetworkStyle.styleClass(mark));
        }
        for (NoteMark note : NoteMark.values()) {
            addGround(note, "note-" + note.name().toLowerCase(Locale.ROOT));
        }
        for (TrafficClass meant : TrafficClass.values()) {
            addGround(meant, "truth-swatch", TruthWords.styleClass(meant));
        }
        for (StageStyle stage : StageStyle.values()) {
            addGround(stage, "stage-swatch", stage.styleClass());
        }
    }

    private void add(Text sample, String... styleClasses) {
        sample.getStyleClass().addAll(styleClasses);
        sample.fillProperty().addListener((_, _, _) -> changed.run());
        sample.fontProperty().addListener((_, _, _) -> changed.run());
        samples.getChildren().add(sample);
    }

    private void addGround(Enum<?> meant, String... styleClasses) {
        Label sample = new Label();
        sample.getStyleClass().addAll(styleClasses);
        sample.textFillProperty().addListener((_, _, _) -> changed.run());
        sample.backgroundProperty().addListener((_, _, _) -> changed.run());
        sample.borderProperty().addListener((_, _, _) -> changed.run());
        grounds.put(meant, sample);
        samples.getChildren().add(sample);
    }

    /// The nodes that it is read from.
    Node samples() {
        return samples;
    }

    /// How values are written.
    Text plain() {
        return plain;
    }

    /// How heads of groups are written.
    Text head() {
        return head;
    }

    /// The arrow before the head of a group.
    Text arrow(boolean isOpen) {
        return isOpen ? open : closed;
    }

    /// The icon of a dialog whose outcome is explained by hints.
    Text hint() {
        return hint;
    }

    /// The icon of a dialog that has tags or a comment.
    Text words() {
        return words;
    }

    /// The icon of an outcome.
    Text outcome(OutcomeSign sign) {
        return outcomes.computeIfAbsent(sign, this::added);
    }

    private Text added(OutcomeSign sign) {
        Text icon = sign.icon();
        add(icon);
        return icon;
    }

    /// The icon of a severity.
    Text severity(Severity severity) {
        return text(severity);
    }

    /// The colour of a mark.
    Paint fill(Mark mark) {
        return text(mark).getFill();
    }

    /// The colour of what the network says.
    Paint fill(NetworkMark mark) {
        return text(mark).getFill();
    }

    private Text text(Enum<?> meant) {
        Text sample = texts.get(meant);
        if (sample == null) {
            throw new IllegalStateException("no sample of " + meant);
        }
        return sample;
    }

    /// The colour of a note's letter.
    Paint letter(NoteMark note) {
        return sample(note).getTextFill();
    }

    /// The ground of a note.
    BackgroundFill ground(NoteMark note) {
        return ground(sample(note));
    }

    /// The colour of a stage.
    BackgroundFill ground(StageStyle stage) {
        return ground(sample(stage));
    }

    /// The background colour of a traffic class.
    BackgroundFill ground(TrafficClass meant) {
        return ground(sample(meant));
    }

    private static BackgroundFill ground(Label sample) {
        return sample.getBackground() == null || sample.getBackground().getFills().isEmpty() ? NOTHING
                : sample.getBackground().getFills().getFirst();
    }

    /// The colour of the line around it.
    Paint border(TrafficClass meant) {
        Label sample = sample(meant);
        return sample.getBorder() == null || sample.getBorder().getStrokes().isEmpty() ? Color.TRANSPARENT
                : sample.getBorder().getStrokes().getFirst().getTopStroke();
    }

    /// Its width and height in pixels.
    double swatch() {
        return sample(TrafficClass.NORMAL).getMinWidth();
    }

    private Label sample(Enum<?> meant) {
        Label sample = grounds.get(meant);
        if (sample == null) {
            throw new IllegalStateException("no sample of " + meant);
        }
        return sample;
    }
}
