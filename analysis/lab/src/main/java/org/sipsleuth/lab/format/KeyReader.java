package org.sipsleuth.lab.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.TreeSet;
import org.sipsleuth.filter.regex.PatternException;
import org.sipsleuth.lab.question.AnswerException;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.lab.question.WholePattern;

/// Reads `key.json`.
public final class KeyReader {

    private static final int MOST_ENTRIES = 200;
    private static final int MOST_FRAMES = 200_000;
    private static final int MOST_NAMES = 20_000;
    private static final int SHORT_TEXT = 200;
    private static final List<String> TRUTHS =
            List.of("value", "near", "pattern", "members", "span", "frames", "costs", "guide");

    private final List<LabMistake> mistakes = new ArrayList<>();
    private final Lab lab;

    private KeyReader(Lab lab) {
        this.lab = lab;
    }

    /// Reads the key of a lab.
    ///
    /// @param digest SHA-256 of the file of the lab
    /// @throws LabException with every mistake, if it has any
    public static Key read(byte[] bytes, Lab lab, String digest) throws LabException {
        KeyReader reader = new KeyReader(lab);
        Key key = reader.key(FieldReader.of(Key.FILE, bytes, reader.mistakes), digest);
        if (!reader.mistakes.isEmpty()) {
            throw new LabException(reader.mistakes);
        }
        return key;
    }

    private Key key(FieldReader json, String digest) {
        json.format(Key.FORMAT, Lab.VERSION);
        String id = json.word("lab");
        if (!id.isBlank() && !id.equals(lab.id())) {
            json.wrong("lab", LabFault.OTHER_LAB, id, lab.id());
        }
        OptionalLong seed = json.seed();
        String of = json.optional("digest", SHORT_TEXT);
        if (!of.isEmpty() && !of.equals(digest)) {
            json.wrong("digest", LabFault.OTHER_DIGEST);
        }
        Map<String, KeyEntry> entries = new LinkedHashMap<>();
        for (FieldReader each : json.objects("answers", MOST_ENTRIES)) {
            String question = each.word("question");
            Optional<Question> asked = lab.question(question);
            if (asked.isEmpty() && !question.isBlank()) {
                each.wrong("question", LabFault.NO_QUESTION, question);
            }
            entry(each, asked).ifPresent(entry -> {
                if (entries.put(question, entry) != null) {
                    each.wrong("question", LabFault.TWICE, "question", question);
                }
            });
        }
        json.end();
        return new Key(id, seed, of, entries);
    }

    private static Optional<KeyEntry> entry(FieldReader json, Optional<Question> asked) {
        Optional<Truth> truth = truth(json, asked);
        String explanation = json.optional("explanation", FieldReader.MOST_TEXT);
        List<Integer> evidence = json.frames("evidence", MOST_FRAMES);
        String filter = json.optional("filter", FieldReader.MOST_TEXT);
        LinkedHashMap<String, String> mistakes = new LinkedHashMap<>(json.pairs("mistakes"));
        json.end();
        if (truth.isEmpty() || asked.isEmpty()) {
            return Optional.empty();
        }
        QuestionKind kind = asked.get().kind();
        if (!truth.get().fits(kind)) {
            json.wrong("question", LabFault.TRUTH_KIND, asked.get().id(), kind.word(),
                    TRUTHS.stream().filter(json::has).findFirst().orElse(""));
        }
        return Optional.of(new KeyEntry(truth.get(), explanation, evidence, filter, mistakes));
    }

    private static Optional<Truth> truth(FieldReader json, Optional<Question> asked) {
        List<String> given = TRUTHS.stream().filter(json::has).toList();
        if (given.size() != 1) {
            json.wrong("question", LabFault.TRUTH_COUNT, String.join(", ", TRUTHS));
            return Optional.empty();
        }
        return switch (given.getFirst()) {
            case "value" -> Optional.of(new Truth.Exact(choices(json, "value", asked)));
            case "near" -> json.object("near").map(KeyReader::near);
            case "pattern" -> json.object("pattern").flatMap(KeyReader::pattern);
            case "members" -> Optional.of(members(json, asked));
            case "span" -> json.object("span").map(KeyReader::span);
            case "frames" -> json.object("frames").map(KeyReader::frames);
            case "costs" -> json.object("costs").map(KeyReader::costs);
            default -> Optional.of(new Truth.Guide(json.text("guide")));
        };
    }

    private static List<String> choices(FieldReader json, String name, Optional<Question> asked) {
        List<String> values = json.texts(name, MOST_NAMES);
        if (values.isEmpty()) {
            json.wrong(name, LabFault.NONE, name);
        }
        asked.filter(question -> question.kind().hasChoices()).ifPresent(question -> {
            for (String value : values) {
                if (!question.choices().contains(value)) {
                    json.wrong(name, LabFault.CHOICE, value);
                }
            }
        });
        return values;
    }

    private static Truth members(FieldReader json, Optional<Question> asked) {
        boolean isHosts = asked.filter(question -> question.kind() == QuestionKind.HOSTS).isPresent();
        SequencedSet<String> names = new LinkedHashSet<>();
        for (String name : choices(json, "members", asked)) {
            try {
                names.add(isHosts ? AnswerText.host(name) : name);
            } catch (AnswerException none) {
                json.wrong("members", LabFault.ADDRESS, name);
            }
        }
        return new Truth.Members(names);
    }

    private static Truth near(FieldReader json) {
        Truth near = new Truth.Near(json.decimal("value"), Math.abs(json.decimal("tolerance")));
        json.end();
        return near;
    }

    private static Optional<Truth> pattern(FieldReader json) {
        String pattern = json.text("matches");
        String example = json.text("example");
        json.end();
        try {
            if (!WholePattern.of(pattern).matches(example)) {
                json.wrong("example", LabFault.PATTERN_EXAMPLE, example);
            }
        } catch (PatternException unreadable) {
            json.wrong("matches", LabFault.PATTERN, String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
        return Optional.of(new Truth.Pattern(pattern, example));
    }

    private static Truth span(FieldReader json) {
        Instant from = time(json, "from");
        Instant to = time(json, "to");
        json.end();
        if (to.isBefore(from)) {
            json.wrong("to", LabFault.SPAN);
        }
        return new Truth.Span(from, to);
    }

    private static Instant time(FieldReader json, String name) {
        String text = json.text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeException none) {
            json.wrong(name, LabFault.TIME, text);
            return Instant.EPOCH;
        }
    }

    private static Truth frames(FieldReader json) {
        TreeSet<Integer> frames = new TreeSet<>(json.frames("numbers", MOST_FRAMES));
        String example = json.optional("example", FieldReader.MOST_TEXT);
        Optional<String> hidden = json.has("hidden") ? Optional.of(json.fileName("hidden")) : Optional.empty();
        json.end();
        if (frames.isEmpty()) {
            json.wrong("numbers", LabFault.NONE, "numbers");
        }
        return new Truth.Frames(frames, example, hidden);
    }

    private static Truth costs(FieldReader json) {
        List<Double> attacks = json.decimals("attacks", MOST_FRAMES);
        List<Double> others = json.decimals("others", MOST_FRAMES);
        Truth costs = new Truth.Costs(attacks, others, json.decimal("miss_cost"), json.decimal("false_cost"));
        json.end();
        if (attacks.isEmpty()) {
            json.wrong("attacks", LabFault.NONE, "attacks");
        }
        if (others.isEmpty()) {
            json.wrong("others", LabFault.NONE, "others");
        }
        return costs;
    }
}
