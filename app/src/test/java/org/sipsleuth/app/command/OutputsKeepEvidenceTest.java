package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Aims each output of each command at evidence. The commands and their options are asked of
/// picocli, so that no output can be forgotten.
final class OutputsKeepEvidenceTest {

    private static final Instant CAPTURED = Instant.ofEpochSecond(1_700_000_000);

    /// Options with a file that is only read.
    private static final Set<String> INPUTS =
            Set.of("--keylog", "--model", "--baseline", "--hosts", "--onto", "--traffic", "--against", "--roles",
                    "--clean", "--logo", "--key", "--hep-certificate", "--names", "--class");

    /// Options whose files have a test of their own.
    private static final Set<String> DIRECTORIES = Set.of("--ring", "--figures");

    /// How an output is aimed; `IN` is an input, `OUT` the output.
    private static final Map<String, List<String>> ARGUMENTS =
            Map.ofEntries(Map.entry("find -o", List.of("find", "call", "IN", "-o", "OUT")),
                    Map.entry("train -o", List.of("train", "sequence", "IN", "-o", "OUT")),
                    Map.entry("signatures -o", List.of("signatures", "scan", "case.json", "IN", "-o", "OUT")),
                    Map.entry("case -o", List.of("case", "show", "IN", "-o", "OUT")),
                    Map.entry("simulate -o", List.of("simulate", "odd-dialogs", "--onto", "IN", "-o", "OUT")),
                    Map.entry("evaluate --json", List.of("evaluate", "sequence", "--traffic", "IN", "--json", "OUT")),
                    Map.entry("evaluate -o", List.of("evaluate", "sequence", "--traffic", "IN", "-o", "OUT")),
                    Map.entry("live -o", List.of("live", "--text", "--keylog", "IN", "--count", "1", "-o", "OUT")),
                    Map.entry("lab -o", List.of("lab", "pack", "LAB", "-o", "OUT")));

    /// How the names of outputs must end.
    private static final Map<String, List<String>> ENDINGS = Map.of("find -o", List.of(".pcapng", ".pcap", ".json"),
            "export -o", List.of(".pcapng", ".pcap"), "ladder -o", List.of(".svg", ".pdf", ".png", ".txt"),
            "analyze -o", List.of(".json", ".html", ".pdf"), "simulate -o", List.of(".pcap", ""));

    private static final List<String> ANY = List.of("", ".pcap", ".json");

    /// A dialog of the sample capture.
    private static final String DIALOG = "5d0e8a7a@198.51.100.21";

    /// Words of commands that make files, where the first ones do not do: `BUNDLE`, `CASE` and `LAB`
    /// are made before.
    private static final Map<String, List<List<String>>> WRITTEN = Map.ofEntries(
            Map.entry("ladder -o",
                    List.of(List.of("ladder", "IN", "--call-id", DIALOG, "-o", "OUT.svg"),
                            List.of("ladder", "IN", "--call-id", DIALOG, "--notes", "-o", "OUT.txt"))),
            Map.entry("compare -o", List.of(List.of("compare", "IN", "--frame", "1", "--frame", "2", "-o", "OUT"))),
            Map.entry("export -o",
                    List.of(List.of("export", "IN", "-o", "OUT.pcapng"), List.of("export", "IN", "-o", "OUT.pcap"),
                            List.of("export", "IN", "--anonymize", "-o", "OUT.pcap"))),
            Map.entry("find -o",
                    List.of(List.of("find", DIALOG, "IN", "-o", "OUT"),
                            List.of("find", DIALOG, "IN", "-o", "OUT.pcap"))),
            Map.entry("live -o", List.of(List.of("live", "--text", "--count", "1", "-o", "OUT.pcap"))),
            Map.entry("train -o", List.of(List.of("train", "ngram", "BASELINE", "-o", "OUT"))),
            Map.entry("evaluate -o", List.of(List.of("evaluate", "incidents", "TRUTH", "-o", "OUT"))),
            Map.entry("evaluate --json", List.of(List.of("evaluate", "incidents", "TRUTH", "--json", "OUT"))),
            Map.entry("simulate -o", List.of(List.of("simulate", "odd-dialogs", "-o", "OUT.pcap"))),
            Map.entry("signatures -o",
                    List.of(List.of("signatures", "scan", "BUNDLE", "IN", "-o", "OUT"),
                            List.of("signatures", "export", "BUNDLE", "--rules", "yara", "-o", "OUT"),
                            List.of("signatures", "derive", "OUT", "TRUTH", "--clean", "CLEAN"))),
            Map.entry("replay -o",
                    List.of(List.of("replay", "IN", "-o", "OUT"), List.of("replay", "IN", "--messages", "-o", "OUT"),
                            List.of("replay", "IN", "--configuration", "-o", "OUT"))),
            Map.entry("case -o", List.of(List.of("case", "report", "CASE", "-o", "OUT"),
                    List.of("case", "show", "CASE", "-o", "OUT.json"), List.of("case", "log", "CASE", "-o", "OUT"),
                    List.of("case", "pack", "CASE", "-o", "OUT"), List.of("case", "create", "OUT", "IN"))),
            Map.entry("lab -o", List.of(List.of("lab", "pack", "LAB", "-o", "OUT"))));

