package org.sipsleuth.app.command;

/// Prints what the build keeps for the start script, which cannot ask Java at each start: the commands.
public final class StartFunction {

    private StartFunction() {}

    /// Prints a function that looks up how a command is started.
    public static void main(String[] arguments) {
        System.out.print(StandardCommand.startFunction());
    }
}
