package org.sipsleuth.view.dialogs;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.fx.Texts;

/// Lets the prediction come and go at the right of the dialogs: by a button, or the key P.
final class PredictionPane {

    private static final double LEAST_WIDTH = 230;
    private static final double FIRST_WIDTH = 275;

    /// What the list gets of the rest: its first columns fit into it in a window of 1280 pixels.
    private static final double LIST_SHARE = 0.54;

    /// A view less wide than this has no room for it until it is asked for.
    private static final double NARROW = 1_000;

    private final ToggleButton button = new ToggleButton();
    private final VBox panel = new VBox();
    private double width = FIRST_WIDTH;
    private boolean isShared;

    PredictionPane(Parent prediction) {
        VBox.setVgrow(prediction, Priority.ALWAYS);
        panel.getChildren().add(prediction);
        panel.setMinWidth(LEAST_WIDTH);
        SplitPane.setResizableWithParent(panel, false);
        button.setId("prediction-toggle");
        button.setGraphic(new FontIcon(Feather.TRENDING_UP));
        button.setTooltip(new Tooltip(Texts.text("dialogs.prediction.toggle")));
        button.setAccessibleText(Texts.text("dialogs.prediction.toggle"));
        button.getStyleClass().addAll("small", "flat", "button-icon", "prediction-toggle");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setSelected(true);
    }

    /// Whether it is in sight.
    ReadOnlyBooleanProperty shownProperty() {
        return button.selectedProperty();
    }

    /// Shows and hides it.
    Node button() {
        return button;
    }

    /// What comes and goes.
    Node panel() {
        return panel;
    }

    /// Puts something below it, which comes and goes with it.
    void addBelow(Node part) {
        panel.getChildren().add(part);
    }

    /// Shows it, or hides it if it is shown.
    void toggle() {
        button.setSelected(!button.isSelected());
    }

    /// Puts it at the end of these parts.
    void install(SplitPane parts) {
        button.selectedProperty().subscribe(shown -> show(parts, shown));
        parts.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        parts.widthProperty().subscribe(now -> resized(parts, now.doubleValue()));
    }

    private void show(SplitPane parts, boolean shown) {
        if (shown && !parts.getItems().contains(panel)) {
            double[] before = parts.getDividerPositions();
            parts.getItems().add(panel);
            if (parts.getWidth() > 0) {
                double last = 1 - width / parts.getWidth();
                parts.setDividerPositions(before[0] * last, last);
            }
        } else if (!shown && parts.getItems().contains(panel)) {
            width = Math.max(LEAST_WIDTH, panel.getWidth());
            double first = parts.getDividerPositions()[0];
            double last = parts.getDividerPositions()[1];
            parts.getItems().remove(panel);
            parts.setDividerPositions(Math.min(0.6, first / last));
        }
    }

    /// Shares the room when the view first has a width.
    private void resized(SplitPane parts, double now) {
        if (now <= 0 || isShared || !button.isSelected()) {
            return;
        }
        isShared = true;
        if (now < NARROW) {
            double[] before = parts.getDividerPositions();
            button.setSelected(false);
            parts.setDividerPositions(before[0]);
            return;
        }
        double last = 1 - width / now;
        parts.setDividerPositions(last * LIST_SHARE, last);
    }

    private void keyPressed(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isMetaDown();
        if (plain
                && event.getCode() == KeyCode.P
                && !(event.getTarget() instanceof TextInputControl)) {
            toggle();
            event.consume();
        }
    }
}
