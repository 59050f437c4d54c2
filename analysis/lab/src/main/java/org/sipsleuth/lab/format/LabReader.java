package org.sipsleuth.lab.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.SealedAnswer;

/// Reads `lab.json`.
public final class LabReader {

    private static final int MOST_QUESTIONS = 200;
    private static final int MOST_LISTED = 100;
    private static final int MOST_POINTS = 1_000;
    private static final int MOST_MINUTES = 10_000;
    private static final int MOST_LEVEL = 3;
    private static final int SHORT_TEXT = 200;
    private static final Pattern HEX = Pattern.compile("[0-9a-f]*");
    private static final int SHA256_DIGITS = 64;

    private final List<LabMistake> mistakes = new ArrayList<>();

    private LabReader() {}

    /// Reads a lab.
    ///
    /// @throws LabException with every mistake, if it has any
    public static Lab read(byte[] bytes) throws LabException {
        LabReader reader = new LabReader();
        Lab lab = reader.lab(FieldReader.of(Lab.FILE, bytes, reader.mistakes));
        if (!reader.mistakes.isEmpty()) {
            throw new LabException(reader.mistakes);
        }
        return lab;
    }

    private Lab lab(FieldReader json) {
        json.format(Lab.FORMAT, Lab.VERSION);
        String id = json.word("id");
        int number = json.whole("number", 0L, 1_000L).orElse(0L).intValue();
        OptionalLong seed = json.seed();
        String student = json.optional("student", SHORT_TEXT);
        String title = json.text("title");
        String story = json.text("story");
        List<String> teaches = json.texts("teaches", MOST_LISTED);
        int level = json.whole("level", 1, MOST_LEVEL);
        int minutes = json.whole("minutes", 1, MOST_MINUTES);
        Set<HiddenFact> hidden = hidden(json);
        Set<String> locked = new LinkedHashSet<>(json.texts("locked", MOST_LISTED));
        List<LabCapture> captures = captures(json);
        Optional<LabScenario> scenario = json.object("scenario").map(LabReader::scenario);
        if (captures.isEmpty() && scenario.isEmpty()) {
            json.wrong("captures", LabFault.NO_CAPTURE);
        }
        if (captures.isEmpty() && scenario.isPresent()) {
            captures = List.of(new LabCapture(scenario.get().file(), "", ""));
        }
        List<Question> questions = questions(json, captures);
        json.end();
        return new Lab(id, number, seed, student, title, story, teaches, level, minutes, hidden, locked, captures,
                scenario, questions);
    }

    private static Set<HiddenFact> hidden(FieldReader json) {
        Set<HiddenFact> facts = EnumSet.noneOf(HiddenFact.class);
        for (String word : json.texts("hidden", MOST_LISTED)) {
            HiddenFact.of(word)
                    .ifPresentOrElse(facts::add, () -> json.wrong("hidden", LabFault.FACT, word,
                            String.join(", ", Arrays.stream(HiddenFact.values()).map(HiddenFact::word).toList())));
        }
        return facts;
    }

    private static List<LabCapture> captures(FieldReader json) {
        List<LabCapture> captures = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (FieldReader each : json.objects("captures", MOST_LISTED)) {
            String file = each.fileName("file");
            String sha256 = each.optional("sha256", SHORT_TEXT);
            if (!sha256.isEmpty() && !isHex(sha256, SHA256_DIGITS)) {
                each.wrong("sha256", LabFault.HEX, "sha256", SHA256_DIGITS);
            }
            String about = each.optional("about", SHORT_TEXT);
            each.end();
            if (!file.isEmpty() && !names.add(file)) {
                each.wrong("file", LabFault.TWICE, "file", file);
            }
            captures.add(new LabCapture(file, sha256, about));
        }
        return captures;
    }

    static boolean isHex(String text, int digits) {
        return text.length() == digits && HEX.matcher(text).matches();
    }

