package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.capture.CaptureName;
import org.sipsleuth.capture.file.CaptureFolder;
import org.sipsleuth.capture.file.TempSpaceLimit;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Runs a command after the captures that it is given were found: directories are replaced with
/// the captures in them, and standard input with a file.
public final class InputArguments implements IExecutionStrategy {

    /// The option that allows directories.
    public static final String RECURSIVE = "--recursive";

    /// The label of a parameter that takes directories without [#RECURSIVE].
    public static final String FOLDER = "DIR";

    private static final Set<String> CAPTURES = Set.of("FILE", "BASELINE", FOLDER);

    /// What is read besides, and never searched for captures.
    private static final Set<String> OTHERS = Set.of("CASE", "PATH");

    private final Terminal terminal;
    private final InputStream standardInput;
    private final IExecutionStrategy run;

    /// @param standardInput is read where the user names `-`
    /// @param run runs the command
    public InputArguments(Terminal terminal, InputStream standardInput, IExecutionStrategy run) {
        this.terminal = terminal;
        this.standardInput = standardInput;
        this.run = run;
    }

    /// All files that a command reads: captures, also those in directories, models and cases.
    public static List<String> inputs(ParseResult command) {
        List<String> inputs = new ArrayList<>();
        for (PositionalParamSpec parameter : command.commandSpec().positionalParameters()) {
            String label = parameter.paramLabel();
            if (CAPTURES.contains(label) || OTHERS.contains(label)) {
                names(parameter.getValue()).forEach(name -> addInputs(name, inputs));
            }
        }
        if (command.hasMatchedOption("--model")) {
            inputs.addAll(names(command.matchedOption("--model").getValue()));
        }
        return inputs;
    }

    private static void addInputs(String name, List<String> inputs) {
        try (Stream<Path> files = Files.walk(FileName.path(name))) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(inputs::add);
        } catch (IOException | UncheckedIOException | InvalidPathException unknown) {
            inputs.add(name); // what is wrong with it is reported when it is read
        }
    }

    private static List<String> names(@Nullable Object value) {
        if (value instanceof List<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : List.of(String.valueOf(value));
    }

    @Override
    public int execute(ParseResult parsed) throws ExecutionException, ParameterException {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        try (Inputs inputs = new Inputs(command)) {
            boolean isHelp = command.isUsageHelpRequested();
            if (!isHelp && !inputs.found()) {
                return ExitCode.UNREADABLE_INPUT;
            }
            Optional<String> refusal = isHelp ? Optional.empty()
                    : LabRefusal.of(command.commandSpec().name(), inputs.captures(), parsed.originalArgs());
            if (refusal.isPresent()) {
                terminal.report(refusal.get());
                return ExitCode.WRONG_USAGE;
            }
            int code = run.execute(parsed);
            return code == ExitCode.DONE && !inputs.isComplete ? ExitCode.UNREADABLE_INPUT : code;
        } catch (IOException undeletable) {
            terminal.report("a temporary file could not be deleted: " + undeletable.getMessage());
            return ExitCode.FAILED;
        }
    }

    /// The captures of one command.
    private final class Inputs implements AutoCloseable {

        private final ParseResult command;
        private @Nullable SpooledInput spooled;
        private boolean isComplete = true;

        Inputs(ParseResult command) {
            this.command = command;
        }

        /// @return whether there is something to read
        boolean found() {
            for (PositionalParamSpec parameter : command.commandSpec().positionalParameters()) {
                if (CAPTURES.contains(parameter.paramLabel()) && command.hasMatchedPositional(parameter)
                        && !replaced(parameter)) {
                    return false;
                }
            }
            return true;
        }

        /// The captures, as they were found, also those that options name.
        List<String> captures() {
            return Stream
                    .concat(command.commandSpec().positionalParameters().stream(),
                            command.commandSpec().options().stream())
                    .filter(each -> CAPTURES.contains(each.paramLabel()))
                    .flatMap(each -> names(each.getValue()).stream())
                    .toList();
        }

        private boolean replaced(PositionalParamSpec parameter) {
            Object value = parameter.getValue();
            List<String> names = names(value);
            List<String> files = new ArrayList<>();
            for (String name : names) {
                if (name.equals(CaptureName.STANDARD_INPUT)) {
                    addStandardInput(files);
                } else {
                    add(name, parameter.paramLabel().equals(FOLDER) || command.hasMatchedOption(RECURSIVE), files);
                }
            }
            if (files.equals(names)) {
                return true;
            }
            if (files.isEmpty()) {
                return false;
            }
            if (value instanceof List<?>) {
                parameter.setValue(files);
            } else if (files.size() == 1) {
                parameter.setValue(files.getFirst());
            } else {
                throw wrong("%s contains %d captures; name one of them".formatted(value, files.size()));
            }
            return true;
        }

        private ParameterException wrong(String sentence) {
            return new ParameterException(command.commandSpec().commandLine(), sentence);
        }

        private void addStandardInput(List<String> files) {
            if (command.commandSpec().parent() == null) {
                throw wrong("the window cannot read standard input; use a command instead: sipsleuth info -");
            }
            if (spooled != null) {
                throw wrong("standard input (-) can be given only once");
            }
            if (terminal.inputIsTerminal()) {
                throw wrong("standard input is a terminal; pipe a capture into it");
            }
            try {
                SpooledInput input = SpooledInput.of(standardInput, new TempSpaceLimit());
                spooled = input;
                files.add(FileName.string(input.file()));
                if (!input.isComplete()) {
                    isComplete = false;
                    terminal.report("standard input: exceeds the free temporary disk space, so only its"
                            + " beginning is read. Save it to a file to read all of it");
                }
            } catch (IOException obstacle) {
                isComplete = false;
                terminal.report("standard input: read error: " + obstacle.getMessage());
            }
        }

        private void add(String name, boolean takesFolders, List<String> files) {
            if (!takesFolders || !isFolder(name)) {
                files.add(name);
                return;
            }
            try {
                CaptureFolder folder = new CaptureFolder(FileName.path(name),
                        (path, obstacle) -> terminal.report(path + ": " + CaptureObstacle.reason(obstacle)));
                folder.captures().forEach(file -> files.add(FileName.string(file)));
                isComplete &= folder.isComplete();
                if (folder.captures().isEmpty()) {
                    isComplete = false;
                    terminal.report(name + ": no captures in this directory");
                } else if (folder.others() > 0 && !command.hasMatchedOption("--quiet")) {
                    terminal.report("%s: skipped files that are not captures: %d".formatted(name, folder.others()));
                }
            } catch (IOException obstacle) {
                isComplete = false;
                terminal.report(name + ": " + CaptureObstacle.reason(obstacle));
            }
        }

        private static boolean isFolder(String name) {
            try {
                return Files.isDirectory(FileName.path(name));
            } catch (InvalidPathException noName) {
                return false;
            }
        }

        @Override
        public void close() throws IOException {
            if (spooled != null) {
                spooled.close();
            }
        }
    }
}
