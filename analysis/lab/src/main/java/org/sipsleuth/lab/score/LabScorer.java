package org.sipsleuth.lab.score;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.question.Answer;
import org.sipsleuth.lab.question.AnswerException;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.Truth;

/// Marks the answers to a lab.
public final class LabScorer {

    private final Lab lab;
    private final Optional<Key> key;
    private final LabMaterial material;

    /// @param key the teacher's; without one only sealed answers are marked
    public LabScorer(Lab lab, Optional<Key> key, LabMaterial material) {
        this.lab = lab;
        this.key = key;
        this.material = material;
    }

    /// Marks all questions.
    ///
    /// @param answers as they were typed, by the id of the question
    /// @param hints how many were opened, by the id of the question
    /// @throws IOException if a capture cannot be read
    public LabScore score(Map<String, String> answers, Map<String, Integer> hints) throws IOException {
        List<QuestionScore> scores = new ArrayList<>();
        for (Question question : lab.questions()) {
            String answer = answers.getOrDefault(question.id(), "");
            int opened = hints.getOrDefault(question.id(), 0);
            scores.add(score(question, answer, question.worth(opened)));
        }
        return new LabScore(scores);
    }

    private QuestionScore score(Question question, String answer, int worth) throws IOException {
        Optional<KeyEntry> entry = key.flatMap(known -> known.of(question.id()));
        Verdict found = verdict(question, answer, worth, entry);
        Verdict verdict = found.marks().isEmpty()
                ? found.with(entry.map(KeyEntry::truth).map(TruthMarks::ofNothing).orElse(TruthMarks.NONE))
                : found;
        List<String> formula = new ArrayList<>();
        if (worth < question.points() && question.kind().isMarked()) {
            formula.add(ScoreText.HINTS.with(question.points() - worth, worth, question.points()));
        }
        formula.addAll(verdict.formula());
        String explanation =
                entry.map(KeyEntry::explanation).filter(text -> !text.isEmpty()).orElse(question.explanation());
        return new QuestionScore(question, verdict.mark(), verdict.points(), worth, answer.strip(),
                entry.map(known -> TruthText.of(known.truth())).orElse(""), verdict.reason(), formula,
                entry.map(KeyEntry::evidence).orElse(List.of()), entry.map(KeyEntry::filter).orElse(""), explanation,
                verdict.marks());
    }

    private Verdict verdict(Question question, String answer, int worth, Optional<KeyEntry> entry) throws IOException {
        if (!question.kind().isMarked()) {
            return new Verdict(Mark.TEACHER, 0, (answer.isBlank() ? ScoreText.NO_ANSWER : ScoreText.TEACHER).with(),
                    List.of());
        }
        if (answer.isBlank()) {
            return Verdict.wrong(ScoreText.NO_ANSWER.with());
        }
        Answer given;
        try {
            given = AnswerText.read(question, answer, entry.map(LabScorer::around).orElse(Instant.EPOCH));
        } catch (AnswerException none) {
            return Verdict.wrong(none.reason());
        }
        if (entry.isEmpty()) {
            return question.sealed()
                    .map(sealed -> Values.sealed(sealed, AnswerText.write(given), worth))
                    .orElseGet(() -> new Verdict(Mark.OPEN, 0, ScoreText.OPEN.with(), List.of()));
        }
        Verdict verdict = marked(question, given, entry.get().truth(), worth);
        return verdict.mark() == Mark.WRONG ? Values.mistake(entry.get(), answer).map(verdict::because).orElse(verdict)
                : verdict;
    }

    private static Instant around(KeyEntry entry) {
        return entry.truth() instanceof Truth.Span span ? span.from() : Instant.EPOCH;
    }

    private Verdict marked(Question question, Answer given, Truth truth, int worth) throws IOException {
        return switch (given) {
            case Answer.Text text -> switch (truth) {
                case Truth.Frames frames -> new FilterMarks(lab, material).mark(question, text.text(), frames, worth);
                case Truth.Exact _,Truth.Near _,Truth.Pattern _,Truth.Members _,Truth.Span _,Truth.Costs _,Truth.Guide _ ->
                        Values.mark(question, text.text(), truth, worth);
            };
            case Answer.Members members -> Parts.members(members, (Truth.Members) truth, worth);
            case Answer.Span span -> Parts.span(span, (Truth.Span) truth, worth);
            case Answer.Frames frames -> Parts.frames(frames, (Truth.Frames) truth, worth);
            case Answer.Decimal threshold -> Parts.threshold(threshold, (Truth.Costs) truth, worth);
        };
    }
}