    /// Outputs that have one format, whatever is printed besides.
    private static final Set<String> WITHOUT_FORMAT = Set.of("train -o", "live -o", "lab -o", "evaluate --json");

    @TempDir private Path folder;
    @TempDir private Path labs;

    private static CommandLine program() {
        Terminal terminal = new Terminal(new ByteArrayOutputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, false, 80,
                StandardCharsets.UTF_8);
        Path nowhere = Path.of("/nonexistent");
        return new CommandLineProgram(terminal, new RecordedWindow(), new WindowSupport(Map.of(), nowhere, ""),
                new FakeNetwork(), nowhere, Methods.standard()).all();
    }

    private static boolean isOfFile(OptionSpec option) {
        String label = option.paramLabel().toUpperCase(java.util.Locale.ROOT);
        return option.arity().max() > 0
                && Stream.of("FILE", "OUT", "DIR", "MODEL", "REPORT", "PATH").anyMatch(label::contains);
    }

    /// All outputs, as `export -o`.
    private static List<String> outputs() {
        List<String> outputs = new ArrayList<>();
        program().getSubcommands().forEach((name, command) -> {
            for (OptionSpec option : command.getCommandSpec().options()) {
                Set<String> names = Set.copyOf(Arrays.asList(option.names()));
                boolean isKnown =
                        names.stream().anyMatch(INPUTS::contains) || names.stream().anyMatch(DIRECTORIES::contains);
                if (isOfFile(option) && !isKnown) {
                    outputs.add(name + " " + option.shortestName());
                }
            }
        });
        return outputs;
    }

    static Stream<Arguments> aims() {
        return outputs().stream()
                .flatMap(output -> ENDINGS.getOrDefault(output, ANY)
                        .stream()
                        .map(ending -> Arguments.of(output, ending)));
    }

    @Test
    void everyCommandWithAnOutputHasForce() {
        List<String> outputs = outputs();
        assertTrue(outputs.containsAll(List.of("export -o", "ladder -o", "analyze -o", "train -o", "evaluate --json",
                "evaluate -o", "simulate -o", "live -o")), outputs::toString);
        Map<String, CommandLine> commands = program().getSubcommands();
        for (String output : outputs) {
            CommandLine command = commands.get(output.split(" ", -1)[0]);
            assertTrue(command.getCommandSpec().optionsMap().containsKey("--force"), output);
        }
    }

