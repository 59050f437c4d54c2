package org.sipsleuth.view.dialogs.row;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.DialogState;

/// What CSS says of rows. A canvas knows no style sheet, so it is read from nodes that do and are
/// never seen.
final class RowStyles {

    private static final String PLAIN = "row-text";
    private static final String HEAD = "row-head";

    private final Group samples = new Group();
    private final Map<String, Text> texts = new HashMap<>();
    private final Map<String, Label> labels = new HashMap<>();
    private final Map<DialogState, FontIcon> states = new EnumMap<>(DialogState.class);
    private final FontIcon open = arrow(Feather.CHEVRON_DOWN);
    private final FontIcon closed = arrow(Feather.CHEVRON_RIGHT);
    private final Runnable changed;

    /// @param changed called when colours or fonts have changed, as all do with the theme
    RowStyles(Runnable changed) {
        this.changed = changed;
        samples.setVisible(false);
        samples.setManaged(false);
        samples.getStyleClass().add("row-samples");
        text(PLAIN);
        text(HEAD);
        add(open);
        add(closed);
        for (DialogState state : DialogState.values()) {
            FontIcon icon = StateSign.of(state);
            states.put(state, icon);
            add(icon);
        }
    }

    /// The nodes that it is read from.
    Group samples() {
        return samples;
    }

    /// How values are written.
    Text plain() {
        return text(PLAIN);
    }

    /// How heads of groups are written.
    Text head() {
        return text(HEAD);
    }

    /// The arrow before the head of a group.
    FontIcon arrow(boolean isOpen) {
        return isOpen ? open : closed;
    }

    /// The icon of a state.
    FontIcon state(DialogState state) {
        FontIcon icon = states.get(state);
        if (icon == null) {
            throw new IllegalStateException("no icon of " + state);
        }
        return icon;
    }

    /// The colour of letters of this style class.
    Paint fill(String styleClass) {
        return text(styleClass).getFill();
    }

    /// The colour of letters on a ground of this style class.
    Paint fillOn(String styleClass) {
        return label(styleClass).getTextFill();
    }

    /// The colour of a ground of this style class.
    Paint ground(String styleClass) {
        Region region = label(styleClass);
        return region.getBackground() == null || region.getBackground().getFills().isEmpty()
                ? Color.TRANSPARENT
                : region.getBackground().getFills().getFirst().getFill();
    }

    /// The colour of the line around such a ground.
    Paint border(String styleClass) {
        Region region = label(styleClass);
        return region.getBorder() == null || region.getBorder().getStrokes().isEmpty()
                ? Color.TRANSPARENT
                : region.getBorder().getStrokes().getFirst().getTopStroke();
    }

    private Text text(String styleClass) {
        Text known = texts.get(styleClass);
        if (known == null) {
            known = new Text("Ag");
            known.getStyleClass().setAll("text", styleClass);
            texts.put(styleClass, known);
            add(known);
        }
        return known;
    }

    /// @param styleClasses one or more, with spaces between them
    private Label label(String styleClasses) {
        Label known = labels.get(styleClasses);
        if (known == null) {
            known = new Label();
            known.getStyleClass().addAll(styleClasses.split(" "));
            labels.put(styleClasses, known);
            known.textFillProperty().addListener((_, _, _) -> changed.run());
            known.backgroundProperty().addListener((_, _, _) -> changed.run());
            known.borderProperty().addListener((_, _, _) -> changed.run());
            samples.getChildren().add(known);
            known.applyCss();
        }
        return known;
    }

    private void add(Text sample) {
        sample.fillProperty().addListener((_, _, _) -> changed.run());
        sample.fontProperty().addListener((_, _, _) -> changed.run());
        samples.getChildren().add(sample);
        sample.applyCss();
    }

    private static FontIcon arrow(Feather shape) {
        FontIcon icon = new FontIcon(shape);
        icon.getStyleClass().add("row-arrow");
        return icon;
    }
}