    private static LabScenario scenario(FieldReader json) {
        String name = json.word("name");
        long seed = json.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).orElse(1L);
        var settings = json.pairs("settings");
        String file = json.has("file") ? json.fileName("file") : "capture.pcap";
        json.end();
        return new LabScenario(name, seed, settings, file);
    }

    private static List<Question> questions(FieldReader json, List<LabCapture> captures) {
        List<Question> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (FieldReader each : json.objects("questions", MOST_QUESTIONS)) {
            Question question = question(each);
            if (!ids.add(question.id())) {
                each.wrong("id", LabFault.TWICE, "id", question.id());
            }
            String about = question.capture();
            if (!about.isEmpty() && captures.stream().noneMatch(capture -> capture.file().equals(about))) {
                each.wrong("capture", LabFault.CAPTURE, about);
            }
            questions.add(question);
        }
        if (questions.isEmpty()) {
            json.wrong("questions", LabFault.NONE, "questions");
        }
        return questions;
    }

    private static Question question(FieldReader json) {
        String id = json.word("id");
        String word = json.text("kind");
        QuestionKind kind = QuestionKind.of(word).orElse(QuestionKind.TEXT);
        if (!word.isBlank() && QuestionKind.of(word).isEmpty()) {
            json.wrong("kind", LabFault.KIND, word,
                    String.join(", ", Arrays.stream(QuestionKind.values()).map(QuestionKind::word).toList()));
        }
        String title = json.optional("title", SHORT_TEXT);
        String text = json.text("text");
        int points = json.whole("points", 1, MOST_POINTS);
        String unit = json.optional("unit", SHORT_TEXT);
        List<String> choices = choices(json, kind);
        String capture = json.has("capture") ? json.fileName("capture") : "";
        List<Hint> hints = hints(json, points);
        Optional<SealedAnswer> sealed = json.object("sealed").map(LabReader::sealed);
        if (sealed.isPresent() && kind != QuestionKind.VALUE) {
            json.wrong("sealed", LabFault.SEAL_KIND, kind.word());
        }
        for (String answer : List.of("answer", "answers", "truth", "key")) {
            if (json.has(answer)) {
                json.wrong(answer, LabFault.ANSWER_IN_LAB);
            }
        }
        String explanation = json.optional("explanation", FieldReader.MOST_TEXT);
        json.end();
        return new Question(id, kind, title.isEmpty() ? text : title, text, points, unit, choices, capture, hints,
                sealed, explanation);
    }

    private static List<String> choices(FieldReader json, QuestionKind kind) {
        List<String> choices = json.texts("choices", MOST_LISTED);
        if (kind.hasChoices() && choices.size() < 2) {
            json.wrong("choices", LabFault.CHOICES, kind.word());
        }
        if (!kind.hasChoices() && !choices.isEmpty()) {
            json.wrong("choices", LabFault.NO_CHOICES, kind.word());
        }
        Set<String> known = new HashSet<>();
        for (String choice : choices) {
            if (choice.contains(",") || choice.contains(";")) {
                json.wrong("choices", LabFault.CHOICE_SIGN, choice);
            }
            if (!known.add(choice)) {
                json.wrong("choices", LabFault.TWICE, "choice", choice);
            }
        }
        return choices;
    }

    private static List<Hint> hints(FieldReader json, int points) {
        List<Hint> hints = new ArrayList<>();
        for (FieldReader each : json.objects("hints", MOST_LISTED)) {
            hints.add(new Hint(each.text("text"), each.whole("cost", 0, MOST_POINTS)));
            each.end();
        }
        int cost = hints.stream().mapToInt(Hint::cost).sum();
        if (cost > points) {
            json.wrong("hints", LabFault.COST, cost, points);
        }
        return hints;
    }

    private static SealedAnswer sealed(FieldReader json) {
        String salt = json.text("salt");
        String digest = json.text("digest");
        int iterations = json.whole("iterations", SealedAnswer.LEAST_ITERATIONS, SealedAnswer.MOST_ITERATIONS);
        if (!isHex(salt, 2 * SealedAnswer.SALT_BYTES)) {
            json.wrong("salt", LabFault.HEX, "salt", 2 * SealedAnswer.SALT_BYTES);
        }
        if (!isHex(digest, 2 * SealedAnswer.DIGEST_BYTES)) {
            json.wrong("digest", LabFault.HEX, "digest", 2 * SealedAnswer.DIGEST_BYTES);
        }
        double possible = json.has("possible") ? json.decimal("possible") : 0;
        if (possible < SealedAnswer.LEAST_POSSIBLE) {
            json.wrong("possible", LabFault.SEAL_POSSIBLE, (long) possible);
        }
        json.end();
        return new SealedAnswer(salt, iterations, digest);
    }
}
