package org.sipsleuth.app.command;

/// Prints what the build keeps for the start script, which cannot ask Java at each start: the commands.
public final class StartLines {

    private StartLines() {}

    /// Prints a line for each command: its word, and how it is started.
    public static void main(String[] arguments) {
        System.out.print(StandardCommand.startLines());
    }
}
