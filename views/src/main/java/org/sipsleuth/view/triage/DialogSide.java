package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.UtcTime;

/// The dialogs of a difference on one of two sides that are compared. Used on the JavaFX thread.
final class DialogSide extends VBox {

    private static final int LONGEST = 1_000;

    private final Label title = new Label();
    private final ListView<Integer> list = new ListView<>();
    private Optional<SipIndex> index = Optional.empty();
    private @Nullable OutcomeReader outcomes;

    /// @param id what the ids of its parts begin with
    /// @param entered receives a dialog on Enter and on a double click
    /// @param head what stands right of its title
    DialogSide(String id, IntConsumer entered, HBox head) {
        title.setId(id + "-title");
        title.setMinWidth(0);
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.getStyleClass().add("triage-headline");
        title.setLabelFor(list);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox bar = new HBox(8, title, head);
        bar.getStyleClass().add("triage-side-head");
        list.setId(id);
        list.getStyleClass().add("edge-to-edge");
        list.setCellFactory(_ -> new Cell());
        list.setOnKeyPressed(event -> {
            Integer chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                entered.accept(chosen);
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            Integer chosen = list.getSelectionModel().getSelectedItem();
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && chosen != null) {
                entered.accept(chosen);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().add("triage-changed-side");
        getChildren().setAll(bar, list);
        setMinWidth(0);
    }

    /// A dialog: frame, time and outcome; below them who calls whom, and the Call-ID.
    private final class Cell extends ItemCell<Integer> {

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void show(Integer dialog) {
            SipIndex its = index.orElseThrow();
            OutcomeReader reader = Objects.requireNonNull(outcomes);
            DialogTable dialogs = its.dialogs();
            String first = text("triage.changes.dialog", its.title(dialogs.firstMessage(dialog)),
                    UtcTime.moment(its, dialogs.startNanos(dialog)), reader.of(dialog).label());
            String second = VisibleText.ofValue(text("triage.changes.dialog.who", dialogs.caller(dialog),
                    dialogs.callee(dialog), dialogs.callId(dialog)), LONGEST);
            setGraphic(new VBox(1, line(first, ""), line(second, "triage-note")));
            setAccessibleText(first + ", " + second);
        }

        private static Label line(String words, String style) {
            Label label = new Label(words);
            label.setMinWidth(0);
            label.setTooltip(new Tooltip(words));
            label.setMinHeight(Region.USE_PREF_SIZE);
            if (!style.isEmpty()) {
                label.getStyleClass().add(style);
            }
            return label;
        }
    }

    /// Shows dialogs of a capture, and selects the first.
    ///
    /// @param words what they are
    /// @param none what stands in place of an empty list
    void show(SipIndex capture, List<Integer> dialogs, String words, String none) {
        list.getItems().clear();
        if (index.filter(capture::equals).isEmpty()) {
            index = Optional.of(capture);
            outcomes = new OutcomeReader(capture);
        }
        title.setText(words);
        title.setTooltip(new Tooltip(words));
        Label empty = new Label(none);
        empty.getStyleClass().add("triage-note");
        list.setPlaceholder(empty);
        list.getItems().setAll(dialogs);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    /// Shows nothing, and keeps nothing of a capture.
    void showNothing() {
        list.getItems().clear();
        index = Optional.empty();
        outcomes = null;
        title.setText("");
    }

    /// The selected dialog, or null.
    ObservableValue<Integer> selectedProperty() {
        return list.getSelectionModel().selectedItemProperty();
    }

    /// The selected dialog.
    Optional<Integer> selected() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /// Moves the keyboard focus into the list.
    void focus() {
        list.requestFocus();
    }
}
