package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.pipeline.Methods;

/// What messages hold neither runs in a spreadsheet nor steers a terminal, and inputs that are no
/// files are refused.
final class HostileValuesTest {

    private static final String ESCAPES = "x\u001b[2J\u0085\u009b31m\u202etxt.exe\u2069\u200b@h";

    @TempDir private Path folder;

    private String capture(String callId) throws IOException {
        return new TestCapture()
                .sip(0, TestCapture.CALLER, TestCapture.CALLEE,
                        TestCapture.request("OPTIONS", callId, 1, "").getBytes(StandardCharsets.UTF_8))
                .in(folder, "hostile.pcap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(0)", "+49301234567", "-2+3", "-2-3", "-A1(0)", "@SUM(1)"})
    void aFormulaIsTextToASpreadsheetUnlessRawIsWanted(String callId) throws IOException {
        String file = capture(callId);
        for (String command : new String[]{"messages", "dialogs"}) {
            Run safe = Run.of(command, file, "--format", "csv");
            assertTrue(safe.records().getFirst().contains("'" + callId), safe.out());
            Run raw = Run.of(command, file, "--format", "csv", "--raw-csv");
            assertTrue(raw.records().getFirst().contains(callId), raw.out());
            assertFalse(raw.records().getFirst().contains("'" + callId), raw.out());
        }
    }

    /// A spreadsheet may separate cells by semicolons, and then knows no quotation mark within one.
    @ParameterizedTest
    @ValueSource(strings = {"a;=HYPERLINK(0);b", "a;+cmd|' /C calc'!A0", "a; @SUM(1)"})
    void aFormulaBehindASemicolonIsTextToASpreadsheetUnlessRawIsWanted(String callId) throws IOException {
        String file = capture(callId);
        String safe = callId.replaceFirst("(; ?)", "$1'");
        assertTrue(Run.of("messages", file, "--format", "csv").out().contains(safe));
        assertTrue(Run.of("messages", file, "--format", "csv", "--raw-csv").out().contains(callId));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-qmkXFnQa-mIIi34zo8znQ..", "-PLrLTT6~d"})
    void anIdentifierWithAHyphenStaysEqualToThatOfOtherTools(String callId) throws IOException {
        Run run = Run.of("messages", capture(callId), "--format", "csv");
        assertTrue(run.records().getFirst().contains(callId), run.out());
        assertFalse(run.out().contains("'"), run.out());
    }

    @Test
    void numbersStayNumbers() throws IOException {
        byte[] bytes = new TestCapture().call(0, "call").bytes();
        Path file = Files.write(folder.resolve("a.pcap"), bytes);
        Run run = Run.of("ladder", file.toString(), "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertFalse(run.out().contains("'"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "csv", "json", "jsonl"})
    void nothingSteersATerminal(String format) throws IOException {
        String out = onTerminal("messages", capture(ESCAPES), "--format", format, "--no-color");
        for (String bad : new String[]{"\u001b", "\u0085", "\u009b", "\u202e", "\u2069", "\u200b"}) {
            assertFalse(out.contains(bad), () -> format + ": " + out);
        }
    }

    @Test
    void jsonIsEqualAndEscapedAlsoWhereNobodyLooks() throws IOException {
        Run run = Run.of("messages", capture(ESCAPES), "--format", "json");
        assertFalse(run.out().contains("\u202e"), run.out());
        assertTrue(run.out().contains("\\u202e"), run.out());
        String callId = "";
        try (JsonParser json = new JsonFactory().createParser(run.out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "call_id".equals(json.currentName())) {
                    callId = json.getText();
                }
            }
        }
        assertEquals(ESCAPES, callId);
    }

    private static String onTerminal(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(out, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), true,
                        false, 400, StandardCharsets.UTF_8);
        Path nowhere = Path.of("/nonexistent");
        new CommandLineProgram(terminal, new RecordedWindow(), new WindowSupport(Map.of(), nowhere, ""),
                new FakeNetwork(), nowhere, Methods.standard()).run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Every input of every command that is opened by its name.
    static Stream<Arguments> inputsThatAreNoFiles() {
        return Stream.of("info WHAT", "messages WHAT", "dialogs WHAT", "calls WHAT", "calls --csv-records WHAT",
                "calls --csv-records TABLE --anonymize --key WHAT", "compare WHAT --frame 1 --frame 2",
                "statistics WHAT", "beliefs WHAT", "lint WHAT", "ladder WHAT", "ladder IN --hosts WHAT",
                "export WHAT -o OUT.pcap", "export IN -o OUT.pcap --anonymize --key WHAT",
                "messages IN --filter dialog.unknown --model WHAT", "train sequence WHAT -o OUT.sipmodel",
                "train sequence IN -o OUT.sipmodel --keylog WHAT", "analyze WHAT", "analyze IN --model WHAT",
                "analyze IN --baseline WHAT", "analyze IN --roles WHAT", "analyze IN --rates WHAT",
                "analyze IN --format html -o OUT.html --logo WHAT", "analyze IN --format html -o OUT.html --case WHAT",
                "beliefs IN --model WHAT", "messages IN --keylog WHAT", "simulate odd-dialogs --onto WHAT -o OUT.pcap",
                "signatures scan WHAT IN", "signatures verify WHAT IN", "signatures export WHAT",
                "signatures derive OUT.json WHAT --clean IN", "signatures derive OUT.json IN --clean WHAT",
                "replay WHAT", "replay IN --signatures WHAT", "evaluate sequence WHAT",
                "evaluate sequence --traffic WHAT", "evaluate incidents WHAT", "evaluate belief-incidents WHAT",
                "case show WHAT", "case add WHAT IN", "case merge WHAT WHAT", "case unpack FOLDER WHAT",
                "case add CASE WHAT")
                .flatMap(command -> Stream.of("pipe", "/dev/zero", "folder").map(what -> Arguments.of(command, what)));
    }

    @ParameterizedTest
    @MethodSource("inputsThatAreNoFiles")
    @Timeout(120) // opening the pipe would wait for good
    void whatIsNoFileIsRefusedWithASentence(String command, String what) throws Exception {
        String input = new TestCapture().call(1, "call").in(folder, "call.pcap");
        Path table = Files.writeString(folder.resolve("table.csv"),
                "caller,callee,start,duration\n1,2,2026-01-01T00:00:00Z,3\n");
        Path named = switch (what) {
            case "pipe" -> pipe(folder.resolve("call.truth.json")); // also its truth
            case "folder" -> Files.createDirectory(folder.resolve("folder"));
            default -> Path.of(what);
        };
        Run run = Run.of(command.replace("IN", input)
                .replace("TABLE", table.toString())
                .replace("WHAT", named.toString())
                .replace("OUT", folder.resolve("out").toString())
                .replace("FOLDER", folder.toString())
                .replace("CASE", ownCase(command))
                .split(" ", -1));
        assertTrue(run.code() == 2 || run.code() == 3, () -> run.code() + run.out() + run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        assertTrue(Stream.of("pipe", "device", "directory", "not a file", "no capture", "not a SipSleuth case")
                .anyMatch(run.err()::contains), run.err());
    }

    /// A new case, for the commands that need one.
    private String ownCase(String command) {
        String file = folder.resolve("own.case").toString();
        if (command.contains("CASE")) {
            Run created = Run.of("case", "create", file);
            assertEquals(0, created.code(), created.err());
        }
        return file;
    }

    private static Path pipe(Path place) throws IOException, InterruptedException {
        new ProcessBuilder("mkfifo", place.toString()).start().waitFor();
        return place;
    }
}
