package org.sipsleuth.lab.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.lab.json.LabJson;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.SealedAnswer;

/// Writes `lab.json`.
public final class LabWriter {

    private LabWriter() {}

    /// The text of the file: the same for the same lab.
    public static String text(Lab lab) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", Lab.FORMAT);
        json.put("version", Lab.VERSION);
        json.put("id", lab.id());
        put(json, "number", lab.number() == 0 ? "" : lab.number());
        lab.seed().ifPresent(seed -> json.put("seed", seed));
        put(json, "student", lab.student());
        json.put("title", lab.title());
        json.put("story", lab.story());
        json.put("teaches", lab.teaches());
        json.put("level", lab.level());
        json.put("minutes", lab.minutes());
        json.put("hidden", lab.hidden().stream().sorted().map(HiddenFact::word).toList());
        json.put("locked", lab.locked().stream().sorted().toList());
        List<Object> captures = new ArrayList<>();
        for (LabCapture capture : lab.captures()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("file", capture.file());
            put(each, "sha256", capture.sha256());
            put(each, "about", capture.about());
            captures.add(each);
        }
        json.put("captures", captures);
        lab.scenario().ifPresent(scenario -> {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("name", scenario.name());
            each.put("seed", scenario.seed());
            each.put("settings", scenario.settings());
            each.put("file", scenario.file());
            json.put("scenario", each);
        });
        json.put("questions", lab.questions().stream().map(LabWriter::question).toList());
        return LabJson.write(json);
    }

    private static void put(Map<String, Object> json, String name, Object value) {
        if (!value.equals("")) {
            json.put(name, value);
        }
    }

    private static Map<String, Object> question(Question question) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", question.id());
        json.put("kind", question.kind().word());
        json.put("title", question.title());
        json.put("text", question.text());
        json.put("points", question.points());
        put(json, "unit", question.unit());
        if (!question.choices().isEmpty()) {
            json.put("choices", question.choices());
        }
        put(json, "capture", question.capture());
        if (!question.hints().isEmpty()) {
            List<Object> hints = new ArrayList<>();
            for (Hint hint : question.hints()) {
                Map<String, Object> each = new LinkedHashMap<>();
                each.put("text", hint.text());
                each.put("cost", hint.cost());
                hints.add(each);
            }
            json.put("hints", hints);
        }
        question.sealed().ifPresent(sealed -> json.put("sealed", sealed(sealed)));
        put(json, "explanation", question.explanation());
        return json;
    }

    private static Map<String, Object> sealed(SealedAnswer sealed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("salt", sealed.salt());
        json.put("iterations", sealed.iterations());
        json.put("digest", sealed.digest());
        json.put("possible", SealedAnswer.LEAST_POSSIBLE);
        return json;
    }
}