    @ParameterizedTest
    @MethodSource("aims")
    void nothingIsChanged(String output, String ending) throws IOException {
        boolean isLive = output.startsWith("live");
        Path input = folder.resolve("input" + ending);
        Files.write(input, isLive ? ("CLIENT_RANDOM " + "ab".repeat(32) + " " + "cd".repeat(48) + "\n")
                .getBytes(StandardCharsets.US_ASCII) : new TestCapture().call(1, "call").bytes());
        Files.setLastModifiedTime(input, FileTime.from(CAPTURED));
        Path hard = Files.createLink(folder.resolve("hard" + ending), input);
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic" + ending), input);
        Path other = folder.resolve("other" + ending);
        Files.write(other, new TestCapture().call(1, "other").bytes());
        Path truth = folder.resolve("truth" + ending);
        Files.writeString(truth, "{\"schema\":\"sipsleuth-truth-1\",\"capture\":{\"sha256\":\"ab\"}}");
        Map<Path, String> before = files();
        for (Path target : List.of(input, hard, symbolic, other, truth)) {
            for (boolean force : new boolean[]{false, true}) {
                String what = target + (force ? " --force" : "");
                Run run = run(arguments(output, input, target, force));
                assertEquals(2, run.code(), () -> what + ": " + run.out() + run.err());
                List<String> lines = run.err().lines().toList();
                assertEquals(1, lines.size(), run.err());
                assertTrue(lines.getFirst().startsWith("sipsleuth: " + target + ": "), run.err());
                assertEquals("", run.out());
                assertEquals(before, files(), what);
            }
        }
    }

    private List<String> arguments(String output, Path input, Path target, boolean force) {
        String[] words = output.split(" ", -1);
        List<String> arguments = new ArrayList<>();
        ARGUMENTS.getOrDefault(output, List.of(words[0], "IN", words[1], "OUT"))
                .forEach(word -> arguments.add(switch (word) {
                    case "IN" -> input.toString();
                    case "OUT" -> target.toString();
                    case "LAB" -> lab().toString();
                    default -> word;
                }));
        if (force) {
            arguments.add("--force");
        }
        return arguments;
    }

    /// A lab beside the files that are aimed at.
    private Path lab() {
        Path lab = labs.resolve("lab");
        if (!Files.exists(lab)) {
            assertEquals(0, run(List.of("lab", "make", "read-a-ladder", "-o", lab.toString(), "--quiet")).code());
        }
        return lab;
    }

