package org.sipsleuth.view.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.ui.OverlayHead;

/// Asks why a frame is bookmarked. Used on the JavaFX thread.
public final class BookmarkView {

    private static final int LONGEST = 200;
    private static final double WIDTH = 480;

    private final CaseModel cases;
    private final Runnable close;
    private final Label about = new Label();
    private final TextField why = new TextField();
    private final VBox root;
    private @Nullable SipIndex index;
    private int message;

    /// @param cases the case that it goes into
    /// @param close takes the page away
    public BookmarkView(CaseModel cases, Runnable close) {
        this.cases = cases;
        this.close = close;
        why.setId("bookmark-text");
        why.setPromptText(text("casefile.bookmark.text"));
        why.setOnAction(_ -> save());
        HBox.setHgrow(why, Priority.ALWAYS);
        Button save = new Button(text("casefile.bookmark.save"));
        save.setId("bookmark-save");
        save.getStyleClass().add("accent");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        root = new VBox(10, new OverlayHead(text("casefile.bookmark.title"), close), about, new HBox(8, why, save));
        root.setId("bookmark");
        root.getStyleClass().add("verdict-page");
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    }

    /// The page.
    public Parent root() {
        return root;
    }

    /// Asks about the frame of a message.
    public void show(SipIndex capture, int asked) {
        index = capture;
        message = asked;
        why.clear();
        about.setText(text("casefile.bookmark.about", capture.title(asked),
                VisibleText.ofValue(capture.files().get(capture.messages().file(asked)).name(), LONGEST)));
    }

    /// Moves the focus into the page.
    public void focus() {
        why.requestFocus();
    }

    private void save() {
        SipIndex capture = index;
        if (capture != null) {
            cases.bookmark(capture, message, why.getText().strip());
        }
        close.run();
    }
}
