package org.sipsleuth.view.dialogs;

import static org.sipsleuth.view.ui.Texts.text;

import atlantafx.base.controls.Popover;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.sipsleuth.annotation.DialogNote;

/// Lets the analyst write tags and a comment beside the list.
final class NoteEditor {

    private final NotesModel notes;
    private final Popover popover = new Popover();
    private final TextField tags = new TextField();
    private final TextArea comment = new TextArea();

    NoteEditor(NotesModel notes) {
        this.notes = notes;
        tags.setId("note-tags");
        tags.setPromptText(text("dialogs.note.tags.prompt"));
        comment.setId("note-comment");
        comment.setPromptText(text("dialogs.note.comment.prompt"));
        comment.setPrefRowCount(5);
        comment.setWrapText(true);
        comment.focusedProperty().subscribe(isFocused -> {
            if (isFocused) {
                tags.setFocusTraversable(true);
            }
        });
        Button keep = new Button(text("dialogs.note.keep"));
        keep.setId("note-keep");
        keep.getStyleClass().add("accent");
        keep.setOnAction(_ -> keep());
        VBox content = new VBox(new Label(text("dialogs.note.tags")), tags, new Label(text("dialogs.note.comment")),
                comment, keep);
        content.getStyleClass().add("note-editor");
        content.setPrefWidth(360);
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        popover.setContentNode(content);
        popover.setTitle(text("dialogs.note"));
        popover.setHeaderAlwaysVisible(true);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
    }

    /// Opens it, if there is something to note of.
    ///
    /// @param isComment whether the comment gets the focus, else the tags
    boolean open(Node beside, boolean isComment) {
        if (!notes.isPossible()) {
            return false;
        }
        DialogNote before = notes.first();
        tags.setText(String.join(", ", before.tags()));
        comment.setText(before.comment());
        // once it is laid out for the first time, the popover gives the focus to its first field that
        // can have it; later the field keeps it that had it
        tags.setFocusTraversable(!isComment);
        popover.show(beside);
        Platform.runLater(() -> (isComment ? comment : tags).requestFocus());
        return true;
    }

    private void keyPressed(KeyEvent event) {
        boolean isDone = event.getCode() == KeyCode.ENTER && (event.isShortcutDown() || tags.isFocused());
        if (isDone) {
            keep();
            event.consume();
        }
    }

    private void keep() {
        notes.write(tags.getText(), comment.getText());
        popover.hide();
    }
}
