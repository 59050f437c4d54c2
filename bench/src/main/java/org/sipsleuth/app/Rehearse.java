package org.sipsleuth.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.app.command.CommandLineProgram;
import org.sipsleuth.app.command.WindowLauncher;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.workbench.Rehearsal;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.live.LiveRequest;

/// Measures the window, for `bench/window`: as [Main], but the window does by itself what users do
/// first, prints how long that took, and closes.
final class Rehearse {

    private Rehearse() {}

    /// Starts it with captures. Prints a line each for what was done: the words, a comma, and the
    /// milliseconds.
    public static void main(String[] arguments) {
        WindowLauncher rehearsal =
                new WindowLauncher() {
                    @Override
                    public void open(List<Path> files, ReadOptions options) {
                        Rehearsal.run(files, Rehearse::print);
                    }

                    @Override
                    public boolean openInRunning(List<Path> files) {
                        return false;
                    }

                    @Override
                    public void capture(LiveRequest request, List<Path> keyLogs) {
                        throw new UnsupportedOperationException("only captures are measured");
                    }
                };
        System.exit(new CommandLineProgram(Terminal.system(), rehearsal).run(arguments));
    }

    private static void print(String what, double millis) {
        System.out.printf(Locale.ROOT, "%s,%.2f%n", what, millis);
    }
}
