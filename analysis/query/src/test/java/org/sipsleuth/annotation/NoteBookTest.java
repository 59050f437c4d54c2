package org.sipsleuth.annotation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NoteBookTest {

    private final NoteBook book = new NoteBook();

    private boolean mark(NoteMark mark, String... callIds) {
        return book.change(List.of(callIds), note -> note.withMark(Optional.of(mark)));
    }

    @Test
    void eachStepIsUndoneAndDoneAgain() {
        assertTrue(mark(NoteMark.A, "one", "two"));
        assertTrue(mark(NoteMark.B, "two", "three"));
        DialogNotes both = book.notes();
        assertTrue(book.undo());
        assertEquals(Optional.of(NoteMark.A), book.notes().of("two").mark());
        assertEquals(Optional.empty(), book.notes().of("three").mark());
        assertTrue(book.redo());
        assertEquals(both, book.notes());
        assertTrue(book.undo() && book.undo());
        assertEquals(DialogNotes.NONE, book.notes());
        assertFalse(book.undo());
    }

    @Test
    void whatChangesNothingIsNoStep() {
        mark(NoteMark.A, "one");
        assertFalse(mark(NoteMark.A, "one"));
        book.undo();
        assertTrue(book.notes().isEmpty());
    }

    @Test
    void anotherStepForgetsWhatWasUndone() {
        mark(NoteMark.A, "one");
        book.undo();
        mark(NoteMark.B, "one");
        assertFalse(book.redo());
    }

    @Test
    void tagsAreGatheredInOrder() {
        book.change(List.of("one"), note -> note.withTags(new TreeSet<>(List.of("b", " a "))));
        assertEquals("[a, b]", book.notes().tags().toString());
    }

    @Property
    void anyTextIsKeptWithinBounds(@ForAll String text, @ForAll List<String> tags) {
        DialogNote note = DialogNote.NONE.withComment(text.repeat(50)).withTags(new TreeSet<>(tags));
        assertTrue(note.comment().length() <= DialogNote.LONGEST_COMMENT);
        assertTrue(note.tags().size() <= DialogNote.MOST_TAGS);
        assertTrue(note.tags().stream().allMatch(tag -> tag.length() <= DialogNote.LONGEST_TAG));
    }
}
