package org.sipsleuth.app;

import java.util.Locale;
import org.sipsleuth.app.command.CommandLineProgram;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.workbench.Rehearsal;

/// Measures the window, for `bench/window`: as [Main], but the window does by itself what users do
/// first, prints how long that took, and closes.
final class Rehearse {

    private Rehearse() {}

    /// Starts it with captures. Prints a line each for what was done: the words, a comma, and the
    /// milliseconds.
    public static void main(String[] arguments) {
        System.exit(
                new CommandLineProgram(
                                Terminal.system(),
                                (files, _) -> Rehearsal.run(files, Rehearse::print),
                                (_, _) -> {})
                        .run(arguments));
    }

    private static void print(String what, double millis) {
        System.out.printf(Locale.ROOT, "%s,%.2f%n", what, millis);
    }
}
