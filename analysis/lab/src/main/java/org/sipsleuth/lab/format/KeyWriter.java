package org.sipsleuth.lab.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sipsleuth.lab.json.LabJson;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Truth;

/// Writes `key.json`.
public final class KeyWriter {

    private KeyWriter() {}

    /// The text of the file: the same for the same key.
    public static String text(Key key) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", Key.FORMAT);
        json.put("version", Lab.VERSION);
        json.put("lab", key.lab());
        key.seed().ifPresent(seed -> json.put("seed", seed));
        if (!key.digest().isEmpty()) {
            json.put("digest", key.digest());
        }
        List<Object> answers = new ArrayList<>();
        key.entries().forEach((question, entry) -> answers.add(entry(question, entry)));
        json.put("answers", answers);
        return LabJson.write(json);
    }

    private static Map<String, Object> entry(String question, KeyEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", question);
        truth(json, entry.truth());
        if (!entry.explanation().isEmpty()) {
            json.put("explanation", entry.explanation());
        }
        if (!entry.evidence().isEmpty()) {
            json.put("evidence", entry.evidence());
        }
        if (!entry.filter().isEmpty()) {
            json.put("filter", entry.filter());
        }
        if (!entry.mistakes().isEmpty()) {
            json.put("mistakes", entry.mistakes());
        }
        return json;
    }

    private static void truth(Map<String, Object> json, Truth truth) {
        switch (truth) {
            case Truth.Exact exact -> json.put("value", exact.accepted());
            case Truth.Near near -> json.put("near", of("value", near.value(), "tolerance", near.tolerance()));
            case Truth.Pattern pattern ->
                    json.put("pattern", of("matches", pattern.pattern(), "example", pattern.example()));
            case Truth.Members members -> json.put("members", members.names());
            case Truth.Span span -> json.put("span", of("from", span.from(), "to", span.to()));
            case Truth.Frames frames -> {
                Map<String, Object> object = of("numbers", frames.numbers());
                if (!frames.example().isEmpty()) {
                    object.put("example", frames.example());
                }
                frames.hidden().ifPresent(file -> object.put("hidden", file));
                json.put("frames", object);
            }
            case Truth.Costs costs -> json.put("costs", of("attacks", costs.attacks(), "others", costs.others(),
                    "miss_cost", costs.missCost(), "false_cost", costs.falseCost()));
            case Truth.Guide guide -> json.put("guide", guide.guide());
        }
    }

    private static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            json.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return json;
    }
}
