package org.sipsleuth.lab.score;

import java.util.List;
import java.util.Optional;

/// What the answers to a lab are worth.
public record LabScore(List<QuestionScore> questions) {

    public LabScore {
        questions = List.copyOf(questions);
    }

    /// The points that the program gave.
    public int points() {
        return questions.stream().mapToInt(QuestionScore::points).sum();
    }

    /// The most that the program can give: texts, and what waits for a key, are not among it.
    public int of() {
        return questions.stream().filter(LabScore::isMarked).mapToInt(QuestionScore::of).sum();
    }

    private static boolean isMarked(QuestionScore score) {
        return switch (score.mark()) {
            case RIGHT, PARTLY, WRONG -> true;
            case TEACHER, OPEN -> false;
        };
    }

    /// The most that the teacher can add.
    public int withTeacher() {
        return questions.stream().filter(score -> !isMarked(score)).mapToInt(QuestionScore::of).sum();
    }

    /// The score of the question of this id.
    public Optional<QuestionScore> of(String question) {
        return questions.stream().filter(score -> score.question().id().equals(question)).findFirst();
    }
}
