package org.sipsleuth.lab.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.lab.json.LabJson;
import org.sipsleuth.lab.question.AnswerText;

/// The answers of a student to a lab, as they are saved and handed in.
///
/// @param lab the id of the lab
/// @param digest SHA-256 of the file of the lab that was worked on, or empty
/// @param student a name, or empty
/// @param seconds the time that was worked
/// @param begun when
/// @param handedIn when; empty while the student is at work
/// @param answers as they were typed, by the id of the question
/// @param hints how many were opened, by the id of the question
/// @param marked the points that the teacher gave for texts, by the id of the question
public record HandIn(String lab, OptionalLong seed, String digest, String student, long seconds,
        Optional<Instant> begun, Optional<Instant> handedIn, Map<String, String> answers, Map<String, Integer> hints,
        Map<String, Integer> marked) {

    /// What the file says that it is.
    public static final String FORMAT = "sipsleuth-lab-answers";

    /// The name of the file beside a lab.
    public static final String FILE = "answers.json";

    private static final int SHORT_TEXT = 200;
    private static final int MOST_HINTS = 100;
    private static final int MOST_POINTS = 1_000;
    private static final long MOST_SECONDS = 100_000_000L;
    private static final String CHECK = "check";

    public HandIn {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        hints = Collections.unmodifiableMap(new LinkedHashMap<>(hints));
        marked = Collections.unmodifiableMap(new LinkedHashMap<>(marked));
    }

    /// Answers to a lab and nothing else.
    public static HandIn of(LabFolder lab, Map<String, String> answers) {
        return new HandIn(lab.lab().id(), lab.lab().seed(), lab.digest(), lab.lab().student(), 0, Optional.empty(),
                Optional.empty(), answers, Map.of(), Map.of());
    }

    /// Reads the answers to a lab.
    ///
    /// @throws LabException with every mistake, if it has any
    public static HandIn read(Path file, LabFolder lab) throws IOException {
        byte[] bytes;
        try (InputStream in = RegularFile.open(file)) {
            bytes = in.readNBytes(LabJson.MOST_BYTES + 1);
        }
        List<LabMistake> mistakes = new ArrayList<>();
        String name = String.valueOf(file.getFileName());
        HandIn read = read(FieldReader.of(name, bytes, mistakes), lab);
        if (!mistakes.isEmpty()) {
            throw new LabException(mistakes);
        }
        return read;
    }

    private static HandIn read(FieldReader json, LabFolder opened) {
        Lab lab = opened.lab();
        if (json.has("format") || json.has("version")) {
            json.format(FORMAT, Lab.VERSION);
        }
        String id = json.has("lab") ? json.word("lab") : lab.id();
        OptionalLong seed =
                json.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE).map(OptionalLong::of).orElse(OptionalLong.empty());
        if (!id.equals(lab.id())) {
            json.wrong("lab", LabFault.OTHER_LAB, id, lab.id());
        }
        String digest = json.optional("digest", SHORT_TEXT);
        if (!digest.isEmpty() && !digest.equals(opened.digest())) {
            json.wrong("digest", LabFault.OTHER_DIGEST);
        }
        String student = json.optional("student", SHORT_TEXT);
        long seconds = json.whole("seconds", 0L, MOST_SECONDS).orElse(0L);
        Optional<Instant> begun = time(json, "begun");
        Optional<Instant> handedIn = time(json, "handed_in");
        Map<String, String> answers = json.pairs("answers");
        Map<String, Integer> hints = counts(json, "hints", MOST_HINTS);
        Map<String, Integer> marked = counts(json, "marked", MOST_POINTS);
        for (String question : answers.keySet()) {
            if (lab.question(question).isEmpty()) {
                json.wrong("answers", LabFault.NO_QUESTION, question);
            } else if (answers.get(question).length() > AnswerText.MOST_CHARACTERS) {
                json.wrong("answers", LabFault.LONG, question, AnswerText.MOST_CHARACTERS);
            }
        }
        HandIn read = new HandIn(id, seed, digest, student, seconds, begun, handedIn, answers, hints, marked);
        String check = json.optional(CHECK, SHORT_TEXT);
        if (!check.isEmpty() && !check.equals(read.check())) {
            json.wrong(CHECK, LabFault.CHANGED);
        }
        json.end();
        return read;
    }

    private static Optional<Instant> time(FieldReader json, String name) {
        String text = json.optional(name, SHORT_TEXT);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            json.wrong(name, LabFault.TIME, text);
            return Optional.empty();
        }
    }

    private static Map<String, Integer> counts(FieldReader json, String name, int most) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        json.pairs(name).forEach((question, text) -> {
            try {
                int count = Integer.parseInt(text);
                if (count < 0 || count > most) {
                    json.wrong(name, LabFault.WHOLE, question, 0, most, text);
                }
                counts.put(question, count);
            } catch (NumberFormatException none) {
                json.wrong(name, LabFault.WHOLE, question, 0, most, text);
            }
        });
        return counts;
    }

    /// Writes it.
    public void write(Path file, OutputRules rules) throws IOException {
        OutputFile.write(file, rules, out -> out.write(text().getBytes(StandardCharsets.UTF_8)));
    }

    /// The text of the file.
    public String text() {
        Map<String, Object> json = content();
        json.put(CHECK, check());
        return LabJson.write(json);
    }

    private Map<String, Object> content() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("version", Lab.VERSION);
        json.put("lab", lab);
        seed.ifPresent(value -> json.put("seed", value));
        json.put("digest", digest);
        json.put("student", student);
        json.put("seconds", seconds);
        begun.ifPresent(time -> json.put("begun", time));
        handedIn.ifPresent(time -> json.put("handed_in", time));
        json.put("answers", answers);
        json.put("hints", hints);
        json.put("marked", marked);
        return json;
    }

    /// A digest of all but the teacher's points: it shows that a file was changed, not by whom.
    private String check() {
        Map<String, Object> json = content();
        json.remove("marked");
        return LabFolder.sha256(LabJson.write(json).getBytes(StandardCharsets.UTF_8));
    }
}
