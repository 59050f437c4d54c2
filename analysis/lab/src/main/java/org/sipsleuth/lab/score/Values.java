package org.sipsleuth.lab.score;

import java.util.Map;
import java.util.Optional;
import org.sipsleuth.filter.regex.PatternException;
import org.sipsleuth.lab.question.AnswerException;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.SealedAnswer;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.question.WholePattern;

/// Marks values and choices: all or nothing.
final class Values {

    /// A wrong number is a known mistake if it is as near.
    private static final double SAME_MISTAKE = 0.01;

    private Values() {}

    static Verdict sealed(SealedAnswer sealed, String answer, int worth) {
        boolean right = sealed.opens(answer);
        return Verdict.allOrNothing(right, worth,
                right ? ScoreText.SEALED.with() : ScoreText.WRONG_SEALED.with(answer));
    }

    static Verdict mark(Question question, String answer, Truth truth, int worth) {
        return switch (truth) {
            case Truth.Exact exact -> exact(question, answer, exact, worth);
            case Truth.Near near -> near(question, answer, near, worth);
            case Truth.Pattern pattern -> {
                boolean right = matches(pattern.pattern(), answer);
                yield Verdict.allOrNothing(right, worth,
                        right ? ScoreText.PATTERN.with() : ScoreText.WRONG_PATTERN.with(answer, pattern.example()));
            }
            case Truth.Members _,Truth.Span _,Truth.Frames _,Truth.Costs _,Truth.Guide _ ->
                    throw new IllegalArgumentException("a key that was read fits its questions");
        };
    }

    private static Verdict exact(Question question, String answer, Truth.Exact exact, int worth) {
        String given = AnswerText.normal(answer);
        boolean right = exact.accepted().stream().anyMatch(each -> AnswerText.normal(each).equals(given));
        String first = exact.accepted().getFirst();
        if (question.kind().hasChoices()) {
            return Verdict.allOrNothing(right, worth, right ? ScoreText.CHOICE.with(question.choices().size())
                    : ScoreText.WRONG_CHOICE.with(answer, first));
        }
        return Verdict.allOrNothing(right, worth,
                right ? ScoreText.EXACT.with() : ScoreText.WRONG_VALUE.with(answer, first));
    }

    private static Verdict near(Question question, String answer, Truth.Near near, int worth) {
        double given;
        try {
            given = AnswerText.number(answer);
        } catch (AnswerException none) {
            String unit = question.unit().isEmpty() ? "a number" : question.unit();
            return Verdict.allOrNothing(false, worth, ScoreText.WRONG_NEAR.with(answer, unit));
        }
        double difference = Math.abs(given - near.value());
        boolean right = difference <= near.tolerance() + 1e-9;
        String value = AnswerText.plain(near.value());
        String line = ScoreText.DIFFERENCE.with(AnswerText.plain(given), value, Share.decimal(difference, 3),
                AnswerText.plain(near.tolerance()));
        String reason = right && near.tolerance() == 0 ? ScoreText.EXACT.with()
                : right ? ScoreText.NEAR.with(AnswerText.plain(near.tolerance()), question.unit(), value)
                        .replace("  ", " ")
                : far(given, near.value());
        return Verdict.allOrNothing(right, worth, reason, line);
    }

    private static String far(double given, double value) {
        if (value == 0) {
            return ScoreText.WRONG_VALUE.with(AnswerText.plain(given), "0");
        }
        double percent = 100 * Math.abs(given - value) / Math.abs(value);
        ScoreText text = given < value ? ScoreText.FAR_LOW : ScoreText.FAR_HIGH;
        return text.with(Share.decimal(percent, percent < 10 ? 1 : 0), AnswerText.plain(given),
                AnswerText.plain(value));
    }

    private static boolean matches(String pattern, String answer) {
        try {
            return WholePattern.of(pattern).matches(answer);
        } catch (PatternException checked) {
            throw new IllegalArgumentException("a key that was read has readable patterns", checked);
        }
    }

    /// What leads to a wrong answer, if that is known.
    static Optional<String> mistake(KeyEntry entry, String answer) {
        for (Map.Entry<String, String> mistake : entry.mistakes().entrySet()) {
            if (isSame(mistake.getKey(), answer)) {
                return Optional.of(mistake.getValue());
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(String mistake, String answer) {
        if (AnswerText.normal(mistake).equals(AnswerText.normal(answer))) {
            return true;
        }
        try {
            double known = AnswerText.number(mistake);
            return known != 0 && Math.abs(AnswerText.number(answer) - known) <= SAME_MISTAKE * Math.abs(known);
        } catch (AnswerException noNumber) {
            return false;
        }
    }
}
