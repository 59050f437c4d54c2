package org.sipsleuth.truth.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sipsleuth.truth.Attack;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.AttackKind;
import org.sipsleuth.truth.AttackOutcome;
import org.sipsleuth.truth.BaselineFacts;
import org.sipsleuth.truth.CaptureFacts;
import org.sipsleuth.truth.TrafficClass;

/// Reads the single objects of a truth file: the capture, its baseline, an attack.
final class HeadFields {

    private static final int MOST_SHOWN = 40;
    private static final int MOST_NAMES = 1_000_000;

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
    private long requestFromNanos;
    private long requestToNanos;
    private Optional<AttackKind> kind = Optional.empty();
    private Optional<AttackOutcome> outcome = Optional.empty();
    private boolean forged;
    private final List<String> actors = new ArrayList<>();
    private final List<String> carriers = new ArrayList<>();
    private final List<String> victims = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();

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
        Attack attack = new Attack(pool.text(id), trafficClass(json, trafficClass), kind, forged, !carriers.isEmpty(),
                pool.text(story));
        return new AttackFacts(attack, fromNanos, toNanos, messages, requestFromNanos, requestToNanos, outcome,
                pooled(actors, pool), pooled(victims, pool), pooled(accounts, pool));
    }

    private static List<String> pooled(List<String> texts, LabelPool pool) {
        return texts.stream().map(pool::text).toList();
    }

    private boolean attackField(String name) throws IOException {
        switch (name) {
            case "id" -> id = json.text();
            case "class" -> trafficClass = json.text();
            case "story" -> story = json.text();
            case "from" -> fromNanos = json.time();
            case "to" -> toNanos = json.time();
            case "messages" -> messages = json.number(0, Long.MAX_VALUE);
            case "kind" -> kind = known(AttackKind::of, "kind");
            case "forged" -> forged = json.truth();
            case "outcome" -> outcome = known(AttackOutcome::of, "outcome");
            case "request_from" -> requestFromNanos = json.time();
            case "request_to" -> requestToNanos = json.time();
            case "actors" -> texts(actors);
            case "carriers" -> texts(carriers);
            case "victims" -> texts(victims);
            case "accounts" -> texts(accounts);
            default -> {
                return false; // its other lists are read with the dialogs and messages
            }
        }
        return true;
    }

    /// What a name means; empty where it is null.
    private <T> Optional<T> known(Function<String, Optional<T>> names, String what) throws IOException {
        String text = json.textOrNull();
        if (text == null) {
            return Optional.empty();
        }
        Optional<T> found = names.apply(text);
        if (found.isEmpty()) {
            throw json.refusal("no such " + what + ": " + shown(text));
        }
        return found;
    }

    private void texts(List<String> into) throws IOException {
        if (json.isNull()) {
            return;
        }
        json.array(() -> {
            if (into.size() == MOST_NAMES) {
                throw json.refusal("too many names of one attack");
            }
            into.add(json.text());
        });
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
