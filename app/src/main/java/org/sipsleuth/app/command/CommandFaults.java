package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.FaultMessage;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.capture.integrity.OpenedFiles;
import org.sipsleuth.file.OutputFailedException;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.finding.TrainingUnavailableException;
import org.sipsleuth.report.output.EchoedText;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.text.FileName;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs a command, and reports what goes wrong: wrong arguments, captures that changed while they
/// were read, outputs that cannot be written, faults of the program. A command that is done
/// although a rule or a method failed says so by its exit code.
///
/// @param terminal shows the errors
/// @param message says that the program failed
record CommandFaults(Terminal terminal, FaultMessage message)
        implements IParameterExceptionHandler, IExecutionStrategy, IExecutionExceptionHandler {

    /// How picocli calls a parameter that has no option's name.
    private static final Pattern POSITION =
            Pattern.compile("^Invalid value for positional parameter at index \\S+ \\((.+?)\\): ");

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
        CommandLine command = exception.getCommandLine();
        String message = POSITION.matcher(String.valueOf(exception.getMessage())).replaceFirst("$1 ");
        terminal.report(EchoedText.in(message, inputs(arguments)));
        if (exception instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                terminal.report("did you mean: " + String.join(", ", near));
            }
        }
        terminal.report("see: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.WRONG_USAGE;
    }

    /// The arguments, and the values in them; longer ones first, since they hold others.
    private static List<String> inputs(String... arguments) {
        return Stream.of(arguments)
                .flatMap(argument -> Stream.of(argument, argument.substring(argument.indexOf('=') + 1)))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    // What is read of a capture that changes meanwhile can fail anywhere, or not at all: the
    // captures
    // are examined when the command has ended, however it ended.
    @Override
    public int execute(ParseResult result) {
        int code;
        try {
            code = new RunLast().execute(result);
        } catch (ExecutionException failure) {
            if (isOfTheOutput(failure)) {
                throw failure;
            }
            return changed(opened(result).causeOf(failure).orElseThrow(() -> failure));
        } catch (Error failure) {
            return changed(opened(result).causeOf(failure).orElseThrow(() -> failure));
        }
        if (code == ExitCode.DONE && command(result) instanceof FaultLog.Holder holder && !holder.faults().isEmpty()) {
            code = ExitCode.RULE_FAILED;
        }
        return code == ExitCode.UNWRITABLE_OUTPUT ? code : checked(opened(result), code);
    }

    private static boolean isOfTheOutput(ExecutionException failure) {
        return failure.getCause() instanceof IOException;
    }

    /// The captures that the command has read.
    private static OpenedFiles opened(ParseResult result) {
        return options(result).map(CommonOptions::opened).orElseGet(() -> new OpenedFiles(List.of()));
    }

    private static Optional<CommonOptions> options(ParseResult result) {
        return command(result) instanceof CommonOptions.Holder holder ? Optional.of(holder.options())
                : Optional.empty();
    }

    private static Object command(ParseResult result) {
        ParseResult last = result;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        return last.commandSpec().userObject();
    }

    private int checked(OpenedFiles opened, int code) {
        int all = code;
        for (OpenedFile file : opened.files()) {
            if (file.hasChanged()) { // what was written before anybody noticed was verified
                all = file.change().map(this::changed).orElse(all);
            } else if (file.addedBytes() > 0) {
                terminal.report("%s: still being written; %d bytes added after it was opened were not read"
                        .formatted(FileName.text(file.path()), file.addedBytes()));
            }
        }
        return all;
    }

    private int changed(CaptureChangedException change) {
        terminal.report(CaptureFiles.changed(change));
        return ExitCode.UNREADABLE_INPUT;
    }

    // Commands report inputs themselves, so what is left is the output, or a fault of ours.
    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult result) {
        if (MemoryFault.isIn(exception)) {
            throw new OutOfMemoryError(); // Main says so, as of any other
        }
        if (exception instanceof InvalidPathException noName) {
            terminal.report(noName.getInput() + ": not a valid file name on this system");
            return ExitCode.WRONG_USAGE;
        }
        if (exception instanceof TrainingUnavailableException unavailable) {
            terminal.report(String.valueOf(unavailable.getMessage()));
            return ExitCode.FAILED;
        }
        if (exception instanceof OutputRefusedException refused) {
            terminal.report(String.valueOf(refused.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
        if (exception instanceof OutputFailedException failed) {
            terminal.report(String.valueOf(failed.getMessage()));
            return ExitCode.UNWRITABLE_OUTPUT;
        }
        if (exception instanceof IOException output) {
            if (isReaderGone(output)) {
                return ExitCode.DONE;
            }
            terminal.report("the output could not be written: " + output.getMessage());
            return ExitCode.UNWRITABLE_OUTPUT;
        }
        message.report(exception, command.getCommandName());
        return ExitCode.FAILED;
    }

    // `sipsleuth … | head` closes the pipe early; that is no fault. The system's words for it may
    // be translated, but all translations of the C library keep "(broken pipe)".
    private static boolean isReaderGone(IOException exception) {
        String message = String.valueOf(exception.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("connection reset");
    }
}
