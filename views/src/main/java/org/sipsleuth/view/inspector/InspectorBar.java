package org.sipsleuth.view.inspector;

import java.net.URL;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.view.inspector.InspectorViewModel.ChosenDialog;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The closed inspector: a narrow bar that shows how many hints the chosen dialog has, and opens it
/// again.
final class InspectorBar {

    private static final Logger LOG = LoggerFactory.getLogger(InspectorBar.class);
    private static final URL STYLES = Objects.requireNonNull(InspectorBar.class.getResource("inspector.css"));
    private static final double QUARTER_TURN = 90;

    private final Executor background;
    private final Button button = new Button();
    private final Label badge = new Label();
    private final Label words = new Label();
    private final Tooltip tip = new Tooltip();
    private @Nullable RunTask<Integer> counting;

    /// @param background where files are read
    InspectorBar(InspectorViewModel model, Executor background) {
        this.background = background;
        badge.getStyleClass().add("hint-count");
        words.getStyleClass().add("bar-words");
        words.setRotate(QUARTER_TURN);
        VBox content = new VBox(new FontIcon(Feather.CHEVRON_LEFT), badge, new Group(words));
        content.setAlignment(Pos.TOP_CENTER);
        content.getStyleClass().add("bar-content");
        button.setId("inspector-bar");
        button.setGraphic(content);
        button.getStyleClass().setAll("button", "inspector-bar");
        button.setMaxHeight(Double.MAX_VALUE);
        button.setTooltip(tip);
        button.getStylesheets().add(STYLES.toExternalForm());
        model.dialogProperty().subscribe(this::count);
    }

    /// The bar.
    ///
    /// @param open opens the inspector
    Parent root(Runnable open) {
        button.setOnAction(_ -> open.run());
        return button;
    }

    private void count(Optional<ChosenDialog> chosen) {
        if (counting != null) {
            counting.cancel();
            counting = null;
        }
        if (chosen.isEmpty()) {
            show(0);
            return;
        }
        ChosenDialog its = chosen.get();
        RunTask<Integer> task = new RunTask<>(
                _ -> its.index().opened().verified(() -> new FieldReader(its.index()).hints(its.dialog()).size()));
        task.setOnSucceeded(_ -> show(task.getValue()));
        task.setOnFailed(_ -> {
            FailureLog.warn(LOG, "The hints of a dialog cannot be read", task.getException());
            show(0);
        });
        counting = task;
        background.execute(task);
    }

    private void show(int hints) {
        badge.setText(Integer.toString(hints));
        badge.setVisible(hints > 0);
        badge.setManaged(hints > 0);
        words.setText(Texts.text(hints > 0 ? "inspector.bar.hints" : "inspector.bar", hints));
        String whole = Texts.text(hints > 0 ? "inspector.bar.open.hints" : "inspector.bar.open", hints);
        tip.setText(whole + " (F4)");
        button.setAccessibleText(whole);
    }
}
