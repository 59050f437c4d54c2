package org.sipsleuth.truth.read;

import java.io.IOException;
import java.util.Arrays;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.BaselineFacts;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.truth.TrafficClass;

/// Reads the single objects of a truth file: the capture, its baseline, an attack.
final class HeadFields {

    private static final int MOST_SHOWN = 40;

    private final TruthJson json;
    private String file = "";
    private String sha256 = "";
    private long bytes;
    private long frames;
    private long messages;
    private long dialogs;
    private String id = "";
    private String trafficClass = "";
    private String story = "";
    private long fromNanos;
    private long toNanos;

    /// @param json is positioned at the object
    HeadFields(TruthJson json) {
        this.json = json;
    }

    CaptureFacts capture() throws IOException {
        json.object(this::fact);
        return new CaptureFacts(sha256, bytes, frames, messages, dialogs);
    }

    BaselineFacts baseline() throws IOException {
        json.object(this::fact);
        return new BaselineFacts(file, sha256, frames);
    }

    private boolean fact(String name) throws IOException {
        switch (name) {
            case "file" -> file = json.text();
            case "sha256" -> sha256 = json.text();
            case "bytes" -> bytes = json.number(0, Long.MAX_VALUE);
            case "frames" -> frames = json.number(0, Long.MAX_VALUE);
            case "messages" -> messages = json.number(0, Long.MAX_VALUE);
            case "dialogs" -> dialogs = json.number(0, Long.MAX_VALUE);
            default -> {
                return false;
            }
        }
        return true;
    }

    /// @param pool keeps its texts
    AttackFacts attack(LabelPool pool) throws IOException {
        json.object(this::attackField);
        Attack attack =
                new Attack(pool.text(id), trafficClass(json, trafficClass), pool.text(story));
        return new AttackFacts(attack, fromNanos, toNanos, messages);
    }

    private boolean attackField(String name) throws IOException {
        switch (name) {
            case "id" -> id = json.text();
            case "class" -> trafficClass = json.text();
            case "story" -> story = json.text();
            case "from" -> fromNanos = json.time();
            case "to" -> toNanos = json.time();
            case "messages" -> messages = json.number(0, Long.MAX_VALUE);
            default -> {
                return false; // its lists are read with the dialogs and messages
            }
        }
        return true;
    }

    /// The class of this name.
    static TrafficClass trafficClass(TruthJson json, String text) throws TruthFormatException {
        return Arrays.stream(TrafficClass.values())
                .filter(known -> known.text().equals(text))
                .findFirst()
                .orElseThrow(() -> json.refusal("no such class: " + shown(text)));
    }

    /// A text from a file as it is shown in a sentence.
    static String shown(String text) {
        String cut = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        return "\"" + cut.replaceAll("\\p{Cntrl}", "?") + "\"";
    }
}
