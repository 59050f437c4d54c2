package org.sipsleuth.samples.truth;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a truth file says of a recording.
///
/// @param sha256 of the capture that it describes
record RecordedTruth(String scenario, String sha256, List<Attack> attacks, List<Dialog> dialogs, List<Message> messages,
        Map<String, String> users) {

    /// @param from time of the first message in seconds since the epoch
    /// @param to time of the last
    record Attack(String id, String trafficClass, BigDecimal from, BigDecimal to, List<String> sources,
            List<String> targets, List<String> callIds, List<Integer> frames, Parties parties) {}

    /// @param actors empty where the addresses are forged
    record Parties(String kind, boolean forged, String outcome, BigDecimal requestFrom, BigDecimal requestTo,
            Optional<List<String>> actors, List<String> victims, List<String> accounts) {}

    record Dialog(String callId, String trafficClass, Optional<String> attack) {}

    record Message(int frame, String trafficClass, String attack) {}

    static RecordedTruth read(Path file) throws IOException {
        Map<?, ?> truth = Json.object(Json.read(file));
        return new RecordedTruth(Json.text(truth, "scenario"), Json.text(Json.object(truth.get("capture")), "sha256"),
                each(truth, "attacks").map(RecordedTruth::attack).toList(),
                each(truth, "dialogs").map(RecordedTruth::dialog).toList(),
                each(truth, "messages").map(RecordedTruth::message).toList(), each(truth, "users")
                        .collect(Collectors.toMap(user -> Json.text(user, "user"), user -> Json.text(user, "class"))));
    }

    private static Stream<Map<?, ?>> each(Map<?, ?> object, String name) {
        return Json.list(object, name).stream().map(Json::object);
    }

    private static Attack attack(Map<?, ?> attack) {
        return new Attack(Json.text(attack, "id"), Json.text(attack, "class"), Json.number(attack, "from"),
                Json.number(attack, "to"), texts(attack, "sources"), texts(attack, "targets"),
                texts(attack, "call_ids"),
                Json.list(attack, "frames").stream().map(frame -> ((BigDecimal) frame).intValueExact()).toList(),
                parties(attack));
    }

    private static Parties parties(Map<?, ?> attack) {
        boolean forged = attack.get("forged").equals(true);
        return new Parties(Json.text(attack, "kind"), forged, Json.text(attack, "outcome"),
                Json.number(attack, "request_from"), Json.number(attack, "request_to"),
                attack.get("actors") instanceof List ? Optional.of(texts(attack, "actors")) : Optional.empty(),
                texts(attack, "victims"), texts(attack, "accounts"));
    }

    private static List<String> texts(Map<?, ?> object, String name) {
        return Json.list(object, name).stream().map(String.class::cast).toList();
    }

    private static Dialog dialog(Map<?, ?> dialog) {
        return new Dialog(Json.text(dialog, "call_id"), Json.text(dialog, "class"), Json.perhaps(dialog, "attack"));
    }

    private static Message message(Map<?, ?> message) {
        return new Message(Json.number(message, "frame").intValueExact(), Json.text(message, "class"),
                Json.text(message, "attack"));
    }
}
