package org.sipsleuth.annotation.field;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;

/// What an analyst noted of a dialog: its mark, its tags, its comment. Notes go by Call-ID, so that
/// they hold for every index.
public final class NoteFields {

    /// What the names of all of them begin with.
    public static final String PREFIX = "note.";

    private static final List<String> MARKS = Arrays.stream(NoteMark.values()).map(NoteMark::name).toList();

    private NoteFields() {}

    /// The fields with the values of these notes.
    public static List<DynamicField> of(DialogNotes notes) {
        return List.of(
                DynamicField.of(PREFIX + "mark", FieldKind.TEXT, "Your mark on its dialog, A to F", MARKS,
                        (index, dialog, values) -> note(notes, index, dialog).mark()
                                .ifPresent(mark -> values.text(mark.name()))),
                DynamicField.of(PREFIX + "tag", FieldKind.TEXT, "Your tag on its dialog", List.copyOf(notes.tags()),
                        (index, dialog, values) -> note(notes, index, dialog).tags().forEach(values::text)),
                DynamicField.of(PREFIX + "comment", FieldKind.TEXT, "Your note on its dialog", List.of(),
                        (index, dialog, values) -> Optional.of(note(notes, index, dialog).comment())
                                .filter(comment -> !comment.isEmpty())
                                .ifPresent(values::text)));
    }

    private static DialogNote note(DialogNotes notes, SipIndex index, int dialog) {
        return notes.isEmpty() ? DialogNote.NONE : notes.of(index.dialogs().callId(dialog));
    }
}
