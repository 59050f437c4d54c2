package org.sipsleuth.app.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.app.command.input.InputArguments;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.FaultMessage;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.BuildFacts;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.folder.UserFolders;
import org.sipsleuth.live.Libpcap;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.text.FileName;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The whole command line: parses the arguments, runs what they ask for and returns the exit code.
public final class CommandLineProgram {

    static final String NAME = "sipsleuth";

    private static final int HELP_COLUMNS = 96;
    private static final Path LIBRARY_CACHE = Path.of("/etc/ld.so.cache");

    private final List<CommandEntry> commands;
    private final CommandContext context;

    /// Whether the result goes into a file already.
    private final boolean isIntoFile;

    /// @param terminal where results and messages go
    public CommandLineProgram(Terminal terminal, WindowLauncher window) {
        this(terminal, window,
                new WindowSupport(System.getenv(), LIBRARY_CACHE, System.getProperty("glass.platform", "")),
                new Libpcap(), UserFolders.cache().resolve("live"), Methods.standard());
    }

    /// @param network what live capture listens to
    /// @param ring the directory of captured packets unless the user names another
    CommandLineProgram(Terminal terminal, WindowLauncher window, WindowSupport support, PacketSources network,
            Path ring, Methods methods) {
        this(new CommandContext(terminal, window, support, network, ring, methods), StandardCommand.all());
    }

    /// @param commands in the order of the help
    CommandLineProgram(CommandContext context, List<CommandEntry> commands) {
        this(context, commands, false);
    }

    private CommandLineProgram(CommandContext context, List<CommandEntry> commands, boolean isIntoFile) {
        this.context = context;
        this.commands = List.copyOf(commands);
        this.isIntoFile = isIntoFile;
    }

    /// Runs it.
    ///
    /// @return the exit code
    public int run(String... arguments) {
        List<CommandEntry> named = commands.stream().filter(command -> isFirst(command, arguments)).toList();
        CommandLine commandLine = named.isEmpty() ? all() : commandLine(CommandSpec.create().name(NAME), named);
        IExecutionStrategy strategy = commandLine.getExecutionStrategy();
        if (!isIntoFile) {
            commandLine.setExecutionStrategy(new ResultFile(out -> runInto(out, arguments), strategy));
        }
        return commandLine.execute(arguments);
    }

    private static boolean isFirst(CommandEntry command, String... arguments) {
        return arguments.length > 0 && arguments[0].equals(command.word());
    }

    private int runInto(OutputStream out, String... arguments) {
        return new CommandLineProgram(context.into(out), commands, true).run(arguments);
    }

    /// All commands.
    CommandLine all() {
        return commandLine(new RootCommand(context.terminal(), context.window(), context.support(), this::analyzed),
                commands);
    }

    private int analyzed(AnalyzeCommand.FurtherText further, String... arguments) {
        return commandLine(new AnalyzeCommand(context.terminal(), context.methods(), further), List.of())
                .execute(arguments);
    }

    /// A command line with these commands. A command that is named is the only one: with all of
    /// them `info` of a small capture takes 0.16 s instead of 0.11 s.
    private CommandLine commandLine(Object root, List<CommandEntry> subcommands) {
        Terminal terminal = context.terminal();
        CommandLine commandLine = new CommandLine(spec(root));
        for (CommandEntry command : subcommands) {
            commandLine.addSubcommand(command.word(), spec(command.make(context, this)));
        }
        EnumWords.register(commandLine);
        CommandFaults faults = new CommandFaults(terminal, new FaultMessage(terminal, UserFolders.cache()));
        return commandLine.registerConverter(Path.class, FileName::path)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setExecutionStrategy(new InputArguments(terminal, System.in, faults))
                .setParameterExceptionHandler(faults)
                .setExecutionExceptionHandler(faults);
    }

    /// A command with a parameter METHOD.
    interface MethodTaker {

        /// The names that it takes, for help and completion.
        List<String> methodNames();
    }

    /// The command with the registered names in place of the parameter METHOD's own description.
    private static CommandSpec named(CommandSpec spec, List<String> names) {
        PositionalParamSpec parameter = spec.positionalParameters().getFirst();
        spec.remove(parameter);
        return spec.addPositional(PositionalParamSpec.builder(parameter)
                .description("the method: " + String.join(", ", names))
                .completionCandidates(names)
                .build());
    }

