package org.sipsleuth.app.workbench.page;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.page.Notice.Act;

/// Fills a page or a banner with a notice.
final class NoticeController {

    private final Notice notice;
    private final Runnable dismiss;

    @FXML private Parent root;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private VBox paragraphs;
    @FXML private HBox acts;

    NoticeController(Notice notice, Runnable dismiss) {
        this.notice = notice;
        this.dismiss = dismiss;
    }

    @FXML
    private void initialize() {
        root.getStyleClass().add(notice.tone().name().toLowerCase(Locale.ROOT));
        icon.setIconLiteral(notice.tone().icon());
        title.setText(notice.title());
        for (String words : notice.paragraphs()) {
            Label paragraph = new Label(words);
            paragraph.setWrapText(true);
            paragraphs.getChildren().add(paragraph);
        }
        for (Act act : notice.acts()) {
            Button button = new Button(act.words());
            button.setOnAction(_ -> act.run().run());
            acts.getChildren().add(button);
        }
    }

    @FXML
    private void dismiss() {
        dismiss.run();
    }
}
