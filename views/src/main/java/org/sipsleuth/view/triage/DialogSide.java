package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.OutcomeReader;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.UtcTime;

/// The dialogs of a difference in one of two captures that are compared. Used on the JavaFX thread.
final class DialogSide extends VBox {

    private static final int LONGEST = 1_000;

    private final Label title = new Label();
    private final TableView<Integer> table = new TableView<>();
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
        title.setLabelFor(table);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox bar = new HBox(8, title, head);
        bar.getStyleClass().add("triage-side-head");
        table.setId(id);
        table.getStyleClass().addAll("dense", "edge-to-edge");
        table.getColumns()
                .setAll(
                        List.of(
                                column("frame", 76, this::frame),
                                column("time", 160, this::time),
                                column("outcome", 130, this::outcome),
                                column("from", 120, dialog -> of().dialogs().caller(dialog)),
                                column("to", 120, dialog -> of().dialogs().callee(dialog)),
                                column("call-id", 200, dialog -> of().dialogs().callId(dialog))));
        table.setOnKeyPressed(
                event -> {
                    Integer chosen = table.getSelectionModel().getSelectedItem();
                    if (event.getCode() == KeyCode.ENTER && chosen != null) {
                        entered.accept(chosen);
                        event.consume();
                    }
                });
        table.setOnMouseClicked(
                event -> {
                    Integer chosen = table.getSelectionModel().getSelectedItem();
                    if (event.getButton() == MouseButton.PRIMARY
                            && event.getClickCount() == 2
                            && chosen != null) {
                        entered.accept(chosen);
                    }
                });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(bar, table);
        setMinWidth(0);
    }

    private static TableColumn<Integer, String> column(
            String key, double width, IntFunction<String> value) {
        TableColumn<Integer, String> column =
                new TableColumn<>(text("triage.changes.dialog." + key));
        column.setPrefWidth(width);
        column.setSortable(false); // in the order of the capture, as long as it is
        column.setCellValueFactory(
                row ->
                        new ReadOnlyStringWrapper(
                                VisibleText.ofValue(value.apply(row.getValue()), LONGEST)));
        return column;
    }

    private SipIndex of() {
        return index.orElseThrow();
    }

    private String frame(int dialog) {
        return Integer.toString(of().messages().frame(of().dialogs().firstMessage(dialog)));
    }

    private String time(int dialog) {
        return UtcTime.moment(of(), of().dialogs().startNanos(dialog));
    }

    private String outcome(int dialog) {
        OutcomeReader reader = outcomes;
        return reader == null ? "" : reader.of(dialog).label();
    }

    /// Shows dialogs of a capture, and selects the first.
    ///
    /// @param words what they are
    /// @param none what stands in place of the list where there is none
    void show(SipIndex capture, List<Integer> dialogs, String words, String none) {
        table.getItems().clear();
        if (index.filter(capture::equals).isEmpty()) {
            index = Optional.of(capture);
            outcomes = new OutcomeReader(capture);
        }
        title.setText(words);
        title.setTooltip(new Tooltip(words));
        table.setPlaceholder(new Label(none));
        table.getItems().setAll(dialogs);
        table.getSelectionModel().selectFirst();
        table.scrollTo(0);
    }

    /// Shows nothing, and keeps nothing of a capture.
    void showNothing() {
        table.getItems().clear();
        index = Optional.empty();
        outcomes = null;
        title.setText("");
    }

    /// The selected dialog; null if there is none.
    ObservableValue<Integer> selectedProperty() {
        return table.getSelectionModel().selectedItemProperty();
    }

    /// The selected dialog.
    Optional<Integer> selected() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    /// Moves the keyboard focus into the list.
    void focus() {
        table.requestFocus();
    }
}
