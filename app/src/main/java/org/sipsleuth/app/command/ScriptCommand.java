package org.sipsleuth.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/// A subcommand that the start script does itself, because it must work before the program is
/// built. Here it has its place in the help only.
@Command
final class ScriptCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final String name;

    @Unmatched private List<String> arguments = new ArrayList<>();

    private ScriptCommand(Terminal terminal, String name) {
        this.terminal = terminal;
        this.name = name;
    }

    static CommandLine of(Terminal terminal, String name, String description) {
        CommandLine command = new CommandLine(new ScriptCommand(terminal, name));
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Override
    public Integer call() {
        String command = name + " " + String.join(" ", arguments);
        terminal.report(name + " is available only through the start script: ./sipsleuth " + command.strip());
        return ExitCode.WRONG_USAGE;
    }
}
