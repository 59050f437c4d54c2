package org.sipsleuth.app.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.pipeline.Methods;
import picocli.CommandLine;

/// The commands that there are, as picocli knows them.
record CommandModel(Map<String, CommandLine> commands) {

    CommandModel() {
        this(program().all().getSubcommands());
    }

    private static CommandLineProgram program() {
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new ByteArrayOutputStream(), err, false, false, 160, StandardCharsets.UTF_8);
        Path none = Path.of("/nonexistent");
        return new CommandLineProgram(terminal, new RecordedWindow(), new WindowSupport(Map.of(), none, ""),
                new FakeNetwork(), none, Methods.standard());
    }
}