    /// What picocli gets to know of a command.
    private Object spec(Object command) {
        if (command instanceof MethodTaker taker && !(command instanceof CommonOptions.Holder)) {
            return named(CommandSpec.forAnnotatedObject(command), taker.methodNames());
        }
        if (command instanceof CommonOptions.Holder holder) {
            CommandSpec spec =
                    command instanceof InfoCommand info ? info.spec() : CommandSpec.forAnnotatedObject(command);
            if (command instanceof MethodTaker methodTaker) {
                named(spec, methodTaker.methodNames());
            }
            holder.options().addTo(spec, context.methods());
            if (command instanceof RootCommand) {
                addVersion(spec);
            }
            return spec;
        }
        return command;
    }

    private static void addVersion(CommandSpec spec) {
        BuildFacts facts = BuildFacts.ofProgram();
        spec.version(NAME + " " + facts.version(), facts.detail(), BuildFacts.java() + ", " + BuildFacts.system());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("show the versions of SipSleuth and Java")
                .build());
    }

    /// Runs a command whose result goes to the file that `-o` names, in place of standard output.
    ///
    /// @param program runs it again, with another standard output
    /// @param direct runs it where there is no such file
    private record ResultFile(Program program, IExecutionStrategy direct) implements IExecutionStrategy {

        /// Runs the same arguments with another standard output.
        @FunctionalInterface
        interface Program {
            int runInto(OutputStream out);
        }

        @Override
        public int execute(ParseResult parsed) throws ExecutionException, ParameterException {
            refuseMisplaced(parsed);
            ParseResult command = parsed;
            while (command.hasSubcommand()) {
                command = command.subcommand();
            }
            if (!(command.commandSpec().userObject() instanceof CommonOptions.Holder holder)) {
                return direct.execute(parsed);
            }
            Optional<String> name = holder.options().resultFile();
            if (name.isEmpty() || command.isUsageHelpRequested()) {
                return direct.execute(parsed);
            }
            try (OutputFile file =
                    OutputFile.at(FileName.path(name.get()), holder.outputRules(InputArguments.inputs(command)))) {
                CountedOutput out = new CountedOutput(file.stream());
                int code = program.runInto(out);
                if (code == ExitCode.DONE || (out.isWritten && isResult(code))) {
                    file.commit();
                }
                return code;
            } catch (InvalidPathException noName) {
                throw new ParameterException(command.commandSpec().commandLine(),
                        name.get() + ": not a valid file name on this system");
            } catch (IOException obstacle) {
                throw new ExecutionException(command.commandSpec().commandLine(), String.valueOf(obstacle.getMessage()),
                        obstacle);
            }
        }

        /// An option or a file before the command would be ignored.
        private static void refuseMisplaced(ParseResult parsed) {
            if (!parsed.hasSubcommand()) {
                return;
            }
            Stream<String> options = parsed.matchedOptions()
                    .stream()
                    .filter(each -> !each.usageHelp() && !each.versionHelp())
                    .map(OptionSpec::longestName);
            Stream<String> files =
                    parsed.matchedPositionals().stream().flatMap(each -> each.originalStringValues().stream());
            Optional<String> misplaced = Stream.concat(options, files).findFirst();
            if (misplaced.isPresent()) {
                String command = parsed.subcommand().commandSpec().name();
                throw new ParameterException(parsed.subcommand().commandSpec().commandLine(),
                        "%s stands before the command: write %s %s … %1$s".formatted(misplaced.get(), NAME, command));
            }
        }

        /// Whether what was written is to be kept: all of it, or all that could be read.
        private static boolean isResult(int code) {
            return code == ExitCode.UNREADABLE_INPUT || code == ExitCode.FAIL_ON || code == ExitCode.RULE_FAILED;
        }

        private static final class CountedOutput extends FilterOutputStream {

            private boolean isWritten;

            CountedOutput(OutputStream out) {
                super(out);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                isWritten = true;
                out.write(bytes, from, length);
            }

            @Override
            public void write(int value) throws IOException {
                isWritten = true;
                out.write(value);
            }
        }
    }
}
