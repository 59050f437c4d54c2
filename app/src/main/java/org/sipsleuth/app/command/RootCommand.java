package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.InputArguments;
import org.sipsleuth.app.command.input.KeyLogs;
import org.sipsleuth.app.command.listing.FailureReport;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.text.FileName;
import org.sipsleuth.word.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth` without a subcommand: opens the window, or answers on the terminal where no window
/// can be.
@Command(name = CommandLineProgram.NAME,
        description = {
            "A forensic workbench for SIP signalling. Without a command it opens the window with"
                    + " these captures; without a display it prints the output of analyze, and the"
                    + " causes of failed calls, instead."},
        synopsisHeading = "Usage: ",
        customSynopsis = {"sipsleuth [FILE...]", "       sipsleuth COMMAND [OPTIONS] FILE..."},
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes: 0 done, 1 internal error, 2 wrong usage or refused output, 3 an input could",
            "not be read completely (what was read is shown) or needs more memory, 4 an output could",
            "not be written, 5 a finding met --fail-on, 6 answered, but a rule or method failed.",
            "SIPSLEUTH_OPTS: additional options for the Java virtual machine (SIPSLEUTH_OPTS=-Xmx4g)",
            "",
            "Examples:",
            "  sipsleuth call.pcap                  open this capture in the window",
            "  sipsleuth info call.pcap             summarise the capture",
            "  sipsleuth dialogs --format csv call.pcap > dialogs.csv",
            "  sipsleuth ladder call.pcap --call-id 1-12345@192.0.2.1",
            "  sipsleuth live -i eth0               show live traffic as it is captured",
            "  sipsleuth analyze incident.pcap      detect attacks and anomalies",
            "  sipsleuth simulate --list            list scenarios for labelled captures",
            "  sipsleuth COMMAND --help             show the help of a command"})
final class RootCommand implements CommonOptions.Holder {

    private static final String IN_RUNNING_WINDOW = "--in-running-window";

    private final Terminal terminal;
    private final WindowLauncher window;
    private final WindowSupport support;
    private final Analysis analysis;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final CommonOptions options = new CommonOptions();

    @Option(names = IN_RUNNING_WINDOW,
            description = "open the files in a window that runs already, if one is not busy") private boolean inRunningWindow;

    @Parameters(arity = "0..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    /// Runs `analyze`.
    @FunctionalInterface
    interface Analysis {

        /// Runs it.
        ///
        /// @param further writes what follows its text
        /// @param arguments of `analyze`
        /// @return the exit code
        int run(AnalyzeCommand.FurtherText further, String... arguments);
    }

    /// @param analysis is run where there can be no window
    RootCommand(Terminal terminal, WindowLauncher window, WindowSupport support, Analysis analysis) {
        this.terminal = terminal;
        this.window = window;
        this.support = support;
        this.analysis = analysis;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Optional<String> word = files.stream().findFirst().filter(this::isMistypedCommand);
        if (word.isPresent()) {
            return rejected(word.get());
        }
        List<Path> readable = readable();
        if (readable.isEmpty() && !files.isEmpty()) {
            report();
            return ExitCode.UNREADABLE_INPUT;
        }
        Optional<String> obstacle = support.obstacle();
        return obstacle.isPresent() ? withoutWindow(obstacle.get()) : withWindow(readable);
    }

    // A path has a dot or a slash in it; a command has not.
    private boolean isMistypedCommand(String name) {
        return name.indexOf('.') < 0 && name.indexOf('/') < 0 && obstacle(name).isPresent();
    }

    /// Why a capture or lab of this name cannot be opened. The folder of a lab can: what is hidden in
    /// it, and its questions, are a matter of the window.
    private static Optional<String> obstacle(String name) {
        return CaptureFiles.obstacle(name).filter(_ -> !isLabFolder(name));
    }

    private static boolean isLabFolder(String name) {
        try {
            return Files.isDirectory(FileName.path(name)) && LabFolder.isLab(FileName.path(name));
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    private int rejected(String word) {
        String sentence = "no such command or file: \"" + word + "\"";
        List<String> near = Suggestions.to(word, spec.commandLine().getSubcommands().keySet(), 1);
        terminal.report(near.isEmpty() ? sentence : sentence + "; did you mean: " + near.getFirst());
        terminal.report("list of commands: sipsleuth --help");
        return ExitCode.WRONG_USAGE;
    }

    private List<Path> readable() {
        return files.stream().filter(file -> obstacle(file).isEmpty()).map(FileName::path).toList();
    }

    /// Names the files that cannot be read.
    private void report() {
        for (String file : files) {
            obstacle(file).ifPresent(why -> terminal.report(file + ": " + why));
        }
    }

    private int withWindow(List<Path> readable) throws IOException {
        report();
        List<Path> good = new ArrayList<>(readable);
        boolean isComplete = good.size() == files.size();
        if (!good.isEmpty()) { // a key log alone opens nothing
            KeyLogs keyLogs = new KeyLogs(terminal, options.keyLogs());
            good.addAll(keyLogs.files()); // the window knows them by what is in them
            isComplete &= keyLogs.isComplete();
        }
        ReadOptions reading = new ReadOptions(List.of(), options.countsOnce(), options.unpackLimit());
        try {
            if (!inRunningWindow || good.isEmpty() || !reading.equals(ReadOptions.NONE)
                    || !window.openInRunning(good)) {
                window.open(good, reading);
            }
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noWindow) {
            return withoutWindow("cannot open the window: " + noWindow.getMessage());
        }
        return isComplete ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private int withoutWindow(String reason) {
        terminal.report(reason);
        if (files.isEmpty()) {
            spec.commandLine().usage(terminal.err());
            return ExitCode.WRONG_USAGE;
        }
        FailureReport failures =
                new FailureReport(terminal, options.isColoured(terminal), options.faults().to(terminal));
        return analysis.run(failures::write, asGiven());
    }

    /// The options and files of this command line; directories are replaced with their captures.
    private String[] asGiven() {
        List<String> words = new ArrayList<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptionsSet()) {
            if (!List.of(InputArguments.RECURSIVE, IN_RUNNING_WINDOW).contains(option.longestName())) {
                option.stringValues().forEach(value -> words.add(option.longestName() + "=" + value));
            }
        }
        words.add("--");
        words.addAll(files);
        return words.toArray(String[]::new);
    }
}
