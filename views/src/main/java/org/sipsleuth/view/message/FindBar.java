package org.sipsleuth.view.message;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.view.fx.Texts;

/// A line to search in a text: Enter goes on, Shift+Enter back, Escape closes it.
public final class FindBar extends HBox {

    private final TextField wanted = new TextField();
    private final Label result = new Label();
    private @Nullable CodeArea area;

    /// A closed bar; called by the layout.
    public FindBar() {
        getStyleClass().add("find-bar");
        wanted.setPromptText(Texts.text("message.find"));
        wanted.setId("message-find");
        result.getStyleClass().add("text-muted");
        getChildren().addAll(wanted, result);
        setManaged(false);
        setVisible(false);
        wanted.textProperty().subscribe(_ -> search(0, true));
        wanted.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /// Names the text to search in.
    void searchIn(CodeArea text) {
        area = text;
    }

    void open() {
        setManaged(true);
        setVisible(true);
        wanted.requestFocus();
        wanted.selectAll();
    }

    private void keyPressed(KeyEvent event) {
        if (area == null) {
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            setManaged(false);
            setVisible(false);
            area.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            search(area.getSelection().getStart() - 1, false);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            search(area.getSelection().getStart() + 1, true);
            event.consume();
        }
    }

    private void search(int from, boolean forward) {
        if (area == null || wanted.getText().isEmpty()) {
            result.setText("");
            return;
        }
        int place = TextSearch.find(area.getText(), wanted.getText(), from, forward);
        result.setText(place < 0 ? Texts.text("message.find.none") : "");
        if (place >= 0) {
            area.selectRange(place, place + wanted.getText().length());
            area.requestFollowCaret();
        }
    }
}
