package org.sipsleuth.app;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.sipsleuth.app.command.CommandLineProgram;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.workbench.WorkbenchApplication;
import org.sipsleuth.capture.live.LiveRequest;

/// The program's entry.
public final class Main {

    private static final int FAILED = 1;

    private Main() {}

    /// Starts the command line, or the window where no subcommand is given.
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        // No method reference: that would ask for JavaFX, which the command line starts without.
        Consumer<List<Path>> window = files -> WorkbenchApplication.launch(files);
        BiConsumer<LiveRequest, List<Path>> liveWindow =
                (request, keyLogs) -> WorkbenchApplication.launchLive(request, keyLogs);
        int code;
        try {
            code = new CommandLineProgram(terminal, window, liveWindow).run(arguments);
        } catch (OutOfMemoryError tooMuch) {
            terminal.say("out of memory; give it more: SIPSLEUTH_OPTS=-Xmx4g sipsleuth ...");
            code = FAILED;
        }
        System.exit(code);
    }
}
