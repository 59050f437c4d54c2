package org.sipsleuth.lab.score;

import java.util.stream.Collectors;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.Truth;

/// What is right, as it is shown beside an answer, and as a student would type it.
public final class TruthText {

    private TruthText() {}

    /// For a table.
    public static String of(Truth truth) {
        return switch (truth) {
            case Truth.Exact exact -> exact.accepted().getFirst();
            case Truth.Near near when near.tolerance() == 0 -> AnswerText.plain(near.value());
            case Truth.Near near -> AnswerText.plain(near.value()) + " ± " + AnswerText.plain(near.tolerance());
            case Truth.Pattern pattern -> pattern.example();
            case Truth.Members members -> String.join(", ", members.names());
            case Truth.Span span -> span.from() + " - " + span.to();
            case Truth.Frames frames when !frames.example().isEmpty() -> frames.example();
            case Truth.Frames frames -> numbers(frames);
            case Truth.Costs costs -> AnswerText.plain(costs.best());
            case Truth.Guide guide -> guide.guide();
        };
    }

    /// An answer that is right.
    public static String answer(Truth truth) {
        return truth instanceof Truth.Near near ? AnswerText.plain(near.value()) : of(truth);
    }

    private static String numbers(Truth.Frames frames) {
        return frames.numbers().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
