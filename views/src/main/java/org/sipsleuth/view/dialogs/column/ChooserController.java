package org.sipsleuth.view.dialogs.column;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.ui.Texts;

/// Binds the chooser of columns.
final class ChooserController {

    private final ColumnChoice choice;

    @FXML private TextField search;
    @FXML private ListView<DialogColumn> columns;
    @FXML private MenuButton layouts;
    @FXML private TextField name;
    @FXML private Button keep;

    ChooserController(ColumnChoice choice) {
        this.choice = choice;
    }

    @FXML
    private void initialize() {
        columns.setCellFactory(_ -> new ColumnCell(choice));
        columns.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        search.textProperty().subscribe(_ -> list());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressedInSearch);
        choice.layoutProperty().subscribe(_ -> list());
        choice.namesProperty().subscribe(_ -> listLayouts());
        keep.disableProperty().bind(name.textProperty().isEmpty());
    }

    void focus() {
        search.requestFocus();
        search.selectAll();
    }

    @FXML
    private void reset() {
        choice.reset();
    }

    @FXML
    private void keep() {
        if (choice.keepAs(name.getText())) {
            name.clear();
        }
    }

    private void list() {
        @Nullable DialogColumn chosen = columns.getSelectionModel().getSelectedItem();
        columns.getItems().setAll(choice.offered(search.getText()));
        if (chosen != null && columns.getItems().contains(chosen)) {
            columns.getSelectionModel().select(chosen);
        }
    }

    private void listLayouts() {
        layouts.getItems().clear();
        for (String each : choice.namesProperty().get()) {
            MenuItem use = new MenuItem(each);
            use.setMnemonicParsing(false);
            use.setOnAction(_ -> choice.useNamed(each));
            layouts.getItems().add(use);
        }
        for (String each : choice.namesProperty().get()) {
            MenuItem forget = new MenuItem(Texts.text("dialogs.chooser.forget", each));
            forget.setMnemonicParsing(false);
            forget.setOnAction(_ -> choice.forget(each));
            layouts.getItems().add(forget);
        }
        layouts.setDisable(layouts.getItems().isEmpty());
    }

    private void keyPressedInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            columns.requestFocus();
            columns.getSelectionModel().selectFirst();
            event.consume();
        }
    }

    /// Space shows and hides, Alt with an arrow moves.
    private void keyPressed(KeyEvent event) {
        @Nullable DialogColumn chosen = columns.getSelectionModel().getSelectedItem();
        if (chosen == null) {
            return;
        }
        ColumnLayout now = choice.layoutProperty().get();
        if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            choice.use(now.with(chosen, !now.has(chosen)));
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            choice.use(now.moved(chosen, -1));
            event.consume();
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            choice.use(now.moved(chosen, 1));
            event.consume();
        }
    }
}
