package org.sipsleuth.lab.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.sipsleuth.file.EvidenceKind;
import org.sipsleuth.lab.question.Question;

/// A lab as the student gets it. It does not hold its answers: those are in a [Key].
///
/// @param id of the recipe or the author, words joined by `-`
/// @param number its place in a course, or 0
/// @param seed what it was made with, if it was made by a recipe
/// @param student whom it was made for, or empty
/// @param story what happened, in a few sentences
/// @param teaches what one learns
/// @param level 1 beginner, 2 intermediate, 3 advanced
/// @param minutes the time that it takes
/// @param hidden what the program does not state until it is handed in
/// @param locked pages of the window that are dimmed meanwhile, by their names
/// @param captures what to look at; the first one is what questions are about
/// @param scenario what generates the capture, where none is there
public record Lab(String id, int number, OptionalLong seed, String student, String title, String story,
        List<String> teaches, int level, int minutes, Set<HiddenFact> hidden, Set<String> locked,
        List<LabCapture> captures, Optional<LabScenario> scenario, List<Question> questions) {

    /// The version of the format.
    public static final int VERSION = 1;

    /// What the file says that it is.
    public static final String FORMAT = EvidenceKind.LAB.mark();

    /// The name of the file in the folder or zip.
    public static final String FILE = "lab.json";

    public Lab {
        teaches = List.copyOf(teaches);
        hidden = Set.copyOf(hidden);
        locked = Set.copyOf(locked);
        captures = List.copyOf(captures);
        questions = List.copyOf(questions);
    }

    /// The points that the program gives at most; texts are not among them.
    public int points() {
        return questions.stream().filter(each -> each.kind().isMarked()).mapToInt(Question::points).sum();
    }

    /// The points that the teacher gives at most.
    public int pointsOfTexts() {
        return questions.stream().filter(each -> !each.kind().isMarked()).mapToInt(Question::points).sum();
    }

    /// The question of this id.
    public Optional<Question> question(String itsId) {
        return questions.stream().filter(each -> each.id().equals(itsId)).findFirst();
    }

    /// The name of the capture that a question is about.
    public String captureOf(Question question) {
        return question.capture().isEmpty() ? captures.getFirst().file() : question.capture();
    }
}
