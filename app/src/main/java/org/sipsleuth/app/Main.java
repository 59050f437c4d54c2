package org.sipsleuth.app;

/// The program's entry.
public final class Main {

    private Main() {}

    /// Starts the command line, or the window where no subcommand is given.
    public static void main(String[] arguments) {}
}
