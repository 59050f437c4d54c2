package org.sipsleuth.app.command;

/// A command of the command line, before anything of it is loaded.
interface CommandEntry {

    /// What is typed: `info`.
    String word();

    /// How the start script starts it.
    StartKind start();

    /// What picocli gets to know of it: an object with annotations, or a command line.
    ///
    /// @param program runs other commands
    Object make(CommandContext context, CommandLineProgram program);
}
