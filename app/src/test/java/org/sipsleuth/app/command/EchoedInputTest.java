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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.output.EchoedText;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// What a message repeats of its input is cut: no value of 100,000 characters floods a terminal.
@Timeout(300)
final class EchoedInputTest {

    private static final int CHARACTERS = 100_000;

    /// Longer than any sentence of the program, and shorter than any flood.
    private static final int LONGEST_LINE = 1_500;

    private static final String WORD = "x".repeat(CHARACTERS);
    private static final String WORDS = "ab ".repeat(CHARACTERS / 3);

    @TempDir private Path folder;

    private static CommandLine program() {
        Terminal terminal = new Terminal(new ByteArrayOutputStream(),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, false, 80,
                StandardCharsets.UTF_8);
        Path nowhere = Path.of("/nonexistent");
        return new CommandLineProgram(terminal, new RecordedWindow(), new WindowSupport(Map.of(), nowhere, ""),
                new FakeNetwork(), nowhere, Methods.standard()).all();
    }

    static List<String> commands() {
        return Run.COMMANDS;
    }

    /// Each option of a command with the value, on a capture that does not exist, so that nothing
    /// is begun; and the value in the place of each parameter.
    private static List<List<String>> uses(String command, String value) {
        List<List<String>> uses = new ArrayList<>();
        uses.add(List.of(command, value));
        uses.add(List.of(command, value, value));
        uses.add(List.of(command, "--" + value));
        uses.add(List.of(command, "--" + value + "=" + value));
        CommandLine spec = program().getSubcommands().get(command);
        for (OptionSpec option : spec.getCommandSpec().options()) {
            if (option.arity().max() > 0) {
                uses.add(List.of(command, "missing.pcap", option.longestName(), value));
                uses.add(List.of(command, "missing.pcap", option.longestName() + "=a=" + value));
            }
        }
        return uses;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noCommandRepeatsAValueWhole(String command) {
        for (String value : List.of(WORD, WORDS)) {
            for (List<String> use : uses(command, value)) {
                assertShort(use);
            }
        }
    }

    private static void assertShort(List<String> use) {
        Run run = Run.of(use.toArray(String[]::new));
        String shown =
                use.stream().map(argument -> argument.substring(0, Math.min(30, argument.length()))).toList() + ": ";
        Stream.concat(run.err().lines(), run.out().lines())
                .forEach(line -> assertTrue(line.length() <= LONGEST_LINE,
                        () -> shown + line.length() + " characters: " + line.substring(0, 200)));
    }

    /// What is wrong with them is known only when the capture has been read.
    @ParameterizedTest
    @ValueSource(strings = {
        "ladder IN --call-id LONG",
        "export IN -o OUT.pcapng --call-id LONG",
        "compare IN LONG LONG",
        "compare IN LONG LONG --messages",
        "messages IN --filter LONG",
        "messages IN --model LONG",
        "messages LONG",
        "ladder IN --call-id call --name LONG",
        "ladder IN --call-id call --hide LONG",
        "ladder IN --call-id call --merge LONG,LONG",
        "ladder IN --call-id call --hosts FILE",
        "ladder IN --call-id call -o LONG",
        "analyze IN --rates FILE",
        "analyze IN --roles FILE",
        "analyze IN --model FILE",
        "calls --csv-records FILE",
        "calls --csv-records FILE --column caller=LONG",
        "signatures scan FILE IN",
        "messages IN --keylog FILE",
        "replay IN --set LONG=1",
        "replay IN --incident LONG",
        "lint IN --columns LONG",
        "case show FILE",
        "case create LONG"})
    void norWhenTheInputIsRead(String command) throws IOException {
        String input = new TestCapture().call(1, "call").in(folder, "call.pcap");
        for (String value : List.of(WORD, WORDS)) {
            Path file = Files.writeString(folder.resolve("file"),
                    "%s,%s\n%s,%s\n{\"%s\":\"%s\"}\n".formatted(value, value, value, value, value, value));
            List<String> use = new ArrayList<>();
            for (String word : command.split(" ", -1)) {
                use.add(word.replace("IN", input)
                        .replace("LONG", value)
                        .replace("FILE", file.toString())
                        .replace("OUT", folder.resolve("out").toString()));
            }
            assertShort(use);
        }
    }

    @Test
    void theBeginningTheEndAndTheLengthAreShown() {
        Run run = Run.of("info", "begin" + WORD + "end");
        assertTrue(run.err().contains("begin" + "x".repeat(95) + " … x"), run.err());
        assertTrue(run.err().contains("xend"), run.err());
        assertTrue(run.err().contains("(100,009 characters)"), run.err()); // with its colon
        String fits = "y".repeat(EchoedText.MOST - 1); // a colon follows
        assertTrue(Run.of("info", fits).err().contains(fits));
        assertEquals("a".repeat(200), EchoedText.of("a".repeat(200)));
    }
}
