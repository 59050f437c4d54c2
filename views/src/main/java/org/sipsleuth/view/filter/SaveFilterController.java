package org.sipsleuth.view.filter;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.Texts;

/// Binds the page on which a filter gets a name, and on which saved ones are deleted.
final class SaveFilterController {

    private static final double ROW = 34;
    private static final int ROWS = 8;

    private final SavedFilters filters;
    private final Runnable hide;
    private String wanted = "";

    @FXML private Label filter;
    @FXML private TextField name;
    @FXML private Button save;
    @FXML private Label note;
    @FXML private Label savedTitle;
    @FXML private ListView<SavedFilter> saved;

    SaveFilterController(SavedFilters filters, Runnable hide) {
        this.filters = filters;
        this.hide = hide;
    }

    @FXML
    private void initialize() {
        saved.setCellFactory(_ -> new SavedCell());
        saved.setFixedCellSize(ROW);
        name.textProperty().subscribe(_ -> check());
    }

    /// Asks for a name of this filter.
    void ask(String text) {
        wanted = text;
        filter.setText(text.isBlank() ? Texts.text("filter.save.nothing") : text);
        name.clear();
        list();
        check();
        name.requestFocus();
    }

    private void list() {
        saved.getItems().setAll(filters.all());
        boolean isAny = !saved.getItems().isEmpty();
        saved.setVisible(isAny);
        saved.setManaged(isAny);
        savedTitle.setVisible(isAny);
        savedTitle.setManaged(isAny);
        double height = Math.min(ROWS, saved.getItems().size()) * ROW + 2;
        saved.setPrefHeight(height);
        saved.setMinHeight(height);
    }

    private void check() {
        save.setDisable(!filters.canSave(name.getText(), wanted));
        boolean isKnown = filters.all().stream().anyMatch(one -> one.name().equals(name.getText().strip()));
        note.setText(Texts.text(isKnown ? "filter.save.replaces" : "filter.save.note"));
    }

    @FXML
    private void save() {
        if (!save.isDisable()) {
            filters.save(name.getText(), wanted);
            hide.run();
        }
    }

    @FXML
    private void close() {
        hide.run();
    }

    /// A saved filter with a button that deletes it.
    private final class SavedCell extends ItemCell<SavedFilter> {

        private final Label title = new Label();
        private final Label text = new Label();
        private final Button delete = new Button("", new FontIcon("fth-trash-2"));
        private final HBox line = new HBox(title, text, delete);

        SavedCell() {
            line.getStyleClass().add("saved-line");
            text.getStyleClass().add("filter-text");
            text.setMinWidth(0);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            title.setMinWidth(Region.USE_PREF_SIZE);
            delete.getStyleClass().addAll("small", "flat", "button-icon");
            delete.setMinWidth(Region.USE_PREF_SIZE);
            delete.setOnAction(_ -> delete());
            setPrefWidth(0);
        }

        private void delete() {
            if (getItem() != null) {
                filters.delete(getItem());
                list();
                check();
            }
        }

        @Override
        protected void show(SavedFilter one) {
            title.setText(one.name());
            text.setText(one.text());
            String words = Texts.text("filter.delete", one.name());
            delete.setAccessibleText(words);
            delete.setTooltip(new Tooltip(words));
            setGraphic(line);
        }
    }
}
