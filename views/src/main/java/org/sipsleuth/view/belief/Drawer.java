package org.sipsleuth.view.belief;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The lower half of the page, where one of several parts is pulled out.
final class Drawer {

    private static final double DIVIDER = 0.48;

    private final SplitPane halves;
    private final VBox root = new VBox();
    private final HBox head = new HBox();
    private final Label title = new Label();
    private final Label note = new Label();
    private final Map<String, Node> parts = new LinkedHashMap<>();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();

    /// @param halves where it is put while it is open
    Drawer(SplitPane halves) {
        this.halves = halves;
        root.getStyleClass().add("drawer");
        root.setMinHeight(120);
        head.getStyleClass().add("part-head");
        title.setMinWidth(Label.USE_PREF_SIZE);
        note.getStyleClass().add("part-note");
        note.setMinWidth(0);
        note.setMaxWidth(Double.MAX_VALUE);
        note.setTooltip(new Tooltip());
        note.getTooltip().textProperty().bind(note.textProperty());
        HBox.setHgrow(note, Priority.ALWAYS);
        Button close = new Button();
        close.setId("beliefs-drawer-close");
        close.getStyleClass().addAll("small", "flat", "button-icon");
        close.setGraphic(new FontIcon("fth-x"));
        close.setMinWidth(Button.USE_PREF_SIZE);
        close.setAccessibleText(text("belief.drawer.close"));
        close.setOnAction(_ -> close());
        title.getStyleClass().add("part-title");
        head.getChildren().addAll(title, note, close);
    }

    /// Adds a part.
    ///
    /// @param button pulls it out
    void add(String name, Node part, ToggleButton button) {
        parts.put(name, part);
        buttons.put(name, button);
        button.setOnAction(_ -> {
            if (button.isSelected()) {
                open(name);
            } else {
                close();
            }
        });
    }

    /// Pulls a part out.
    void open(String name) {
        buttons.forEach((each, button) -> button.setSelected(each.equals(name)));
        title.setText(text("belief.drawer." + name));
        note.setText(text("belief.drawer." + name + ".note"));
        Node part = parts.get(name);
        VBox.setVgrow(part, Priority.ALWAYS);
        root.getChildren().setAll(head, part);
        if (!halves.getItems().contains(root)) {
            halves.getItems().add(root);
            halves.setDividerPositions(DIVIDER);
        }
    }

    /// Pulls it out, or pushes it back if it is out.
    void turn(String name) {
        ToggleButton button = buttons.get(name);
        if (button != null && button.isSelected()) {
            close();
        } else {
            open(name);
        }
    }

    private void close() {
        buttons.values().forEach(button -> button.setSelected(false));
        halves.getItems().remove(root);
    }
}
