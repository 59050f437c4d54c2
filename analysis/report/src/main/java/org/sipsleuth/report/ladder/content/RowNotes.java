package org.sipsleuth.report.ladder.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.MessageExplanation;
import org.sipsleuth.problem.ProblemMark;
import org.sipsleuth.report.ladder.content.LadderContent.About;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;
import org.sipsleuth.report.ladder.content.LadderContent.Note;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// The notes of a ladder's rows: what their messages mean, the problems that they show, and the hints
/// about them. A row that counts several messages has those of all of them.
final class RowNotes {

    /// Further messages of a ladder have hints only: finding what one answers goes through its
    /// dialog.
    static final int MOST_MEANINGS = 10_000;

    private static final String PROBLEM = "Problem: %s";
    private static final int MOST_HINTS = 50;
    private static final int LONGEST = 1_000;
    private static final String NO_MORE = "No explanation of this message and those below: the ladder is too long.";

    private final SipIndex index;
    private final Wanted wanted;
    private final Map<Integer, List<String>> hintsByRow = new HashMap<>();
    private final Map<Integer, List<String>> problemsByRow = new HashMap<>();

    RowNotes(Ladder ladder, Wanted wanted) {
        index = ladder.index();
        this.wanted = wanted;
        wanted.hints()
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> add(hintsByRow, ladder.rowOf(entry.getKey()),
                        entry.getValue().stream().map(Hint::text).toList()));
        wanted.problems()
                .messages()
                .stream()
                .sorted()
                .forEach(message -> add(problemsByRow, ladder.rowOf(message),
                        wanted.problems()
                                .of(message)
                                .stream()
                                .map(mark -> PROBLEM.formatted(mark.text().text()))
                                .toList()));
    }

    private static void add(Map<Integer, List<String>> byRow, int row, List<String> words) {
        if (row >= 0) {
            List<String> texts = byRow.computeIfAbsent(row, _ -> new ArrayList<>());
            words.stream().map(RowNotes::cut).filter(text -> !texts.contains(text)).forEach(texts::add);
        }
    }

    /// Whether any row has notes.
    boolean exist() {
        return wanted.hasNotes() || !hintsByRow.isEmpty() || !problemsByRow.isEmpty();
    }

    boolean hasProblem(int row) {
        return problemsByRow.containsKey(row);
    }

    boolean hasHint(int row) {
        return hintsByRow.containsKey(row);
    }

    /// What a stream shows.
    About of(MediaArrow stream) {
        List<Note> problems = wanted.problems().of(stream.ssrc(), stream.first()).stream().map(RowNotes::note).toList();
        return new About(problems.isEmpty() ? Set.of() : Set.of(Mark.PROBLEM), problems);
    }

    private static Note note(ProblemMark mark) {
        return new Note(true, cut(PROBLEM.formatted(mark.text().text())));
    }

    List<Note> of(int row, int message) {
        List<Note> notes = new ArrayList<>();
        if (wanted.hasNotes() && row < MOST_MEANINGS) {
            notes.add(new Note(false, cut(MessageExplanation.of(index, message).text())));
        } else if (wanted.hasNotes() && row == MOST_MEANINGS) {
            notes.add(new Note(false, NO_MORE));
        }
        problemsByRow.getOrDefault(row, List.of()).forEach(text -> notes.add(new Note(true, text)));
        List<String> hints = hintsByRow.getOrDefault(row, List.of());
        hints.stream().limit(MOST_HINTS).forEach(text -> notes.add(new Note(true, text)));
        if (hints.size() > MOST_HINTS) {
            int more = hints.size() - MOST_HINTS;
            notes.add(new Note(true, "and " + HumanText.count(more, "hint") + " more"));
        }
        return notes;
    }

    private static String cut(String text) {
        boolean isLong = text.length() > LONGEST;
        return VisibleText.of(isLong ? text.substring(0, LONGEST) : text, true) + (isLong ? "…" : "");
    }
}
