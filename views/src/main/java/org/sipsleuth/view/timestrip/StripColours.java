package org.sipsleuth.view.timestrip;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.sipsleuth.view.ui.MessageClass;

/// The strip's legend, and the colours of its canvas: a canvas knows no style sheet, so they are
/// read from nodes that do.
final class StripColours {

    private final Map<MessageClass, Region> swatches = new EnumMap<>(MessageClass.class);
    private final Label text;
    private final Region line;
    private final Region accent;
    private final Region ground;

    /// @param legend gets a swatch for each class
    /// @param text whose letters have the colour of those on the canvas
    StripColours(HBox legend, Label text, Region line, Region accent, Region ground) {
        this.text = text;
        this.line = line;
        this.accent = accent;
        this.ground = ground;
        for (MessageClass messageClass : MessageClass.values()) {
            Region swatch = new Region();
            swatch.getStyleClass().addAll("swatch", messageClass.styleClass());
            swatches.put(messageClass, swatch);
            legend.getChildren().add(new Label(StripText.name(messageClass), swatch));
        }
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
        Color letters = text.getTextFill() instanceof Color colour ? colour : Color.GRAY;
        return new TimeStripPainter.Palette(
                classes, letters, fill(line), fill(accent), fill(ground));
    }

    private static Color fill(Region node) {
        return node.getBackground() != null
                        && !node.getBackground().getFills().isEmpty()
                        && node.getBackground().getFills().getFirst().getFill()
                                instanceof Color colour
                ? colour
                : Color.GRAY;
    }
}
