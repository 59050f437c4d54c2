package org.sipsleuth.app.command.help;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth completion`: a script with which a shell completes commands and options.
@Command(name = "completion", description = "Prints a shell completion script for commands, options and files.",
        footer = {
            "",
            "The script completes the command `sipsleuth`: a link to the start script, or an alias.",
            "",
            "Examples:",
            "  source <(sipsleuth completion bash)",
            "  sipsleuth completion bash > ~/.local/share/bash-completion/completions/sipsleuth",
            "  source <(sipsleuth completion zsh)      in ~/.zshrc, after compinit"})
public final class CompletionCommand implements Callable<Integer> {

    /// Shells whose completion is supported.
    enum Shell {
        BASH, ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;
    private final Supplier<CommandLine> all;

    @Parameters(paramLabel = "SHELL", description = "the shell: ${COMPLETION-CANDIDATES}") private Shell shell =
            Shell.BASH;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean wantsHelp;

    /// @param all makes the model of all commands
    public CompletionCommand(Terminal terminal, Supplier<CommandLine> all) {
        this.terminal = terminal;
        this.all = all;
    }

    @Override
    public Integer call() throws IOException {
        Writer writer = terminal.dataWriter();
        if (shell == Shell.ZSH) {
            writer.write("autoload -U +X bashcompinit && bashcompinit\n");
        }
        writer.write(AutoComplete.bash("sipsleuth", all.get()));
        writer.flush();
        return ExitCode.DONE;
    }
}
