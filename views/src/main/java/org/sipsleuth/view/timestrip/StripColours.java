package org.sipsleuth.view.timestrip;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.StageStyle;
import org.sipsleuth.view.ui.TruthWords;

/// The strip's legend, and the colours of its canvas: a canvas knows no style sheet, so they are
/// read from nodes that do.
final class StripColours {

    private final Map<MessageClass, Region> swatches = new EnumMap<>(MessageClass.class);
    private final Map<StageStyle, Region> stages = new EnumMap<>(StageStyle.class);
    private final Map<Severity, Region> severities = new EnumMap<>(Severity.class);
    private final Map<TrafficClass, Region> attacks = new EnumMap<>(TrafficClass.class);
    private final Label stageLegend;
    private final Label attackLegend;
    private final Label rangeLegend;
    private final Region truth;
    private final Label text;
    private final Label letters;
    private final Region line;
    private final Region accent;
    private final Region ground;

    /// @param legend gets a swatch for each class
    /// @param hidden gets a node for each stage, severity and class of the ground truth
    /// @param text whose letters have the colour of those on the canvas
    /// @param letters whose letters have the colour of the bands' words
    StripColours(HBox legend, Pane hidden, Label text, Label letters, Region line, Region accent, Region ground) {
        this.text = text;
        this.letters = letters;
        this.line = line;
        this.accent = accent;
        this.ground = ground;
        for (MessageClass messageClass : MessageClass.values()) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", messageClass.styleClass());
            swatches.put(messageClass, swatch);
            legend.getChildren().add(new Label(StripText.name(messageClass), swatch));
        }
        for (StageStyle style : StageStyle.values()) {
            stages.put(style, hidden(hidden, "strip-stage", style.styleClass()));
        }
        for (Severity severity : Severity.values()) {
            severities.put(severity, hidden(hidden, "strip-severity", SeverityStyle.styleClass(severity)));
        }
        for (TrafficClass each : TrafficClass.values()) {
            attacks.put(each, hidden(hidden, "truth-swatch", TruthWords.styleClass(each)));
        }
        truth = hidden(hidden, "strip-truth");
        stageLegend = outlined(StripText.stages(), "stage-outline");
        attackLegend = outlined(StripText.attacks(), "attack-outline");
        rangeLegend = outlined(StripText.ranges(), "truth-outline");
        legend.getChildren().addAll(stageLegend, attackLegend, rangeLegend);
        showStages(false);
        showAttacks(false);
        showRanges(false);
    }

    private static Label outlined(String name, String styleClass) {
        Region outline = new Region();
        outline.getStyleClass().add(styleClass);
        return new Label(name, outline);
    }

    private static Region hidden(Pane parent, String... styleClasses) {
        Region node = new Region();
        node.getStyleClass().addAll(styleClasses);
        node.setVisible(false);
        node.setManaged(false);
        parent.getChildren().addFirst(node);
        return node;
    }

    /// Explains bands in the legend while there are any.
    void showStages(boolean areThere) {
        stageLegend.setVisible(areThere);
        stageLegend.setManaged(areThere);
    }

    /// Explains the lane of the ground truth in the legend while there is one.
    void showAttacks(boolean areThere) {
        attackLegend.setVisible(areThere);
        attackLegend.setManaged(areThere);
    }

    /// Explains the lanes of a lab's time ranges in the legend while there are any.
    void showRanges(boolean areThere) {
        rangeLegend.setVisible(areThere);
        rangeLegend.setManaged(areThere);
    }

    /// Notifies of changed colours, for example with the theme.
    void listen(Runnable changed) {
        swatches.values().forEach(s -> s.backgroundProperty().subscribe(_ -> changed.run()));
        ground.backgroundProperty().subscribe(_ -> changed.run());
    }

    /// The colours now.
    TimeStripPainter.Palette palette() {
        Map<MessageClass, Color> classes = new EnumMap<>(MessageClass.class);
        swatches.forEach((messageClass, swatch) -> classes.put(messageClass, fill(swatch)));
        Map<StageStyle, Color> kinds = new EnumMap<>(StageStyle.class);
        stages.forEach((style, node) -> kinds.put(style, fill(node)));
        Map<Severity, Color> grades = new EnumMap<>(Severity.class);
        severities.forEach((severity, node) -> grades.put(severity, fill(node)));
        Map<TrafficClass, Color> truths = new EnumMap<>(TrafficClass.class);
        attacks.forEach((trafficClass, node) -> truths.put(trafficClass, fill(node)));
        return new TimeStripPainter.Palette(classes, kinds, grades, truths, letters(text), letters(letters), fill(line),
                fill(accent), fill(truth), fill(ground));
    }

    private static Color letters(Label label) {
        return label.getTextFill() instanceof Color colour ? colour : Color.GRAY;
    }

    private static Color fill(Region node) {
        return node.getBackground() != null && !node.getBackground().getFills().isEmpty()
                && node.getBackground().getFills().getFirst().getFill() instanceof Color colour ? colour : Color.GRAY;
    }
}
