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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
                .sip(
                        0,
                        TestCapture.CALLER,
                        TestCapture.CALLEE,
                        TestCapture.request("OPTIONS", callId, 1, "")
                                .getBytes(StandardCharsets.UTF_8))
                .in(folder, "hostile.pcap");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(0)", "+49301234567", "-2+3", "-2-3", "-A1(0)", "@SUM(1)"})
    void aFormulaIsTextToASpreadsheetUnlessRawIsWanted(String callId) throws IOException {
        String file = capture(callId);
        for (String command : new String[] {"messages", "dialogs"}) {
            Run safe = Run.of(command, file, "--format", "csv");
            assertTrue(safe.records().getFirst().contains("'" + callId), safe.out());
            Run raw = Run.of(command, file, "--format", "csv", "--raw-csv");
            assertTrue(raw.records().getFirst().contains(callId), raw.out());
            assertFalse(raw.records().getFirst().contains("'" + callId), raw.out());
        }
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
        for (String bad :
                new String[] {"\u001b", "\u0085", "\u009b", "\u202e", "\u2069", "\u200b"}) {
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
                new Terminal(
                        out,
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        true,
                        false,
                        400,
                        StandardCharsets.UTF_8);
        Path nowhere = Path.of("/nonexistent");
        new CommandLineProgram(
                        terminal,
                        new RecordedWindow(),
                        new WindowSupport(Map.of(), nowhere, ""),
                        new FakeNetwork(),
                        nowhere,
                        Methods.standard())
                .run(arguments);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ladder IN --hosts PIPE",
                "export IN -o OUT.pcap --anonymize --key PIPE",
                "messages IN --filter dialog.unknown --model PIPE",
                "analyze IN --model PIPE",
                "analyze IN --baseline PIPE",
                "beliefs IN --model PIPE",
                "messages IN --keylog PIPE",
                "simulate odd-dialogs --onto PIPE -o OUT.pcap"
            })
    @Timeout(120) // opening the pipe would wait for good
    void aPipeIsRefusedWithASentence(String command) throws Exception {
        String input = new TestCapture().call(1, "call").in(folder, "call.pcap");
        Path pipe = folder.resolve("call.truth.json"); // also the ground truth of the capture
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Run run =
                Run.of(
                        command.replace("IN", input)
                                .replace("PIPE", pipe.toString())
                                .replace("OUT", folder.resolve("out").toString())
                                .split(" ", -1));
        assertTrue(run.code() == 2 || run.code() == 3, () -> run.code() + run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        assertTrue(run.err().contains("pipe") || run.err().contains("not a file"), run.err());
    }
}
