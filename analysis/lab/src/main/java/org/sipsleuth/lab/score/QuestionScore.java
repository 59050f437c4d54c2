package org.sipsleuth.lab.score;

import java.util.List;
import org.sipsleuth.lab.question.Question;

/// What the answer to one question is worth, and why.
///
/// @param points rounded down; 0 while it is with the teacher
/// @param worth what a right answer was worth with the hints that were opened
/// @param answer as it was given, or empty
/// @param truth what is right, or empty where no key is there
/// @param reason one sentence
/// @param formula how the points are computed, with the numbers of this capture, a line each
/// @param evidence frames that show it
/// @param filter a filter that lists what shows it, or empty
/// @param explanation why the truth is so, or empty
/// @param marks the parts of the answer beside the truth; empty without a key
public record QuestionScore(Question question, Mark mark, int points, int worth, String answer, String truth,
        String reason, List<String> formula, List<Integer> evidence, String filter, String explanation,
        TruthMarks marks) {

    public QuestionScore {
        formula = List.copyOf(formula);
        evidence = List.copyOf(evidence);
    }

    /// The points that the question is worth without hints.
    public int of() {
        return question.points();
    }
}
