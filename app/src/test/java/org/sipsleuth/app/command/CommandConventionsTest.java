package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What docs/CLI.md promises of every command that lists something of captures.
final class CommandConventionsTest {

    /// They list nothing, or nothing of captures alone; `find` first takes what is looked for ([FindCommandTest]).
    private static final Set<String> NO_LISTINGS = Set.of("find", "compare", "export", "live", "train", "evaluate",
            "simulate", "signatures", "replay", "case", "lab", "doctor", "test", "package", "help", "completion");

    private static final Set<String> TIMES = Set.of("time", "start", "from", "to", "first_time", "last_time");

    private static final Map<String, List<String>> MORE = Map.of("ladder", List.of("--call-id", "d5cac4d1ed40b5ff"));

    @TempDir private static Path folder;
    private static Path call = Path.of("");

    @BeforeAll
    static void copyCapture() throws IOException {
        SampleCapture sample = SampleCaptures.list()
                .stream()
                .filter(each -> each.file().equals("call.pcap"))
                .findFirst()
                .orElseThrow();
        call = SampleCaptures.copyTo(sample, Files.createDirectory(folder.resolve("captures")));
    }

    static List<String> listings() {
        return Run.COMMANDS.stream().filter(command -> !NO_LISTINGS.contains(command)).toList();
    }

    static List<String> readers() {
        return Stream.concat(listings().stream(), Stream.of("compare", "export", "train", "analyze")).toList();
    }

    private static Run run(String command, String input, String... options) {
        return Run.of(arguments(command, input, options));
    }

    private static String[] arguments(String command, String input, String... options) {
        List<String> all = new ArrayList<>(List.of(command, "--quiet", input));
        all.addAll(MORE.getOrDefault(command, List.of()));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    private static Run ran(String command, String... options) {
        Run run = run(command, call.toString(), options);
        assertEquals(0, run.code(), run.err());
        return run;
    }

    private static CommandSpec spec(String command) {
        return new CommandModel().commands().get(command).getCommandSpec();
    }

    @ParameterizedTest
    @MethodSource("listings")
    void aListingHasAllOptions(String command) {
        for (String option : List.of("--format", "--output", "--force", "--filter", "--from", "--to", "--limit",
                "--recursive", "--keylog", "--once", "--quiet", "--no-color", "--help")) {
            assertTrue(spec(command).findOption(option) != null, option);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatReadsCapturesReadsDirectories(String command) {
        assertTrue(spec(command).findOption("--recursive") != null);
        assertTrue(spec(command).positionalParameters()
                .stream()
                .map(PositionalParamSpec::paramLabel)
                .anyMatch(Set.of("FILE", "BASELINE")::contains));
    }

    @ParameterizedTest
    @MethodSource("listings")
    void theHeaderOfCsvIsTheDocumentedOne(String command) throws IOException {
        String row = Files.readString(Path.of("../docs/CLI.md"))
                .lines()
                .filter(line -> line.startsWith("| `" + command + "` | "))
                .findFirst()
                .orElseThrow();
        String documented = row.split("\\|", -1)[2].strip().replace(", ", ",");
        String out = ran(command, "--format", "csv").out();
        assertEquals(documented, out.substring(0, out.indexOf("\r\n")));
    }

    @ParameterizedTest
    @MethodSource("listings")
    void jsonIsOneDocumentInWhichTimesAreIsoToo(String command) throws IOException {
        assertTimes(ran(command, "--format", "json").out());
    }

    @ParameterizedTest
    @MethodSource("listings")
    void jsonLinesHaveAnObjectOnEachLine(String command) throws IOException {
        String out = ran(command, "--format", "jsonl").out();
        assertTrue(out.isEmpty() || out.endsWith("\n"), out);
        for (String line : out.lines().toList()) {
            assertTrue(line.startsWith("{"), line);
            assertTimes(line);
        }
    }

    /// Each time has its ISO 8601 form as the next key.
    private static void assertTimes(String json) throws IOException {
        int roots = 0;
        String before = "";
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (parser.getParsingContext().inRoot()) {
                    roots++;
                }
                if (token == JsonToken.FIELD_NAME) {
                    if (TIMES.contains(before)) {
                        assertEquals(before + "_iso", parser.currentName());
                    }
                    before = parser.currentName();
                }
            }
        }
        assertFalse(TIMES.contains(before), before);
        assertEquals(1, roots, json);
    }

    @ParameterizedTest
    @MethodSource("listings")
    void standardInputGivesWhatTheFileGives(String command) throws IOException {
        Set<String> before = temporary();
        String expected = ran(command, "--format", "json").out();
        for (byte[] input : List.of(Files.readAllBytes(call), gzip(Files.readAllBytes(call)))) {
            Run run = Run.piped(input, arguments(command, "-", "--format", "json"));
            assertEquals(0, run.code(), run.err());
            assertEquals("", run.err());
            if (input.length == Files.size(call)) {
                assertEquals(expected.replace("\"" + call + "\"", "\"-\""), run.out());
            } else {
                assertFalse(run.out().contains("sipsleuth-standard-input"), run.out());
            }
        }
        assertEquals(before, temporary());
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        Path packed = folder.resolve("packed");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(bytes);
        }
        return Files.readAllBytes(packed);
    }

