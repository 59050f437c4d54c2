package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.command.output.Terminal;

final class CommandLineProgramTest {

    private static final Map<String, String> DISPLAY = Map.of("DISPLAY", ":0");

    @TempDir private Path folder;

    @Test
    void helpNamesEveryCommand() {
        Run run = Run.of("--help");
        assertEquals(0, run.code());
        for (String command : List.of("info", "messages", "dialogs", "ladder", "simulate", "doctor", "test",
                "package")) {
            assertTrue(run.out().contains("\n  " + command + " "), command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "messages", "dialogs", "ladder", "simulate"})
    void everyCommandExplainsItselfWithAnExample(String command) {
        Run run = Run.of(command, "--help");
        assertEquals(0, run.code());
        assertEquals("", run.err());
        for (String text : List.of("--format", "--quiet", "--no-color", "\n  sipsleuth " + command)) {
            assertTrue(run.out().contains(text), text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "case frob, 'ACTION must be one of create, add, show, judge, verify, report, log, merge, pack,"
                + " unpack (got frob)'",
        "signatures frob, 'ACTION must be one of derive, verify, scan, export (got frob)'",
        "analyze x.pcap --fail-on=FROB, 'must be one of info, low, medium, high, critical (got FROB)'",
        "info x.pcap --format=frob, 'must be one of text, csv, json, jsonl (got frob)'",
        "calls --csv-records --column=frob=x x.csv, 'must be one of caller, callee, start,"
                + " duration, answered (got frob)'"})
    void aWordThatIsNoChoiceIsAnsweredWithTheWordsThatAre(String line, String answer) {
        Run run = Run.of(line.split(" "));
        assertEquals(2, run.code());
        assertTrue(run.err().lines().findFirst().orElse("").endsWith(answer), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "signatures scan b.json x.pcap --rules=yara, signatures scan: --rules is for export only",
        "signatures verify b.json x.pcap --kind=foreign, signatures verify: --kind is for derive only",
        "signatures export b.json --filter=sip, 'signatures export: --filter is for derive, verify and scan only'",
        "signatures export b.json x.pcap, signatures export: takes no capture (got x.pcap)"})
    void anOptionOfAnotherActionIsNotIgnored(String line, String answer) {
        Run run = Run.of(line.split(" "));
        assertEquals("sipsleuth: " + answer, run.err().strip());
        assertEquals(2, run.code());
    }

    @ParameterizedTest
    @CsvSource({
        "--format json info x.pcap, '--format stands before the command: write sipsleuth info … --format'",
        "y.pcap info x.pcap, 'y.pcap stands before the command: write sipsleuth info … y.pcap'",
        "--no-color problems x.pcap, '--no-color stands before the command: write sipsleuth problems … --no-color'"})
    void anOptionBeforeTheCommandIsNotIgnored(String line, String answer) {
        Run run = Run.of(line.split(" "));
        assertEquals("sipsleuth: " + answer, run.err().lines().findFirst().orElse(""));
        assertEquals(2, run.code());
        assertEquals(0, Run.of("--help", "info").code());
    }

    @Test
    void wordsAreReadInUpperCaseToo() throws IOException {
        String capture = new TestCapture().call(1, "call").in(folder, "call.pcap");
        String lower = Run.of("info", capture, "--format", "json").out();
        assertTrue(lower.startsWith("["), lower);
        assertEquals(lower, Run.of("info", capture, "--format", "JSON").out());
    }

    @Test
    void aMistypedCommandIsAnsweredWithTheNearest() {
        Run run = Run.of("mesages", "call.pcap");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("did you mean: messages\n"), run.err());
    }

    @Test
    void aFileThatIsNotThereIsExit3() {
        Run run = Run.of("missing.pcap");
        assertEquals(3, run.code());
        assertTrue(run.err().contains("missing.pcap: no such file"), run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--nonsense", "--format=xml"})
    void wrongOptionsAreExit2(String option) {
        Run run = Run.of("info", option, "call.pcap");
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("see: sipsleuth info --help"), run.err());
    }

    @Test
    void aCommandWithoutFilesIsExit2() {
        assertEquals(2, Run.of("info").code());
    }

    @Test
    void filesWithoutCommandOpenTheWindow() throws IOException {
        String file = new TestCapture().call(0, "a").in(folder, "call.pcap");
        Run run = Run.in(StandardCharsets.UTF_8, DISPLAY, file);
        assertEquals(0, run.code());
        assertEquals(List.of(Path.of(file)), run.opened());
    }

    @Test
    void theFolderOfALabOpensTheWindowAndAnotherDoesNot() throws IOException {
        Path student = Files.createDirectory(folder.resolve("student-01"));
        assertEquals(3, Run.in(StandardCharsets.UTF_8, DISPLAY, student.toString()).code());
        Files.writeString(student.resolve("lab.json"), "{}");
        Run run = Run.in(StandardCharsets.UTF_8, DISPLAY, student.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of(student), run.opened());
    }

    @Test
    void nothingOpensAnEmptyWindow() {
        Run run = Run.in(StandardCharsets.UTF_8, DISPLAY);
        assertEquals(0, run.code());
        assertEquals(List.of(), run.opened());
    }

    @Test
    void withoutDisplayAndFilesTheUsageIsReported() {
        Run run = Run.of();
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("no display"), run.err());
        assertTrue(run.err().contains("Usage: sipsleuth"), run.err());
    }

    @Test
    void missingWindowLibrariesAreNamedWithTheirPackages() throws IOException {
        Path cache = folder.resolve("ld.so.cache");
        Files.writeString(cache, "libc.so.6\0libXtst.so.6\0");
        String sentence = new WindowSupport(DISPLAY, cache, "").obstacle().orElseThrow();
        assertTrue(sentence.endsWith("apt-get install libgtk-3-0"), sentence);
        Files.writeString(cache, "libc.so.6\0libXtst.so.6\0libgtk-3.so.0\0");
        assertTrue(new WindowSupport(DISPLAY, cache, "").obstacle().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"doctor", "test", "package"})
    void whatTheScriptDoesIsLeftToTheScript(String command) {
        Run run = Run.of(command, "--install");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("./sipsleuth " + command + " --install"), run.err());
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoFault() throws IOException {
        assertEquals(0, runInto("Broken pipe"));
    }

    @Test
    void aFullDiskIsExit4() throws IOException {
        assertEquals(4, runInto("No space left on device"));
    }

    @Test
    void nothingIsColouredThatGoesIntoAPipe() throws IOException {
        String file = new TestCapture().call(0, "a").in(folder, "call.pcap");
        assertFalse(Run.of("messages", file).out().contains("\u001b"));
    }

    private int runInto(String fault) throws IOException {
        String file = new TestCapture().call(0, "a").in(folder, "call.pcap");
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(fault);
            }
        };
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(broken, err, false, false, 100, StandardCharsets.UTF_8);
        return new CommandLineProgram(terminal, new RecordedWindow()).run("messages", file);
    }
}
