package org.sipsleuth.app.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.pipeline.Methods;

/// One run of the command line in this process.
///
/// @param code its exit code
/// @param out what it printed as its result
/// @param err what it said besides
/// @param opened the files that a window was opened with; null if none was
/// @param once whether frames that several of them hold count once there
public record Run(int code, String out, String err, List<Path> opened, boolean once) {

    /// The words of all commands, in the order of the help.
    static final List<String> COMMANDS = StandardCommand.all().stream().map(CommandEntry::word).toList();

    private static final int COLUMNS = 160;
    private static final Path NO_CACHE = Path.of("/nonexistent/ld.so.cache");
    private static final Path RING = temporary().resolve("live");

    /// A cache of the tests, which ends with them.
    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("sipsleuth-test-cache");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs where there is no display.
    public static Run of(String... arguments) {
        return in(StandardCharsets.UTF_8, Map.of(), arguments);
    }

    /// Runs where text is so wide.
    static Run inColumns(int columns, String... arguments) {
        return in(new ByteArrayOutputStream(), new ByteArrayOutputStream(), columns, StandardCharsets.UTF_8, Map.of(),
                new FakeNetwork(), RING, new RecordedWindow(), arguments);
    }

    /// Runs with these bytes on standard input.
    static Run piped(byte[] input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input));
        try {
            return of(arguments);
        } finally {
            System.setIn(before);
        }
    }

    /// Runs where this network can be captured from, without a display.
    static Run on(PacketSources network, Path ring, String... arguments) {
        return in(StandardCharsets.UTF_8, Map.of(), network, ring, new RecordedWindow(), arguments);
    }

    /// Runs with this charset and these environment variables.
    static Run in(Charset charset, Map<String, String> environment, String... arguments) {
        return in(charset, environment, new FakeNetwork(), RING, new RecordedWindow(), arguments);
    }

    /// Something that happens to files while the program runs.
    interface Event {
        void happen() throws IOException;
    }

    /// Runs, and has something happen as soon as the program writes to standard output.
    static Run withEventAtOutput(Event event, String... arguments) {
        return in(new Watched(event), new ByteArrayOutputStream(), StandardCharsets.UTF_8, Map.of(), new FakeNetwork(),
                RING, new RecordedWindow(), arguments);
    }

    /// Runs, and has something happen as soon as the program writes to standard error.
    static Run withEventAtMessage(Event event, String... arguments) {
        return in(new ByteArrayOutputStream(), new Watched(event), StandardCharsets.UTF_8, Map.of(), new FakeNetwork(),
                RING, new RecordedWindow(), arguments);
    }

    private static final class Watched extends ByteArrayOutputStream {

        private final Event event;

        Watched(Event event) {
            this.event = event;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            boolean isFirst = size() == 0;
            super.write(bytes, from, length);
            if (isFirst) {
                try {
                    event.happen();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /// Runs with these methods.
    static Run of(Methods methods, String... arguments) {
        return of(methods, new FakeNetwork(), RING, arguments);
    }

    /// Runs with these methods where this network can be captured from.
    static Run of(Methods methods, PacketSources network, Path ring, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false, COLUMNS,
                StandardCharsets.UTF_8);
        int code = new CommandLineProgram(terminal, new RecordedWindow(), new WindowSupport(Map.of(), NO_CACHE, ""),
                network, ring, methods).run(arguments);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), null, false);
    }

    /// Runs with all of this.
    static Run in(Charset charset, Map<String, String> environment, PacketSources network, Path ring,
            RecordedWindow window, String... arguments) {
        return in(new ByteArrayOutputStream(), new ByteArrayOutputStream(), charset, environment, network, ring, window,
                arguments);
    }

    private static Run in(ByteArrayOutputStream out, ByteArrayOutputStream err, Charset charset,
            Map<String, String> environment, PacketSources network, Path ring, RecordedWindow window,
            String... arguments) {
        return in(out, err, COLUMNS, charset, environment, network, ring, window, arguments);
    }

    private static Run in(ByteArrayOutputStream out, ByteArrayOutputStream err, int columns, Charset charset,
            Map<String, String> environment, PacketSources network, Path ring, RecordedWindow window,
            String... arguments) {
        Terminal terminal =
                new Terminal(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, false, columns, charset);
        int code = new CommandLineProgram(terminal, window, new WindowSupport(environment, NO_CACHE, ""), network, ring,
                Methods.standard()).run(arguments);
        return new Run(code, out.toString(charset), err.toString(StandardCharsets.UTF_8),
                window.files.isEmpty() ? null : window.files.getFirst(),
                window.options.stream().anyMatch(ReadOptions::countsOnce));
    }

    /// The lines of CSV, without the header.
    public List<String> records() {
        List<String> lines = List.of(out.split("\r\n", -1));
        return lines.subList(1, lines.size() - 1);
    }
}