    private static Set<String> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new TreeSet<>(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("sipsleuth-standard-input"))
                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("listings")
    void aDirectoryGivesWhatItsCapturesGive(String command) {
        String directory = call.getParent().toString();
        Run refused = run(command, directory);
        assertEquals(3, refused.code());
        assertTrue(refused.err().contains("--recursive"), refused.err());
        Run found = run(command, directory, "--recursive", "--format", "csv");
        assertEquals(0, found.code(), found.err());
        assertEquals(ran(command, "--format", "csv").out(), found.out());
    }

    @ParameterizedTest
    @MethodSource("listings")
    void theLimitKeepsTheFirstRows(String command) {
        List<String> all = ran(command, "--format", "csv").records();
        List<String> first = ran(command, "--format", "csv", "--limit", "1").records();
        assertEquals(all.subList(0, Math.min(1, all.size())), first);
        assertTrue(ran(command, "--format", "jsonl", "--limit", "1").out().lines().count() <= 1);
    }

    @ParameterizedTest
    @MethodSource("listings")
    void theTimeChoosesRows(String command) {
        String all = ran(command, "--format", "csv").out();
        assertEquals(all, ran(command, "--format", "csv", "--from", "2026-11-20").out());
        assertEquals(all, ran(command, "--format", "csv", "--to", "4000000000.5").out());
        Run none = run(command, call.toString(), "--format", "csv", "--to", "2026-11-19T23:59:59Z");
        if (command.equals("ladder")) {
            assertEquals(2, none.code());
            return;
        }
        assertEquals(0, none.code(), none.err());
        if (command.equals("statistics")) {
            assertTrue(none.out().contains("total,messages,0,"), none.out());
        } else {
            assertEquals(List.of(), none.records());
        }
        Run wrong = run(command, call.toString(), "--from", "yesterday");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("\"yesterday\" is not a valid time"), wrong.err());
        assertEquals(2, run(command, call.toString(), "--from", "2", "--to", "1").code());
    }

    @ParameterizedTest
    @MethodSource("listings")
    void theFilterChoosesRows(String command) {
        String all = ran(command, "--format", "csv").out();
        assertEquals(all, filtered(command, "sip").out());
        Run none = filtered(command, "sip.Method == \"PUBLISH\"");
        if (command.equals("ladder")) {
            assertEquals(2, none.code());
        } else if (!command.equals("statistics")) {
            assertEquals(List.of(), none.records());
        } else {
            assertTrue(none.out().contains("total,messages,0,"), none.out());
        }
        assertEquals(2, filtered(command, "sip.Method ==").code());
    }

    private static Run filtered(String command, String filter) {
        return run(command, call.toString(), "--format", "csv", "--filter", filter);
    }

    @ParameterizedTest
    @MethodSource("listings")
    void theResultGoesToAFileOrToStandardOutput(String command) throws IOException {
        String expected = ran(command, "--format", "json").out();
        assertEquals(expected, ran(command, "--format", "json", "-o", "-").out());
        if (command.equals("ladder")) {
            return; // its file is a picture
        }
        Path file = folder.resolve(command + ".json");
        Run run = ran(command, "-o", file.toString());
        assertEquals("", run.out());
        assertEquals(expected, Files.readString(file));
        Run refused = run(command, call.toString(), "-o", file.toString());
        assertEquals(2, refused.code());
        assertEquals(expected, Files.readString(file));
        ran(command, "-o", file.toString(), "--force");
        byte[] capture = Files.readAllBytes(call);
        Path own = folder.resolve(command + "-of.json"); // by its name a report
        Files.write(own, capture);
        Run input = run(command, own.toString(), "-o", own.toString(), "--force");
        assertEquals(2, input.code(), input.err());
        assertArrayEquals(capture, Files.readAllBytes(own));
        Path missing = folder.resolve("missing-" + command + ".json");
        assertEquals(3, run(command, "no.pcap", "-o", missing.toString()).code());
        assertFalse(Files.exists(missing));
    }

    @Test
    void standardInputIsReadOnceAndNeverByTheWindow() throws IOException {
        byte[] capture = Files.readAllBytes(call);
        Run twice = Run.piped(capture, "info", "-", "-");
        assertEquals(2, twice.code());
        assertTrue(twice.err().contains("once"), twice.err());
        Run window = Run.piped(capture, "-");
        assertEquals(2, window.code());
        assertTrue(window.err().contains("sipsleuth info -"), window.err());
        Run nothing = Run.piped(new byte[0], "info", "-");
        assertEquals(3, nothing.code());
        assertTrue(nothing.err().contains("sipsleuth: -: "), nothing.err());
    }

    @Test
    void aDirectoryIsSearchedForCapturesOnly() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("tree/deep")).getParent();
        Files.copy(call, tree.resolve("b.pcap"));
        Files.copy(call, tree.resolve("deep/no-ending"));
        Files.writeString(tree.resolve("notes.txt"), "no capture");
        Files.copy(call, tree.resolve(".hidden.pcap"));
        Run run = Run.of("info", "--recursive", tree.toString(), "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of(tree.resolve("b.pcap").toString(), tree.resolve("deep/no-ending").toString()),
                run.records().stream().map(row -> row.substring(0, row.indexOf(','))).toList());
        assertTrue(run.err().contains("skipped files that are not captures: 1"), run.err());
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(3, Run.of("info", "--recursive", empty.toString()).code());
        assertEquals(2, Run.of("ladder", "--recursive", tree.toString()).code());
        assertEquals(2, new HashSet<>(run.records()).size());
    }
}
