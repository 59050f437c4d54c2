package org.sipsleuth.app.workbench.page;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.app.workbench.page.Notice.Act;
import org.sipsleuth.view.ui.chart.ChartCopies;

/// Fills a page or a banner with a notice.
final class NoticeController {

    private final Notice notice;
    private final Optional<Runnable> dismissed;

    @FXML private Parent root;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private VBox paragraphs;
    @FXML private Pane acts;

    /// Those of a page; a banner has no room.
    @FXML private @Nullable VBox commands;

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
        if (commands != null) {
            for (String command : notice.commands()) {
                commands.getChildren().add(copied(command));
            }
            commands.setManaged(!notice.commands().isEmpty());
        }
        for (Act act : notice.acts()) {
            Button button = new Button(act.words());
            button.setOnAction(_ -> act.run().run());
            acts.getChildren().add(button);
        }
    }

    private static HBox copied(String command) {
        TextField shown = new TextField(command);
        shown.setEditable(false);
        shown.setAccessibleText(command);
        HBox.setHgrow(shown, Priority.ALWAYS);
        Button copy = new Button(text("workbench.notice.copy"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> {
            ChartCopies.copyText(command);
            copy.setText(text("workbench.notice.copied"));
        });
        return new HBox(shown, copy);
    }

    @FXML
    private void dismiss() {
        dismissed.ifPresent(Runnable::run);
    }
}
