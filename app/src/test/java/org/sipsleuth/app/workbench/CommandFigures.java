package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.app.command.JsonText;
import org.sipsleuth.app.command.Run;

/// What the commands say of one capture, each run once.
final class CommandFigures {

    /// From this belief on the class of a period is named without a runner-up.
    private static final double ATTACK = 0.5;

    private final String file;
    private final Map<List<String>, Object> printed = new HashMap<>();
    private final Map<Object, String> classes = new HashMap<>();

    CommandFigures(Path capture) {
        file = capture.toString();
    }

    /// A count of `statistics`: 0 where it has no such row.
    double statistic(String group, String name) {
        return objects("statistics").stream()
                .filter(row -> row.get("group").equals(group) && row.get("name").equals(name))
                .map(row -> row.get("count"))
                .mapToDouble(count -> count == null ? 0 : number(count))
                .findFirst()
                .orElse(0);
    }

    /// The names of a group of `statistics`.
    List<String> statistics(String group) {
        return objects("statistics").stream()
                .filter(row -> row.get("group").equals(group))
                .map(row -> (String) row.get("name"))
                .toList();
    }

    /// The count of all rows of a group of `statistics`.
    double sum(String group) {
        return statistics(group).stream().mapToDouble(name -> statistic(group, name)).sum();
    }

    /// The rows that a listing command prints.
    List<Map<String, Object>> rows(String command, String... options) {
        return objects(command, options);
    }

    /// The report of `analyze`.
    Map<String, Object> report() {
        return object("analyze");
    }

    List<Map<String, Object>> incidents() {
        return list(report(), "incidents");
    }

    /// How many calls are of a class in `analyze`.
    @SuppressWarnings("unchecked")
    double calls(String word) {
        return number(((Map<String, Object>) report().get("calls")).get(word));
    }

    /// The findings of one detector.
    List<Map<String, Object>> findings(String detector) {
        return list(report(), "findings").stream().filter(finding -> finding.get("detector").equals(detector)).toList();
    }

    /// How the model of dialogs fits.
    Map<String, Object> fit() {
        return list(report(), "model_fit").getFirst();
    }

    /// How many dialogs `analyze` marks as known or unknown.
    @SuppressWarnings("unchecked")
    double marked(String mark) {
        return number(((Map<String, Object>) fit().get("marks")).get(mark));
    }

    /// What `info` says about the file.
    Map<String, Object> info() {
        return objects("info").getFirst();
    }

    /// The calls between users of `calls`, without the row of what was left out.
    List<Map<String, Object>> calls() {
        return rows("calls").stream().filter(row -> row.get("caller") != null).toList();
    }

    /// Who calls or is called in `calls`.
    Set<Object> users() {
        Set<Object> users = new HashSet<>();
        for (Map<String, Object> call : calls()) {
            users.add(call.get("caller"));
            users.add(call.get("callee"));
        }
        return users;
    }

    /// Who of the users of `calls` is an account of an incident.
    double involved() {
        return users().stream()
                .filter(user -> incidents().stream().anyMatch(incident -> accounts(incident).contains(user)))
                .count();
    }

    /// The incidents with such an account.
    double involving() {
        Set<Object> users = users();
        return incidents().stream().filter(incident -> accounts(incident).stream().anyMatch(users::contains)).count();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> accounts(Map<String, Object> incident) {
        return (List<Object>) incident.get("accounts");
    }

    /// Who called each other in `calls`.
    double pairs() {
        Set<Set<Object>> pairs = new HashSet<>();
        for (Map<String, Object> call : calls()) {
            pairs.add(new HashSet<>(Arrays.asList(call.get("caller"), call.get("callee"))));
        }
        return pairs.stream().filter(pair -> pair.size() == 2).count();
    }

    /// The periods of each source of `beliefs`.
    Map<String, List<Map<String, Object>>> periods() {
        Map<String, List<Map<String, Object>>> periods = new HashMap<>();
        for (Map<String, Object> row : rows("beliefs")) {
            periods.computeIfAbsent((String) row.get("source"), _ -> new ArrayList<>()).add(row);
        }
        return periods;
    }

    /// The sources of `beliefs` that look like an attack in a period.
    double attacking() {
        return periods().values()
                .stream()
                .filter(periods -> periods.stream().anyMatch(CommandFigures::isAttack))
                .count();
    }

    /// The sources of `beliefs` with enough messages in a period.
    double judged() {
        return periods().values()
                .stream()
                .filter(periods -> periods.stream().anyMatch(period -> !period.get("standing").equals("too_few")))
                .count();
    }

    private static boolean isAttack(Map<String, Object> period) {
        return period.get("standing").equals("believed") && !period.get("class").equals("normal")
                && number(period.get("belief")) > ATTACK;
    }

    /// A measure of `replay`, without the protections.
    double replayed(String measure) {
        return objects("replay").stream()
                .filter(row -> row.get("measure").equals(measure))
                .filter(row -> row.get("unit").equals("messages"))
                .mapToDouble(row -> number(row.get("without")))
                .findFirst()
                .orElseThrow();
    }

    /// The class of a dialog in the ground truth beside the capture.
    String truth(Object callId) {
        if (classes.isEmpty()) {
            Path beside = Path.of(file.replaceFirst("\\.pcap$", ".truth.json"));
            Map<String, Object> truth;
            try {
                truth = JsonText.object(Files.readString(beside));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            list(truth, "dialogs").forEach(row -> classes.put(row.get("call_id"), (String) row.get("class")));
        }
        return classes.getOrDefault(callId, "");
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) object.get(name);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(String command, String... options) {
        return (Map<String, Object>) value(command, options);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> objects(String command, String... options) {
        return (List<Map<String, Object>>) value(command, options);
    }

    private Object value(String command, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, file, "--format", "json"));
        arguments.addAll(List.of(options));
        return printed.computeIfAbsent(arguments, CommandFigures::run);
    }

    private static Object run(List<String> arguments) {
        Run run = Run.of(arguments.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return JsonText.value(run.out());
    }
}
