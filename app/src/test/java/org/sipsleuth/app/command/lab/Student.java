package org.sipsleuth.app.command.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.app.command.JsonText;
import org.sipsleuth.app.command.Run;

/// Somebody who has a lab's folder and the commands of the program, and no more. A command that the
/// lab refuses fails.
///
/// @param folder of the lab, without key
record Student(Path folder) {

    /// Where the rows of an object are.
    private static final String ROWS = "questions";

    /// The capture of labs that have one.
    private static final String CAPTURE = "capture.pcap";

    /// What a command prints as JSON.
    List<Row> run(String... arguments) {
        String[] all = Stream.concat(Arrays.stream(arguments), Stream.of("--format", "json", "--quiet"))
                .toArray(String[]::new);
        Run run = Run.of(all);
        assertEquals(0, run.code(), () -> String.join(" ", all) + ": " + run.err());
        Object printed = JsonText.value(run.out());
        Object listed = printed instanceof Map<?, ?> object ? object.get(ROWS) : printed;
        return ((Collection<?>) listed).stream()
                .map(Student::row)
                .filter(row -> !row.cells().containsKey("left_out"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Row row(Object object) {
        return new Row((Map<String, Object>) object);
    }

    String file(String name) {
        return folder.resolve(name).toString();
    }

    /// The messages that a filter selects.
    List<Row> messages(String filter, String... options) {
        return listed("messages", CAPTURE, filter, options);
    }

    List<Row> messagesOf(String capture, String filter) {
        return listed("messages", capture, filter);
    }

    List<Row> dialogsOf(String capture, String filter, String... options) {
        return listed("dialogs", capture, filter, options);
    }

    List<Row> dialogs(String filter, String... options) {
        return listed("dialogs", CAPTURE, filter, options);
    }

    private List<Row> listed(String command, String capture, String filter, String... options) {
        List<String> arguments = new ArrayList<>(List.of(command, file(capture)));
        if (!filter.isEmpty()) {
            arguments.addAll(List.of("--filter", filter));
        }
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    /// The questions, by their ids.
    private Map<String, Row> questions() {
        return run("lab", "show", folder.toString()).stream()
                .collect(Collectors.toMap(row -> row.text("id"), row -> row));
    }

    String question(String id) {
        return questions().get(id).text("text");
    }

    /// The choices of a question.
    List<String> choices(String id) {
        return ((Collection<?>) questions().get(id).cells().get("choices")).stream().map(Object::toString).toList();
    }

    /// What a question states.
    MatchResult stated(String id, String pattern) {
        String text = question(id);
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError(id + " does not state " + pattern + ": " + text);
        }
        return found.toMatchResult();
    }

    /// Saves answers, as a student does without the window.
    void answer(Map<String, String> answers) throws IOException {
        String pairs = answers.entrySet()
                .stream()
                .map(each -> quoted(each.getKey()) + ": " + quoted(each.getValue()))
                .collect(Collectors.joining(", "));
        Files.writeString(folder.resolve("answers.json"), "{\"answers\": {" + pairs + "}}");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String range(Instant from, Instant to) {
        return from + " - " + to;
    }

    /// From the first of some messages to the last.
    static String range(List<Row> messages) {
        return range(messages.getFirst().time(), messages.getLast().time());
    }

    static String frames(Collection<Row> messages) {
        return messages.stream().map(row -> row.text("frame")).distinct().collect(Collectors.joining(", "));
    }

    /// The different texts of rows, as sets are answered.
    static String names(Collection<Row> rows, Function<Row, String> name) {
        return rows.stream().map(name).distinct().collect(Collectors.joining(", "));
    }

    /// Rows by what they have in common, most first.
    static List<Map.Entry<String, List<Row>>> grouped(Collection<Row> rows, Function<Row, String> key) {
        return rows.stream()
                .collect(Collectors.groupingBy(key))
                .entrySet()
                .stream()
                .sorted((one, other) -> other.getValue().size() - one.getValue().size())
                .toList();
    }

    static long different(Collection<Row> rows, Function<Row, String> name) {
        return rows.stream().map(name).distinct().count();
    }
}
