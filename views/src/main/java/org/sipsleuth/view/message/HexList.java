package org.sipsleuth.view.message;

import java.util.AbstractList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.Texts;

/// The bytes of a message as rows of hexadecimal digits and characters. Only the rows in view are
/// laid out, so that a long message costs no more than a short one.
final class HexList extends ListView<Integer> {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double ROW_HEIGHT = 18;
    private static final int WIDE_ROW = 16;
    private static final int NARROW_ROW = 8;

    /// A list less wide than this has narrow rows, so that nobody has to scroll sideways.
    private static final double WIDE_FROM = 600;

    private byte[] bytes = {};
    private HexDump dump = new HexDump(bytes, WIDE_ROW);
    private int perRow = WIDE_ROW;

    HexList() {
        setId("message-hex");
        getStyleClass().addAll("message-hex", "dense");
        setAccessibleText(Texts.text("message.hex.accessible"));
        setFixedCellSize(ROW_HEIGHT);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setCellFactory(_ -> new Row());
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        widthProperty().subscribe(_ -> fitRows());
    }

    /// Shows these bytes from their beginning.
    void show(byte[] shown) {
        bytes = shown.clone();
        fill();
        scrollTo(0);
    }

    /// All rows as text.
    String text() {
        return dump.text();
    }

    private void fitRows() {
        int wanted = getWidth() < WIDE_FROM ? NARROW_ROW : WIDE_ROW;
        if (wanted != perRow) {
            perRow = wanted;
            fill();
        }
    }

    private void fill() {
        dump = new HexDump(bytes, perRow);
        getSelectionModel().clearSelection();
        setItems(FXCollections.observableList(numbers(dump.rows())));
    }

    /// The numbers from 0, without a list in memory.
    private static List<Integer> numbers(int count) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return index;
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private void keyPressed(KeyEvent event) {
        if (COPY.match(event)) {
            String rows = getSelectionModel().getSelectedIndices()
                    .stream()
                    .sorted()
                    .map(dump::row)
                    .collect(Collectors.joining("\n"));
            ClipboardContent content = new ClipboardContent();
            content.putString(rows.isEmpty() ? dump.text() : rows);
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }

    /// One row of the list.
    private final class Row extends ItemCell<Integer> {

        private final Label offset = part("offset");
        private final Label digits = part("digits");
        private final Label characters = part("characters");
        private final HBox parts = new HBox(offset, digits, characters);

        Row() {
            parts.getStyleClass().add("hex-row");
        }

        private static Label part(String style) {
            Label part = new Label();
            part.getStyleClass().add(style);
            part.setMinWidth(USE_PREF_SIZE);
            return part;
        }

        @Override
        protected void show(Integer row) {
            if (row >= dump.rows()) {
                setGraphic(null);
                return;
            }
            offset.setText(dump.offset(row));
            digits.setText(dump.digits(row));
            characters.setText(dump.characters(row));
            setGraphic(parts);
        }
    }
}
