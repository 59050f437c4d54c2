package org.sipsleuth.app.command.help;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.word.Suggestions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth help`: the help of a command, or of all.
@Command(name = "help", description = "Shows the help of a command.",
        footer = {
            "",
            "Examples:",
            "  sipsleuth help",
            "  sipsleuth help messages",
            "  sipsleuth help simulate mutations    the settings of a scenario",
            "  sipsleuth help --man | man -l -      the manual page"})
public final class HelpCommand implements Callable<Integer> {

    /// Runs the program with other arguments.
    @FunctionalInterface
    public interface Program {
        int run(String... arguments);
    }

    private final Terminal terminal;
    private final Program program;
    private final Supplier<CommandLine> all;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "the command") private List<String> words =
            List.of();

    @Option(names = "--man", description = "print the manual page of all commands (roff)") private boolean wantsManual;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean wantsHelp;

    /// @param program is asked for the help of a command
    /// @param all makes the model of all commands
    public HelpCommand(Terminal terminal, Program program, Supplier<CommandLine> all) {
        this.terminal = terminal;
        this.program = program;
        this.all = all;
    }

    @Override
    public Integer call() throws IOException {
        if (wantsManual) {
            Writer writer = terminal.dataWriter();
            writer.write(new ManualPage(all.get()).text());
            writer.flush();
            return ExitCode.DONE;
        }
        if (!words.isEmpty()) {
            var known = all.get().getSubcommands().keySet();
            if (!known.contains(words.getFirst())) {
                String sentence = "no such command: \"" + words.getFirst() + "\"";
                List<String> near = Suggestions.to(words.getFirst(), known, 1);
                terminal.report(near.isEmpty() ? sentence : sentence + "; did you mean: " + near.getFirst());
                return ExitCode.WRONG_USAGE;
            }
        }
        List<String> asked = new ArrayList<>(words);
        asked.add("--help");
        return program.run(asked.toArray(String[]::new));
    }
}
