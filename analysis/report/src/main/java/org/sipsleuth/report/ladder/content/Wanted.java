package org.sipsleuth.report.ladder.content;

import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.problem.ProblemMarks;

/// What else is wanted of a picture, beside what its look says.
///
/// @param marked the time reference message, if the look uses one; -1 for none
/// @param hints message → hints, which are drawn in a column beside their rows
/// @param hasNotes whether that column also explains each message
/// @param problems which messages show problems, which that column explains
public record Wanted(int marked, Map<Integer, List<Hint>> hints, boolean hasNotes, ProblemMarks problems) {

    /// Nothing.
    public static final Wanted NOTHING = new Wanted(-1, Map.of(), false);

    /// Without problems.
    public Wanted(int marked, Map<Integer, List<Hint>> hints, boolean hasNotes) {
        this(marked, hints, hasNotes, ProblemMarks.NONE);
    }

    /// Only problems.
    public static Wanted of(ProblemMarks problems) {
        return new Wanted(-1, Map.of(), false, problems);
    }

    public Wanted {
        hints = Map.copyOf(hints);
    }
}
