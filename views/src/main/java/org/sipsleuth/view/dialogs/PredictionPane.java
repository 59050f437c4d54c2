package org.sipsleuth.view.dialogs;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.session.page.LadderCompanion;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.Texts;

/// Shows and hides the companions of the ladder, such as the prediction, at its right: by a button,
/// or the key P. It is hidden until somebody asks for it; the choice is remembered.
final class PredictionPane {

    private static final double LEAST_WIDTH = 230;
    private static final double FIRST_WIDTH = 320;
    private static final double MOST_WIDTH = 800;
    private static final String OPEN = "dialogs.prediction.open";
    private static final String WIDTH = "dialogs.prediction.width";

    private final ToggleButton button = new ToggleButton();
    private final VBox panel = new VBox();
    private final Memory memory;
    private double width;
    private boolean isPlaced;

    PredictionPane(Memory memory) {
        this.memory = memory;
        width = memory.get(WIDTH).map(PredictionPane::width).orElse(FIRST_WIDTH);
        panel.setMinWidth(LEAST_WIDTH);
        SplitPane.setResizableWithParent(panel, false);
        button.setId("prediction-toggle");
        button.setGraphic(new FontIcon(Feather.TRENDING_UP));
        button.setTooltip(new Tooltip(Texts.text("dialogs.prediction.toggle")));
        button.setAccessibleText(Texts.text("dialogs.prediction.toggle"));
        button.getStyleClass().addAll("small", "flat", "button-icon", "prediction-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(memory.get(OPEN).map(Boolean::parseBoolean).orElse(false));
        button.selectedProperty().addListener((_, _, shown) -> memory.keep(OPEN, Boolean.toString(shown)));
        memory.whenReplaced(this::recall);
    }

    private void recall() {
        double wanted = memory.get(WIDTH).map(PredictionPane::width).orElse(width);
        boolean isOpen = memory.get(OPEN).map(Boolean::parseBoolean).orElse(button.isSelected());
        if (wanted != width && button.isSelected()) {
            button.setSelected(false); // it comes back with the other width
        }
        width = wanted;
        button.setSelected(isOpen);
    }

    /// Whether it is in view.
    ReadOnlyBooleanProperty shownProperty() {
        return button.selectedProperty();
    }

    /// Shows and hides it.
    Node button() {
        return button;
    }

    /// The companions of the ladder.
    Node panel() {
        return panel;
    }

    /// Adds a companion of the ladder below the others.
    void add(LadderCompanion companion) {
        if (companion.isTall()) {
            VBox.setVgrow(companion.root(), Priority.ALWAYS);
        }
        panel.getChildren().add(companion.root());
    }

    /// Shows it, or hides it if it is shown.
    void toggle() {
        button.setSelected(!button.isSelected());
    }

    /// Puts it at the end of these parts.
    void install(SplitPane parts) {
        button.selectedProperty().subscribe(shown -> show(parts, shown));
        parts.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        parts.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> keepWidth());
        parts.widthProperty().subscribe(now -> firstShown(parts, now.doubleValue()));
    }

    private void keepWidth() {
        if (panel.getScene() != null && Math.abs(panel.getWidth() - width) >= 1) {
            width = Math.max(LEAST_WIDTH, panel.getWidth());
            memory.keep(WIDTH, Long.toString(Math.round(width)));
        }
    }

    private void show(SplitPane parts, boolean shown) {
        if (shown && !parts.getItems().contains(panel)) {
            double[] before = parts.getDividerPositions();
            parts.getItems().add(panel);
            if (parts.getWidth() > 0) {
                isPlaced = true;
                double last = 1 - width / parts.getWidth();
                parts.setDividerPositions(before[0] * last, last);
            }
        } else if (!shown && parts.getItems().contains(panel)) {
            double first = parts.getDividerPositions()[0];
            double last = parts.getDividerPositions()[1];
            parts.getItems().remove(panel);
            parts.setDividerPositions(Math.min(0.6, first / last));
        }
    }

    /// Sets its width once the view has one.
    private void firstShown(SplitPane parts, double now) {
        if (now > 0 && !isPlaced && parts.getItems().contains(panel)) {
            isPlaced = true;
            double last = 1 - width / now;
            parts.setDividerPositions(parts.getDividerPositions()[0] * last, last);
        }
    }

    private static double width(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), LEAST_WIDTH, MOST_WIDTH);
        } catch (NumberFormatException e) {
            return FIRST_WIDTH; // written by hand
        }
    }

    private void keyPressed(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain && event.getCode() == KeyCode.P && !(event.getTarget() instanceof TextInputControl)) {
            toggle();
            event.consume();
        }
    }
}
