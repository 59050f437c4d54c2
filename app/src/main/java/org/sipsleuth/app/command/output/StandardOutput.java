package org.sipsleuth.app.command.output;

import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRefusedException;

/// Standard output in the place of a file: `-o -`.
public final class StandardOutput {

    /// What the user writes in the place of a file's name.
    public static final String NAME = "-";

    private StandardOutput() {}

    /// Standard output as the output of a command that writes binary data.
    ///
    /// @param what the data is, as in "a capture"
    /// @throws OutputRefusedException if it is a terminal
    public static OutputFile forBinary(Terminal terminal, String what) throws OutputRefusedException {
        if (terminal.outputIsTerminal()) {
            throw new OutputRefusedException(
                    "standard output is a terminal, and %s is binary data; pipe it into another program, or name a file"
                            .formatted(what));
        }
        return OutputFile.to(NAME, terminal.out());
    }
}
