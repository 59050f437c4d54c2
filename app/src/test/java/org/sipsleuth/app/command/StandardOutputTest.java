package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// `-o -` of commands that write captures and models.
final class StandardOutputTest {

    @TempDir private Path folder;

    private String capture = "";

    @BeforeEach
    void makeCapture() throws IOException {
        SampleCapture sample = SampleCaptures.list()
                .stream()
                .filter(each -> each.file().equals("call.pcap"))
                .findFirst()
                .orElseThrow();
        capture = SampleCaptures.copyTo(sample, folder).toString();
    }

    /// A run whose output can be had as bytes.
    private Run run(String... arguments) {
        FakeNetwork network = new FakeNetwork();
        network.invite("live-1");
        return Run.in(StandardCharsets.ISO_8859_1, Map.of(), network, folder.resolve("ring"), new RecordedWindow(),
                arguments);
    }

    private static byte[] bytes(Run run) {
        return run.out().getBytes(StandardCharsets.ISO_8859_1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !file.endsWith("ring")).sorted().toList();
        }
    }

    @Test
    void anExportIsTheSameAsInAFile() throws IOException {
        Path file = folder.resolve("out.pcapng");
        assertEquals(0, run("export", capture, "-o", file.toString()).code());
        List<Path> before = files();
        Run run = run("export", capture, "-o", "-");
        assertEquals(0, run.code(), run.err());
        assertEquals(hex(Files.readAllBytes(file)), hex(bytes(run)));
        assertTrue(run.err().contains(" messages"), run.err());
        assertEquals(before, files());
    }

    @Test
    void whatWasExportedIsReportedInTheWantedFormat() {
        Run run = run("export", capture, "-o", "-", "--format", "json");
        assertTrue(run.err().contains("\"messages\""), run.err());
        assertTrue(run.out().startsWith("\n\r\r\n"), run.out());
    }

    @Test
    void anAnonymisedExportIsPcap() throws IOException {
        Path key = folder.resolve("key");
        Path file = folder.resolve("out.pcap");
        String[] common = {"export", capture, "--anonymize", "--key", key.toString(), "-o"};
        Run named = run(with(common, file.toString()));
        assertEquals(0, named.code(), named.err());
        Run run = run(with(common, "-"));
        assertEquals(0, run.code(), run.err());
        assertEquals(hex(Files.readAllBytes(file)), hex(bytes(run)));
    }

    @Test
    void aSimulatedCaptureIsTheSameAsInAFile() throws IOException {
        Path file = folder.resolve("lab.pcap");
        assertEquals(0, run("simulate", "odd-dialogs", "-o", file.toString()).code());
        List<Path> before = files();
        Run run = run("simulate", "odd-dialogs", "-o", "-");
        assertEquals(0, run.code(), run.err());
        assertEquals(hex(Files.readAllBytes(file)), hex(bytes(run)));
        assertTrue(run.err().contains("ground truth not written"), run.err());
        assertEquals(before, files());
    }

    /// A capture with dialogs that differ.
    private String baseline() {
        String file = folder.resolve("baseline.pcap").toString();
        assertEquals(0, run("simulate", "odd-dialogs", "-o", file).code());
        return file;
    }

    @Test
    void aModelIsTheSameAsInAFile() throws IOException {
        String[] common = {"train", "sequence", baseline(), "--date", "2026-11-20T12:00:00Z", "--name", "m", "-o"};
        Path file = folder.resolve("a.model");
        Run named = run(with(common, file.toString()));
        assertEquals(0, named.code(), named.err());
        Run run = run(with(common, "-"));
        assertEquals(0, run.code(), run.err());
        assertEquals(hex(Files.readAllBytes(file)), hex(bytes(run)));
        assertTrue(run.err().contains(ModelFile.read(file).sha256()), run.err());
    }

    @Test
    void aModelWithoutAFileHasTheNameOfItsMethod() throws IOException {
        Run run = run("train", "sequence", baseline(), "-o", "-");
        assertEquals(0, run.code(), run.err());
        Path file = Files.write(folder.resolve("piped.model"), bytes(run));
        assertEquals("sequence", ModelFile.read(file).modelFacts().name());
    }

    @Test
    void aLiveCaptureEndsWithItsPackets() throws IOException {
        Run run = run("live", "--count", "1", "-o", "-");
        assertEquals(0, run.code(), run.err());
        Path file = Files.write(folder.resolve("live.pcap"), bytes(run));
        Run read = Run.of("messages", file.toString(), "--format", "csv");
        assertEquals(1, read.records().size(), read.err());
        assertTrue(read.out().contains("live-1"), read.out());
        assertTrue(run.err().contains("live-1"), run.err());
    }

    @Test
    void nothingIsSentOfAnExportThatIsRefused() {
        Run run = run("export", capture, "-o", "-", "--filter", "sip.Method == \"PUBLISH\"");
        assertEquals(2, run.code(), run.err());
        assertEquals("", run.out());
    }

    static Stream<Arguments> binary() {
        return Stream.of(Arguments.of("export", List.of("CAPTURE")),
                Arguments.of("train", List.of("sequence", "CAPTURE")), Arguments.of("simulate", List.of("odd-dialogs")),
                Arguments.of("live", List.of("--count", "1")));
    }

    @ParameterizedTest
    @MethodSource("binary")
    void binaryDataIsNotWrittenToATerminal(String command, List<String> parameters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(out, said, true, false, 80, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(command));
        parameters.forEach(each -> arguments.add(each.equals("CAPTURE") ? capture : each));
        arguments.addAll(List.of("-o", "-"));
        int code = new CommandLineProgram(terminal, new RecordedWindow(), new WindowSupport(Map.of(), folder, ""),
                new FakeNetwork(), folder.resolve("ring"), Methods.standard()).run(arguments.toArray(String[]::new));
        String sentence = err.toString(StandardCharsets.UTF_8);
        assertEquals(2, code, sentence);
        assertEquals(1, sentence.lines().count(), sentence);
        assertTrue(sentence.contains("standard output is a terminal"), sentence);
        assertEquals(0, out.size());
    }

    private static String[] with(String[] arguments, String last) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(last);
        return all.toArray(String[]::new);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
