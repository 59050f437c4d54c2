package org.sipsleuth.view.incident.page;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.KeyMessage;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.StageStyle;
import org.sipsleuth.view.ui.StyledAs;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.WindowFaults;

/// The key messages of an incident. A row selects its message everywhere; Enter or a double click
/// shows it in its ladder.
final class KeyTable {

    private static final double ROW = 28;
    private static final double HEAD = 42;
    private static final double LEAST = 90;
    private static final double TIME = 112;
    private static final double DATED = 184;

    /// A message with what is shown of it.
    private record Row(KeyMessage key, @Nullable IncidentKind stage, String word, String time, String frame, int type,
            String message, String ends, String shows, String file) {}

    private final EvidenceLinks links;

    KeyTable(EvidenceLinks links) {
        this.links = links;
    }

    /// The table of an incident.
    Node show(SipIndex index, Incident incident) {
        TableView<Row> table = new TableView<>();
        table.setId("incident-keys");
        table.getStyleClass().addAll("dense", "key-table");
        table.setFixedCellSize(ROW);
        table.setAccessibleText(text("evidence"));
        double time = UtcTime.spansDays(index) ? DATED : TIME;
        List<TableColumn<Row, ?>> columns = new ArrayList<>(
                List.of(column("keys.stage", 110, 110, StageCell::new), column("keys.time", time, time, Row::time),
                        column("keys.frame", 76, 76, Row::frame), column("keys.message", 96, 96, MessageCell::new),
                        column("keys.ends", 250, LEAST, Row::ends), column("keys.shows", 230, LEAST, Row::shows)));
        if (index.files().size() > 1) {
            columns.add(column("keys.file", 120, LEAST, Row::file));
        }
        table.getColumns().setAll(columns);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        incident.keys().forEach(key -> table.getItems().add(row(index, incident, key)));
        double height = HEAD + ROW * Math.max(1, incident.keys().size());
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(Region.USE_PREF_SIZE);
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> {
            if (row != null) {
                links.select(index, row.key().message());
            }
        });
        table.setRowFactory(_ -> tableRow(index));
        table.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Row row = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && row != null) {
                links.openMessage(index, row.key().message());
                event.consume();
            }
        });
        return table;
    }

    private TableRow<Row> tableRow(SipIndex index) {
        TableRow<Row> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            Row shown = row.getItem();
            if (event.getClickCount() == 2 && shown != null) {
                links.openMessage(index, shown.key().message());
            }
        });
        return row;
    }

    private static Row row(SipIndex index, Incident incident, KeyMessage key) {
        MessageTable messages = index.messages();
        int message = key.message();
        Stage stage = incident.stages()
                .stream()
                .filter(each -> each.evidence().cites(message, index))
                .findFirst()
                .orElse(null);
        List<IncidentKind> kinds = incident.stages().stream().map(Stage::kind).toList();
        return new Row(key, stage == null ? null : stage.kind(), stage == null ? "" : StageStyle.word(stage, kinds),
                UtcTime.moment(index, messages.capturedAtNanos(message)), index.frameText(message),
                messages.type(message), IncidentTexts.visible(messages.typeName(messages.type(message))),
                text("keys.ends.of", messages.endpoint(messages.source(message)).host(),
                        messages.endpoint(messages.destination(message)).host()),
                IncidentTexts.visible(key.shows().text()),
                IncidentTexts.visible(FileName.last(index.files().get(messages.file(message)).path())));
    }

    private static TableColumn<Row, Row> column(String key, double width, double least,
            Supplier<TableCell<Row, Row>> cells) {
        TableColumn<Row, Row> column = new TableColumn<>(text(key));
        WindowFaults.values(column, row -> row);
        column.setCellFactory(_ -> cells.get());
        column.setPrefWidth(width);
        column.setMinWidth(least);
        if (least >= width) {
            column.setMaxWidth(width);
        }
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<Row, Row> column(String key, double width, double least, Function<Row, String> words) {
        return column(key, width, least, () -> new WordCell(words));
    }

    /// A text, whole in its tooltip.
    private static final class WordCell extends TableCell<Row, Row> {
        private final Function<Row, String> words;
        private final Tooltip whole = new Tooltip();

        WordCell(Function<Row, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            String shown = empty || row == null ? "" : words.apply(row);
            setText(shown);
            whole.setText(shown);
            setTooltip(shown.isEmpty() ? null : whole);
        }
    }

    /// A stage: its colour and its word.
    private static final class StageCell extends TableCell<Row, Row> {
        private final Region swatch = new Region();

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            IncidentKind kind = empty || row == null ? null : row.stage();
            setText(empty || row == null ? "" : row.word());
            if (kind == null) {
                setGraphic(null);
            } else {
                swatch.getStyleClass().setAll("stage-swatch", StageStyle.of(kind).styleClass());
                setGraphic(swatch);
            }
        }
    }

    /// A method or status in the colour of its class.
    private static final class MessageCell extends TableCell<Row, Row> {
        private final Label word = new Label();
        private final StyledAs style = new StyledAs(word);

        MessageCell() {
            word.getStyleClass().add("key-message");
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
            } else {
                word.setText(row.message());
                style.set(Optional.of(MessageClass.of(row.type()).styleClass()));
                setGraphic(word);
            }
        }
    }
}
