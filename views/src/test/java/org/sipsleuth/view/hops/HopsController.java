package org.sipsleuth.view.hops;

import javafx.fxml.FXML;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.sipsleuth.finding.Finding;

/// Binds the list to the view model.
final class HopsController {

    private final HopsViewModel model;

    @FXML private ListView<Finding> list;

    HopsController(HopsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new TitleCell());
        model.findingsProperty().subscribe(found -> list.getItems().setAll(found));
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(_ -> model.select(list.getSelectionModel().getSelectedItems()));
    }

    private static final class TitleCell extends ListCell<Finding> {
        @Override
        protected void updateItem(Finding finding, boolean isEmpty) {
            super.updateItem(finding, isEmpty);
            setText(isEmpty ? "" : finding.statement().explanation().text());
        }
    }
}
