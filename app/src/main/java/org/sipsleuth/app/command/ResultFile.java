package org.sipsleuth.app.command;

import org.sipsleuth.app.command.input.InputArguments;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.file.OutputFile;

import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/// Runs a command whose result goes to the file that `-o` names, in place of standard output.
///
/// @param program runs it again, with another standard output
/// @param direct runs it where there is no such file
record ResultFile(Program program, IExecutionStrategy direct) implements IExecutionStrategy {

    /// Runs the same arguments with another standard output.
    @FunctionalInterface
    interface Program {
        int runInto(OutputStream out);
    }

    @Override
    public int execute(ParseResult parsed) throws ExecutionException, ParameterException {
        ParseResult command = parsed;
        while (command.hasSubcommand()) {
            command = command.subcommand();
        }
        if (!(command.commandSpec().userObject() instanceof CommonOptions.Taker taker)) {
            return direct.execute(parsed);
        }
        Optional<String> name = taker.options().resultFile();
        if (name.isEmpty() || command.isUsageHelpRequested()) {
            return direct.execute(parsed);
        }
        try (OutputFile file =
                OutputFile.at(
                        FileName.path(name.get()),
                        taker.options().outputRules(InputArguments.inputs(command)))) {
            CountedOutput out = new CountedOutput(file.stream());
            int code = program.runInto(out);
            if (code == ExitCode.DONE || out.isWritten && isResult(code)) {
                file.commit();
            }
            return code;
        } catch (InvalidPathException noName) {
            throw new ParameterException(
                    command.commandSpec().commandLine(),
                    name.get() + ": is not a file name that this system knows");
        } catch (IOException obstacle) {
            throw new ExecutionException(
                    command.commandSpec().commandLine(),
                    String.valueOf(obstacle.getMessage()),
                    obstacle);
        }
    }

    /// Whether what was written is to be kept: all of it, or all that could be read.
    private static boolean isResult(int code) {
        return code == ExitCode.UNREADABLE_INPUT || code == ExitCode.FAIL_ON;
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
