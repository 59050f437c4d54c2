package org.sipsleuth.app;

import org.sipsleuth.app.command.CommandLineProgram;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.workbench.WorkbenchApplication;

/// The program's entry.
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    /// Starts the command line, or the window where no subcommand is given.
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        int code;
        try {
            code = new CommandLineProgram(terminal, WorkbenchApplication::launch).run(arguments);
        } catch (OutOfMemoryError tooMuch) {
            terminal.say("out of memory; give it more: SIPSLEUTH_OPTS=-Xmx4g sipsleuth ...");
            code = FAILED;
        }
        System.exit(code);
    }
}
