package org.sipsleuth.problem;

import org.sipsleuth.sentence.Sentence;

/// A problem where it shows in one of its dialogs.
///
/// @param problem of which the place is evidence
/// @param explanation what it means in this dialog
public record ProblemMark(Problem problem, Sentence explanation) {

    /// Its title, what it means here, and what to do.
    public Sentence text() {
        return Sentence.paragraph(Sentence.row(problem.title(), Sentence.Punctuation.STOP), explanation,
                problem.advice());
    }
}
