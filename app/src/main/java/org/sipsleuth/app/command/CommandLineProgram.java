package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.sipsleuth.app.command.live.LiveParts;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.workbench.memory.CacheDirectory;
import org.sipsleuth.capture.live.Libpcap;
import org.sipsleuth.capture.live.LiveRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Unmatched;
import picocli.CommandLine.UnmatchedArgumentException;

/// The whole command line: parses the arguments, runs what they ask for and gives the exit code.
public final class CommandLineProgram {

    private static final int HELP_COLUMNS = 96;
    private static final Path LIBRARY_CACHE = Path.of("/etc/ld.so.cache");

    private final Terminal terminal;
    private final CommandLine commandLine;

    /// @param terminal where results and messages go
    /// @param window opens the window with these files, and returns when it is closed; says whether
    ///     frames that several of them hold count once
    /// @param liveWindow opens the window and begins to capture, with these key logs
    public CommandLineProgram(
            Terminal terminal,
            BiConsumer<List<Path>, Boolean> window,
            BiConsumer<LiveRequest, List<Path>> liveWindow) {
        this(
                terminal,
                window,
                new WindowSupport(
                        System.getenv(), LIBRARY_CACHE, System.getProperty("glass.platform", "")),
                new LiveParts(new Libpcap(), CacheDirectory.ofUser().resolve("live"), liveWindow));
    }

    CommandLineProgram(
            Terminal terminal,
            BiConsumer<List<Path>, Boolean> window,
            WindowSupport support,
            LiveParts live) {
        this.terminal = terminal;
        commandLine = new CommandLine(new RootCommand(terminal, window, support));
        commandLine.addSubcommand(new InfoCommand(terminal));
        commandLine.addSubcommand(new MessagesCommand(terminal));
        commandLine.addSubcommand(new DialogsCommand(terminal));
        commandLine.addSubcommand(new LadderCommand(terminal));
        commandLine.addSubcommand(new CompareCommand(terminal));
        commandLine.addSubcommand(new StatisticsCommand(terminal));
        commandLine.addSubcommand(new ExportCommand(terminal));
        commandLine.addSubcommand(new LiveCommand(terminal, support, live));
        commandLine.addSubcommand(new TrainCommand(terminal));
        commandLine.addSubcommand(new AnalyzeCommand(terminal));
        commandLine.addSubcommand(new EvaluateCommand(terminal));
        commandLine.addSubcommand(new SimulateCommand(terminal));
        addScriptCommand("doctor", "Says what is missing on this machine, and what installs it.");
        addScriptCommand("test", "Runs every test.");
        commandLine
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler(this::failure);
    }

    /// Runs it.
    ///
    /// @return the exit code
    public int run(String... arguments) {
        return commandLine.execute(arguments);
    }

    private void addScriptCommand(String name, String description) {
        CommandLine command = new CommandLine(new ScriptCommand(terminal, name));
        command.getCommandSpec().usageMessage().description(description);
        commandLine.addSubcommand(name, command);
    }

    private int wrongUsage(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        terminal.say(String.valueOf(exception.getMessage()));
        if (exception instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                terminal.say("did you mean: " + String.join(", ", near));
            }
        }
        terminal.say("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    // Commands tell about inputs themselves, so what is left is the output, or a fault of ours.
    private int failure(Exception exception, CommandLine command, CommandLine.ParseResult result) {
        if (exception instanceof IOException output) {
            if (isReaderGone(output)) {
                return ExitCode.DONE;
            }
            terminal.say("the output could not be written: " + output.getMessage());
            return ExitCode.UNWRITABLE_OUTPUT;
        }
        terminal.say("a fault in the program; please report it with these lines:");
        exception.printStackTrace(terminal.err());
        return ExitCode.FAILED;
    }

    // `sipsleuth … | head` closes the pipe early; that is no fault. The system's words for it may
    // be
    // translated, but all translations of the C library keep "(broken pipe)".
    private static boolean isReaderGone(IOException exception) {
        String message = String.valueOf(exception.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("connection reset");
    }

    /// A subcommand that the start script does itself, because it must work before the program is
    /// built. Here it has its place in the help only.
    @Command
    private static final class ScriptCommand implements Callable<Integer> {

        private final Terminal terminal;
        private final String name;

        @Unmatched private List<String> arguments = new ArrayList<>();

        ScriptCommand(Terminal terminal, String name) {
            this.terminal = terminal;
            this.name = name;
        }

        @Override
        public Integer call() {
            String command = name + " " + String.join(" ", arguments);
            terminal.say(name + " is done by the start script: ./sipsleuth " + command.strip());
            return ExitCode.WRONG_USAGE;
        }
    }
}
