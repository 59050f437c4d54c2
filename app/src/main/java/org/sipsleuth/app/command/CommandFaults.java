package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is told, and given as exit code, where a command was misused or failed.
///
/// A class and no method references: those would be linked anew at every start.
///
/// @param terminal is told
record CommandFaults(Terminal terminal)
        implements IParameterExceptionHandler, IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException exception, String[] arguments) {
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
    @Override
    public int handleExecutionException(
            Exception exception, CommandLine command, ParseResult result) {
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
    // be translated, but all translations of the C library keep "(broken pipe)".
    private static boolean isReaderGone(IOException exception) {
        String message = String.valueOf(exception.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("pipe") || message.contains("connection reset");
    }
}
