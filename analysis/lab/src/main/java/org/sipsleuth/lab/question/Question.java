package org.sipsleuth.lab.question;

import java.util.List;
import java.util.Optional;

/// A question of a lab, as the student sees it. It does not hold its answer.
///
/// @param id short and unique in the lab: `q3`
/// @param title what it asks in two or three words, for tables
/// @param points what a right answer is worth
/// @param unit what a number is measured in, or empty
/// @param choices what [QuestionKind#ONE_OF] and [QuestionKind#SEVERAL_OF] choose from
/// @param capture the capture that frames, a filter or a time range are of; empty for the first one
/// @param sealed the digest of an answer that has too many possible values to be found by trying
/// @param explanation what is shown after handing in, or empty
public record Question(String id, QuestionKind kind, String title, String text, int points, String unit,
        List<String> choices, String capture, List<Hint> hints, Optional<SealedAnswer> sealed, String explanation) {

    public Question {
        choices = List.copyOf(choices);
        hints = List.copyOf(hints);
    }

    /// A question without anything that only some have.
    public static Question of(String id, QuestionKind kind, String title, String text, int points) {
        return new Question(id, kind, title, text, points, "", List.of(), "", List.of(), Optional.empty(), "");
    }

    /// The same in a unit.
    public Question in(String itsUnit) {
        return new Question(id, kind, title, text, points, itsUnit, choices, capture, hints, sealed, explanation);
    }

    /// The same with choices.
    public Question choosing(List<String> from) {
        return new Question(id, kind, title, text, points, unit, from, capture, hints, sealed, explanation);
    }

    /// The same about a capture of this name.
    public Question about(String itsCapture) {
        return new Question(id, kind, title, text, points, unit, choices, itsCapture, hints, sealed, explanation);
    }

    /// The same with hints.
    public Question hinting(Hint... itsHints) {
        return new Question(id, kind, title, text, points, unit, choices, capture, List.of(itsHints), sealed,
                explanation);
    }

    /// The same with a sealed answer.
    public Question sealedBy(SealedAnswer answer) {
        return new Question(id, kind, title, text, points, unit, choices, capture, hints, Optional.of(answer),
                explanation);
    }

    /// What it is worth with this many hints opened, never less than nothing.
    public int worth(int opened) {
        int cost = hints.stream().limit(opened).mapToInt(Hint::cost).sum();
        return Math.max(0, points - cost);
    }
}
