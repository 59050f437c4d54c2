package org.sipsleuth.app.workbench.page;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.page.Notice.Act;

/// Fills a page or a banner with a notice.
final class NoticeController {

    private final Notice notice;
    private final Optional<Runnable> dismissed;

    @FXML private Parent root;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private VBox paragraphs;
    @FXML private HBox acts;

    /// The cross of a banner; a page has none.
    @FXML private @Nullable Button dismiss;

    NoticeController(Notice notice, Optional<Runnable> dismissed) {
        this.notice = notice;
        this.dismissed = dismissed;
    }

    @FXML
    private void initialize() {
        root.getStyleClass().add(notice.tone().name().toLowerCase(Locale.ROOT));
        icon.setIconLiteral(notice.tone().icon());
        title.setText(notice.title());
        if (dismiss != null) {
            dismiss.setVisible(dismissed.isPresent());
            dismiss.setManaged(dismissed.isPresent());
        }
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
        dismissed.ifPresent(Runnable::run);
    }
}
