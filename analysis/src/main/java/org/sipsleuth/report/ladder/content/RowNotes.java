package org.sipsleuth.report.ladder.content;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.Meaning;
import org.sipsleuth.report.ladder.content.LadderContent.Note;
import org.sipsleuth.report.output.VisibleText;

/// What is told about messages: what they mean, and the hints about them.
final class RowNotes {

    /// Further messages of a ladder have hints only: finding what one answers goes through its
    /// dialog.
    static final int MOST_MEANINGS = 10_000;

    private static final int MOST_HINTS = 4;
    private static final int LONGEST = 300;
    private static final String NO_MORE =
            "What this message and those below mean is not told: the ladder is too long.";

    private final SipIndex index;
    private final Wanted wanted;

    RowNotes(SipIndex index, Wanted wanted) {
        this.index = index;
        this.wanted = wanted;
    }

    boolean hasHint(int message) {
        return wanted.hints().containsKey(message);
    }

    List<Note> of(int row, int message) {
        List<Note> notes = new ArrayList<>();
        if (wanted.hasNotes() && row < MOST_MEANINGS) {
            notes.add(new Note(false, cut(Meaning.of(index, message).text())));
        } else if (wanted.hasNotes() && row == MOST_MEANINGS) {
            notes.add(new Note(false, NO_MORE));
        }
        wanted.hints().getOrDefault(message, List.of()).stream()
                .limit(MOST_HINTS)
                .map(Hint::text)
                .forEach(text -> notes.add(new Note(true, cut(text))));
        return notes;
    }

    private static String cut(String text) {
        boolean isLong = text.length() > LONGEST;
        return VisibleText.of(isLong ? text.substring(0, LONGEST) : text, true)
                + (isLong ? "…" : "");
    }
}
