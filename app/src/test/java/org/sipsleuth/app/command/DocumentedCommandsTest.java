package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// That the commands on the pages for beginners work as they are written there. Placeholders and
/// captures of the reader's own are replaced with sample captures.
final class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> PAGES = List.of("README.md", "docs/FIRST-INVESTIGATION.md", "docs/FAILED-CALL.md",
            "docs/ATTACK.md", "docs/TRAINING.md", "docs/TRIAGE.md", "docs/TEACHING.md", "docs/EXERCISES.md");

    private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern INLINE = Pattern.compile("`(\\./sipsleuth[^`\n]*)`");
    private static final Pattern OPTIONAL = Pattern.compile(" *\\[([^\\]]*)]");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
    private static final Pattern FILE =
            Pattern.compile("[A-Za-z*-]+(\\.stix)?\\.(pcapng|pcap|model|json|svg|pdf|html|csv|zip|case)");

    /// These take longer than a test may, or need a network: only their options are checked.
    private static final Pattern LONG = Pattern
            .compile("evaluate .*|live .*|simulate (?!--list).*|lab (?!list|show).*|train flood .*|.*--baseline.*");

    /// What the start script does itself.
    private static final Set<String> SCRIPT = Set.of("doctor", "test", "package");

    /// Captures of the reader's own, and the sample in the place of each.
    private static final Map<String, String> CAPTURES = Map.of("day.pcap", "office-hour.pcap", "monday.pcap",
            "office-hour.pcap", "tuesday.pcap", "incident.pcap", "normal.pcap", "office-hour.pcap", "baseline.pcap",
            "office-hour.pcap", "baseline*.pcap", "office-hour.pcap", "incident.pcap", "incident.pcap", "log.txt",
            "incident.pcap", "Voip-trace.pcap", "dropped.pcap");

    @TempDir private static Path folder;

    @BeforeAll
    static void trainTheModelOfThePages() {
        Run run = Run.of("train", "sequence", sample("office-hour.pcap"), "-o",
                folder.resolve("office.model").toString());
        assertEquals(0, run.code(), run.err());
    }

    private static String sample(String name) {
        return ROOT.resolve("sample-captures").resolve(name).toString();
    }

    static Stream<String> commands() throws IOException {
        Set<String> commands = new LinkedHashSet<>();
        for (String page : PAGES) {
            commands.addAll(commands(Files.readString(ROOT.resolve(page))));
        }
        return commands.stream();
    }

    /// The command lines of a page, with and without what is optional in them.
    private static List<String> commands(String page) {
        List<String> lines = new ArrayList<>();
        BLOCK.matcher(page)
                .results()
                .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
                .filter(line -> line.startsWith("./sipsleuth"))
                .forEach(lines::add);
        INLINE.matcher(page).results().map(inline -> inline.group(1)).forEach(lines::add);
        return lines.stream()
                .map(line -> line.replaceFirst("./sipsleuth *", ""))
                .map(line -> line.replaceFirst("(^| +)(# .*|\\| .*|> .*)$", "").strip())
                .flatMap(DocumentedCommandsTest::variants)
                .toList();
    }

    private static Stream<String> variants(String line) {
        String plain = OPTIONAL.matcher(line).replaceAll("").strip();
        return Stream.concat(Stream.of(plain),
                OPTIONAL.matcher(line).results().map(option -> plain + " " + option.group(1)));
    }

    @Test
    void commandsAreFound() throws IOException {
        List<String> all = commands().toList();
        assertTrue(all.size() > 50, all.toString());
        assertTrue(all.contains("calls FILE… --users"), all.toString());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itWorksAsWritten(String line) throws IOException {
        List<String> words = words(line);
        if (words.isEmpty() || SCRIPT.contains(words.getFirst())) {
            return;
        }
        if (LONG.matcher(line).matches()) {
            new CommandModel().commands().get(words.getFirst()).getParent().parseArgs(words.toArray(String[]::new));
            return;
        }
        int output = words.indexOf("-o") + 1;
        if (output > 0) {
            Files.deleteIfExists(Path.of(words.get(output)));
        }
        Run run = Run.of(words.toArray(String[]::new));
        assertEquals(0, run.code(), () -> words + "\n" + run.err());
    }

    /// The words of a command line, each placeholder replaced.
    private static List<String> words(String line) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            boolean isQuoted = word.group(3) == null;
            String text =
                    Stream.of(1, 2, 3).map(word::group).filter(group -> group != null).collect(Collectors.joining());
            words.add(isQuoted ? text : replaced(line, text));
        }
        return words;
    }

    private static String replaced(String line, String word) throws IOException {
        boolean isOfMalformed = line.startsWith("signatures");
        return switch (word.replace("…", "")) {
            case "FILE" ->
                    line.contains("--csv-records") ? table() : sample(isOfMalformed ? "torture.pcap" : "dropped.pcap");
            case "CLEAN", "BASELINE" -> sample("office-hour.pcap");
            case "ID", "A" -> callId(line, 0);
            case "B" -> callId(line, 1);
            case "CASE" -> fresh("new.case");
            case "BUNDLE" -> fresh("new.json");
            case "MODEL" -> fresh("new.model");
            case "COMMAND" -> "info";
            case "F" -> "sip";
            default -> file(word);
        };
    }

    private static String fresh(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        return file.toString();
    }

    /// A file of the reader's own is in a folder of its own; what is no file stays.
    private static String file(String word) {
        if (word.startsWith("sample-captures/")) {
            return ROOT.resolve(word).toString();
        }
        if (CAPTURES.containsKey(word)) {
            return sample(CAPTURES.get(word));
        }
        return FILE.matcher(word).matches() ? folder.resolve(word).toString() : word;
    }

    private static String table() throws IOException {
        return Files
                .writeString(folder.resolve("records.csv"),
                        "caller,callee,start,duration\n1001,1002,2026-11-20T10:00:00Z,60\n")
                .toString();
    }

    private static String callId(String line, int number) {
        String file = line.contains("day.pcap") ? "office-hour.pcap" : "dropped.pcap";
        return Run.of("dialogs", "--format", "csv", sample(file)).records().get(number).split(",")[0];
    }
}
