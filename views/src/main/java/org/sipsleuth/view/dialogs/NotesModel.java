package org.sipsleuth.view.dialogs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteBook;
import org.sipsleuth.annotation.NoteMark;

/// What the analyst notes of the dialogs that are chosen.
final class NotesModel {

    /// More dialogs are not noted at once: the window would stand still.
    static final int MOST_DIALOGS = 50_000;

    private final DialogsViewModel list;
    private final NoteBook book = new NoteBook();
    private final ReadOnlyObjectWrapper<DialogNotes> notes = new ReadOnlyObjectWrapper<>(DialogNotes.NONE);

    NotesModel(DialogsViewModel list) {
        this.list = list;
        notes.subscribe(list::showNotes);
    }

    /// All notes.
    ReadOnlyObjectProperty<DialogNotes> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /// Starts over with these notes.
    void open(DialogNotes opened) {
        book.open(opened);
        notes.set(book.notes());
    }

    /// Sets or clears the mark of the chosen dialogs.
    boolean mark(Optional<NoteMark> mark) {
        return change(note -> note.withMark(mark));
    }

    /// Sets their tags, separated by commas, and this comment.
    boolean write(String tags, String comment) {
        TreeSet<String> words = new TreeSet<>(Arrays.asList(tags.split(",")));
        return change(note -> note.withTags(words).withComment(comment));
    }

    /// What is noted of the first dialog that is chosen.
    DialogNote first() {
        return callIds().stream().findFirst().map(callId -> notes.get().of(callId)).orElse(DialogNote.NONE);
    }

    /// Whether there are dialogs to note something of, and not too many.
    boolean isPossible() {
        return !callIds().isEmpty();
    }

    boolean undo() {
        return finished(book.undo());
    }

    boolean redo() {
        return finished(book.redo());
    }

    private boolean change(UnaryOperator<DialogNote> change) {
        List<String> callIds = callIds();
        book.change(callIds, change);
        finished(true);
        return !callIds.isEmpty();
    }

    private boolean finished(boolean isDone) {
        notes.set(book.notes());
        return isDone;
    }

    private List<String> callIds() {
        return Optional.ofNullable(list.listedProperty().get())
                .filter(_ -> list.chosenProperty().get().size() <= MOST_DIALOGS)
                .map(now -> list.chosenRows().stream().map(now.index().dialogs()::callId).toList())
                .orElse(List.of());
    }
}