    /// Whatever is made of a lab or class, the files that are read stay.
    @Test
    void filesOfALabAreInputs() throws IOException {
        Path lab = lab();
        for (String name : List.of("capture.pcap", "lab.json", "key.json")) {
            byte[] before = Files.readAllBytes(lab.resolve(name));
            Run run = run(List.of("lab", "pack", lab.toString(), "-o", lab.resolve(name).toString(), "--force"));
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains("is an input"), run.err());
            assertArrayEquals(before, Files.readAllBytes(lab.resolve(name)));
        }
    }

    /// All outputs, in each format that their command has.
    static Stream<List<String>> written() {
        Map<String, CommandLine> commands = program().getSubcommands();
        return outputs().stream().flatMap(output -> {
            String[] words = output.split(" ", -1);
            List<List<String>> all =
                    new ArrayList<>(WRITTEN.getOrDefault(output, List.of(List.of(words[0], "IN", words[1], "OUT"))));
            OptionSpec format = commands.get(words[0]).getCommandSpec().findOption("--format");
            List<String> first = all.getFirst();
            if (format != null && first.getLast().equals("OUT") && !WITHOUT_FORMAT.contains(output)) {
                all.removeFirst();
                for (String each : format.completionCandidates()) {
                    all.add(Stream.concat(first.stream(), Stream.of("--format", each)).toList());
                }
            }
            return all.stream();
        });
    }

    @ParameterizedTest
    @MethodSource("written")
    void whatACommandWroteItReplacesWithForce(List<String> words) throws IOException {
        Path out = folder.resolve("out");
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            arguments.add(word.startsWith("OUT") ? word.replace("OUT", out.toString()) : made(word).toString());
        }
        for (int time = 0; time < 2; time++) {
            FakeNetwork network = new FakeNetwork();
            network.invite("one");
            Run run = Run.on(network, folder.resolve("ring"), arguments.toArray(String[]::new));
            assertTrue(List.of(0, 5).contains(run.code()), () -> run.code() + run.out() + run.err());
            arguments.add("--force");
        }
    }

    /// What a command reads.
    private Path made(String word) throws IOException {
        Path made = labs.resolve(word);
        if (Files.exists(made)) {
            return made;
        }
        return switch (word) {
            case "IN", "CLEAN" -> sample("dropped.pcap");
            case "TRUTH" -> sample("enumeration.pcap");
            case "BASELINE" -> sample("office-hour.pcap");
            case "CASE" -> by(made, "case", "create", made.toString(), made("IN").toString());
            case "BUNDLE" -> by(made, "signatures", "derive", made.toString(), made("TRUTH").toString(), "--clean",
                    made("CLEAN").toString());
            case "LAB" -> lab();
            default -> Path.of(word);
        };
    }

    private static Path by(Path made, String... arguments) {
        Run run = Run.of(arguments);
        assertEquals(0, run.code(), run.err());
        return made;
    }

    private Path sample(String name) throws IOException {
        SampleCapture sample =
                SampleCaptures.list().stream().filter(each -> each.file().equals(name)).findFirst().orElseThrow();
        return SampleCaptures.copyTo(sample, labs);
    }

    private static Run run(List<String> arguments) {
        return Run.on(new FakeNetwork(), Path.of("/nonexistent/ring"), arguments.toArray(String[]::new));
    }

    /// All files with inode, time and content.
    private Map<Path, String> files() throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file, "%s %s %s".formatted(facts.fileKey(), facts.lastModifiedTime(),
                        Arrays.toString(Files.readAllBytes(file))));
            }
        }
        return files;
    }

    @Test
    void aKeyLogIsAnInput() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys.json"), "# no secret yet\n");
        String capture = new TestCapture().call(1, "call").in(folder, "call.pcap");
        Run run = Run.of("analyze", capture, "--keylog", keys.toString(), "-o", keys.toString(), "--force");
        assertEquals(2, run.code(), run.err());
        assertEquals("# no secret yet\n", Files.readString(keys));
    }

    @Test
    void theGroundTruthOfASimulationIsAnOutputAsWell() throws IOException {
        Path truth = folder.resolve("lab.truth.json");
        Files.writeString(truth, "notes of an analyst");
        Path capture = folder.resolve("lab.pcap");
        Run refused = simulate(capture);
        assertEquals(2, refused.code(), refused.err());
        assertEquals("notes of an analyst", Files.readString(truth));
        assertFalse(Files.exists(capture));
        Files.delete(truth);
        assertEquals(0, simulate(capture).code());
        assertEquals(2, simulate(capture).code());
        Run again = simulate(capture, "--force", "--seed", "2");
        assertEquals(0, again.code(), again.err());
    }

    private static Run simulate(Path capture, String... more) {
        List<String> arguments = new ArrayList<>(List.of("simulate", "odd-dialogs", "-o", capture.toString()));
        arguments.addAll(List.of(more));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void anExportIsReplacedWithForceAndACaptureOfOthersNever() throws IOException {
        String capture = new TestCapture().call(1, "call").in(folder, "call.pcap");
        for (String name : List.of("out.pcapng", "out2.pcap")) {
            Path out = folder.resolve(name);
            assertEquals(0, Run.of("export", capture, "-o", out.toString()).code());
            assertEquals(2, Run.of("export", capture, "-o", out.toString()).code());
            Run again = Run.of("export", capture, "-o", out.toString(), "--force");
            assertEquals(0, again.code(), again.err());
        }
        assertTrue(Files.exists(folder.resolve("out2.provenance.json")));
    }

    @Test
    void figuresReplaceNothingUnasked() throws IOException {
        Path figures = Files.createDirectory(folder.resolve("figures"));
        Files.writeString(figures.resolve("drawn.svg"), "<svg/>");
        Run run = Run.of("evaluate", "sequence", "--figures", figures.toString());
        assertEquals(2, run.code(), run.err());
    }
}
