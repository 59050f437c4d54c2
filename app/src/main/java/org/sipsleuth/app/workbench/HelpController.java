package org.sipsleuth.app.workbench;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Puts the columns of keys on the help page.
final class HelpController {

    private final Node left;
    private final Node right;
    private final Runnable close;

    @FXML private HBox columns;

    HelpController(Node left, Node right, Runnable close) {
        this.left = left;
        this.right = right;
        this.close = close;
    }

    @FXML
    private void initialize() {
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        columns.getChildren().setAll(left, right);
    }

    @FXML
    private void close() {
        close.run();
    }
}
