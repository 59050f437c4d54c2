package org.sipsleuth.app.workbench;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Puts the columns of keys on the help page.
final class HelpController {

    private final List<Node> groups;
    private final Runnable close;

    @FXML private ScrollPane scroll;
    @FXML private HBox columns;

    /// @param groups a node for each column
    HelpController(List<Node> groups, Runnable close) {
        this.groups = List.copyOf(groups);
        this.close = close;
    }

    @FXML
    private void initialize() {
        groups.forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        columns.getChildren().setAll(groups);
        // Only at its width it is known how many lines are wrapped.
        scroll.prefViewportHeightProperty().bind(columns.heightProperty());
    }

    @FXML
    private void close() {
        close.run();
    }
}
