package org.sipsleuth.app.command;

/// Prints the commands for the start script, which the build keeps: asking Java at each start would
/// take too long.
public final class StartFunction {

    private StartFunction() {}

    /// Prints a function that looks up how a command is started.
    public static void main(String[] arguments) {
        System.out.print(StandardCommand.startFunction());
    }
}
