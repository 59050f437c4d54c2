package org.sipsleuth.annotation;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is noted of the dialogs of captures, by Call-ID. Immutable.
///
/// @param byCallId the notes, none of them empty
public record DialogNotes(Map<String, DialogNote> byCallId) {

    /// Nothing noted.
    public static final DialogNotes NONE = new DialogNotes(Map.of());

    public DialogNotes {
        byCallId = Map.copyOf(byCallId);
    }

    /// What is noted of a dialog; [DialogNote#NONE] if nothing is.
    public DialogNote of(String callId) {
        return byCallId.getOrDefault(callId, DialogNote.NONE);
    }

    /// Whether nothing is noted at all.
    public boolean isEmpty() {
        return byCallId.isEmpty();
    }

    /// All tags that some dialog has.
    public SortedSet<String> tags() {
        SortedSet<String> all = new TreeSet<>();
        byCallId.values().forEach(note -> all.addAll(note.tags()));
        return all;
    }

    /// The same with other notes of some dialogs.
    public DialogNotes with(Map<String, DialogNote> changed) {
        Map<String, DialogNote> all = new HashMap<>(byCallId);
        changed.forEach((callId, note) -> {
            if (note.isEmpty()) {
                all.remove(callId);
            } else {
                all.put(callId, note);
            }
        });
        return new DialogNotes(all);
    }
}
