package org.sipsleuth.app.workbench;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.sipsleuth.app.program.ThirdPartyLicences;
import org.sipsleuth.report.output.ProgramVersion;
import org.sipsleuth.view.ui.Texts;

/// Shows the columns of keys, and on request the licences of the libraries.
final class HelpController {

    private final List<Node> groups;
    private final Runnable close;

    @FXML private Label title;
    @FXML private ScrollPane scroll;
    @FXML private HBox columns;
    @FXML private TextArea licences;
    @FXML private Label about;
    @FXML private Hyperlink licencesLink;

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
        about.setText(Texts.text("workbench.help.about", ProgramVersion.text()));
    }

    @FXML
    private void licences() {
        boolean shown = !licences.isVisible();
        if (shown && licences.getLength() == 0) {
            licences.setText(ThirdPartyLicences.text());
        }
        licences.setVisible(shown);
        licences.setManaged(shown);
        scroll.setVisible(!shown);
        scroll.setManaged(!shown);
        title.setText(Texts.text(shown ? "workbench.help.licences" : "workbench.help.title"));
        licencesLink.setText(Texts.text(shown ? "workbench.help.keys" : "workbench.help.licences"));
        (shown ? licences : licencesLink).requestFocus();
    }

    @FXML
    private void close() {
        close.run();
    }
}
