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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.pipeline.Methods;

/// The command of docs/ADDING-A-COMMAND.md, added to the others.
final class AddedCommandTest {

    private static final String CALL = "../sample-captures/call.pcap";
    private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    private record Added() implements CommandEntry {

        @Override
        public String word() {
            return "transports";
        }

        @Override
        public StartKind start() {
            return StartKind.READING;
        }

        @Override
        public Object make(CommandContext context, CommandLineProgram program) {
            return new TransportsCommand(context.terminal());
        }
    }

    private static Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false, 160,
                StandardCharsets.UTF_8);
        Path none = Path.of("/nonexistent");
        List<CommandEntry> commands = new ArrayList<>(StandardCommand.all());
        commands.addFirst(new Added());
        int code = new CommandLineProgram(new CommandContext(terminal, new RecordedWindow(),
                new WindowSupport(Map.of(), none, ""), new FakeNetwork(), none, Methods.standard()), commands)
                .run(arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), null, false);
    }

    @Test
    void itListsWhatItCounts() {
        int messages = Run.of("messages", CALL, "--format", "csv").records().size();
        Run run = run("transports", CALL, "--format", "csv");
        assertEquals(0, run.code(), run.err());
        assertEquals("transport,messages\r\nUDP," + messages + "\r\n", run.out());
        Run filtered = run("transports", CALL, "--format", "jsonl", "--filter", "sip.Method == \"INVITE\"");
        assertEquals("{\"transport\":\"UDP\",\"messages\":1}\n", filtered.out().replaceAll("\\d+", "1"));
    }

    @Test
    void helpManualCompletionAndSuggestionsKnowIt() {
        assertTrue(run("help").out().contains("transports"), "help");
        assertTrue(run("help", "transports").out().startsWith("Usage: sipsleuth transports"), "help transports");
        assertTrue(run("help", "--man").out().contains(".SS sipsleuth transports\n"), "manual page");
        assertTrue(run("completion", "bash").out().contains("transports"), "completion");
        Run misspelled = run("transprots", CALL);
        assertEquals(2, misspelled.code(), misspelled.err());
        assertTrue(misspelled.err().contains("did you mean: transports"), misspelled.err());
    }

    @Test
    void thePageShowsWhatIsCompiled() throws IOException {
        String page = Files.readString(Path.of("../docs/ADDING-A-COMMAND.md"));
        String sources = Files.readString(Path.of("src/test/java/org/sipsleuth/app/command/TransportsCommand.java"));
        List<String> blocks = BLOCK.matcher(page).results().map(match -> match.group(1)).toList();
        assertEquals(4, blocks.size());
        assertEquals("    TRANSPORTS(StartKind.READING),\n", blocks.get(0), "as the other constants");
        assertEquals("            case TRANSPORTS -> new TransportsCommand(context.terminal());\n", blocks.get(1));
        for (String block : blocks.subList(2, 4)) {
            assertTrue(sources.contains(block), block);
        }
    }
}
