package org.sipsleuth.app.workbench;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.view.ui.Texts;

/// Shows the columns of keys, and the way to the page about the program.
final class HelpController {

    private final List<Node> groups;
    private final Runnable showAbout;
    private final Runnable close;

    @FXML private ScrollPane scroll;
    @FXML private HBox columns;
    @FXML private Hyperlink about;

    /// @param groups a node for each column
    HelpController(List<Node> groups, Runnable showAbout, Runnable close) {
        this.groups = List.copyOf(groups);
        this.showAbout = showAbout;
        this.close = close;
    }

    @FXML
    private void initialize() {
        groups.forEach(column -> HBox.setHgrow(column, Priority.ALWAYS));
        columns.getChildren().setAll(groups);
        // Only at its width it is known how many lines are wrapped.
        scroll.prefViewportHeightProperty().bind(columns.heightProperty());
        about.setText(Texts.text("workbench.help.about", ProgramVersion.text()));
    }

    @FXML
    private void about() {
        showAbout.run();
    }

    @FXML
    private void close() {
        close.run();
    }
}
