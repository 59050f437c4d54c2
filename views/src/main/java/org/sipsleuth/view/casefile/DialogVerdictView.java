package org.sipsleuth.view.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.session.casefile.VerdictPane;
import org.sipsleuth.view.ui.OverlayHead;

/// Shows the verdicts about a dialog, and records another. Used on the JavaFX thread.
public final class DialogVerdictView {

    private static final int LONGEST = 200;
    private static final double WIDTH = 560;

    private final VerdictPane verdicts;
    private final Label about = new Label();
    private final VBox root;

    /// @param close takes the page away
    public DialogVerdictView(CaseModel cases, Runnable close) {
        verdicts = new VerdictPane(cases);
        about.setId("verdict-about");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        root = new VBox(10, new OverlayHead(text("casefile.verdict.dialog"), close), about, verdicts);
        root.setId("dialog-verdict");
        root.getStyleClass().add("verdict-page");
        root.setMaxHeight(Region.USE_PREF_SIZE);
        root.setMaxWidth(WIDTH);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !verdicts.isMenuShowing()) {
                close.run(); // the menu's button would take the key
                event.consume();
            }
        });
    }

    /// The page.
    public Parent root() {
        return root;
    }

    /// Shows a dialog's verdicts.
    public void show(SipIndex index, int dialog) {
        String callId = index.dialogs().callId(dialog);
        about.setText(text("casefile.verdict.dialog.about", VisibleText.ofValue(callId, LONGEST)));
        verdicts.show(Subject.dialog(callId), index, index.dialogs().firstMessage(dialog));
    }

    /// Moves the focus into the page.
    public void focus() {
        verdicts.focus();
    }
}
