package org.sipsleuth.annotation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/// The notes while they are written, with undo. Each state is an immutable [DialogNotes], so that a
/// case can save it at any time. One thread.
public final class NoteBook {

    /// How many changes can be undone.
    private static final int DEPTH = 200;

    /// For each step what makes it undone: only the notes that it changed.
    private final Deque<Map<String, DialogNote>> past = new ArrayDeque<>();

    private final Deque<Map<String, DialogNote>> future = new ArrayDeque<>();
    private DialogNotes now = DialogNotes.NONE;

    /// What is noted now.
    public DialogNotes notes() {
        return now;
    }

    /// Changes the notes of some dialogs, as one step.
    ///
    /// @return whether anything is different
    public boolean change(Collection<String> callIds, UnaryOperator<DialogNote> change) {
        Map<String, DialogNote> changed = new HashMap<>();
        for (String callId : callIds) {
            DialogNote before = now.of(callId);
            DialogNote after = change.apply(before);
            if (!after.equals(before)) {
                changed.put(callId, after);
            }
        }
        if (changed.isEmpty()) {
            return false;
        }
        past.push(apply(changed));
        if (past.size() > DEPTH) {
            past.removeLast();
        }
        future.clear();
        return true;
    }

    /// Replaces all notes with those from elsewhere, such as a case that was opened.
    public void open(DialogNotes notes) {
        past.clear();
        future.clear();
        now = notes;
    }

    /// Takes the last step back.
    ///
    /// @return whether there was one
    public boolean undo() {
        return move(past, future);
    }

    /// Takes again a step that was taken back.
    ///
    /// @return whether there was one
    public boolean redo() {
        return move(future, past);
    }

    private boolean move(Deque<Map<String, DialogNote>> from, Deque<Map<String, DialogNote>> to) {
        if (from.isEmpty()) {
            return false;
        }
        to.push(apply(from.pop()));
        return true;
    }

    /// @return what makes it undone
    private Map<String, DialogNote> apply(Map<String, DialogNote> changed) {
        Map<String, DialogNote> before = new HashMap<>();
        changed.keySet().forEach(callId -> before.put(callId, now.of(callId)));
        now = now.with(changed);
        return before;
    }
}
