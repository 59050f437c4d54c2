package org.sipsleuth.app.command.help;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.sipsleuth.folder.UserFolders;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page of all commands in roff's man macros, made from what `--help` shows. It names
/// neither date nor version, so that the same commands yield the same page.
final class ManualPage {

    /// Lines of a footer that are kept as they are begin so.
    private static final String VERBATIM = "  ";

    /// Where nothing is configured.
    private static final String FILES = """
            .SH FILES
            All of them are the user's; removing the program leaves them.
            .TP
            .I %s
            Settings of the window, notes, roles of hosts, and cases that triage begins
            .RB ( XDG_CONFIG_HOME ).
            .TP
            .I %s
            Keys of anonymised copies, which cannot be made again
            .RB ( XDG_DATA_HOME ).
            .TP
            .I %s
            Caches of the start, native libraries, copies of samples, live captures, and the log of the window
            .RB ( XDG_CACHE_HOME ).
            Can be deleted while the program does not run.
            .SH EXIT STATUS
            NOTES has the exit codes.
            """.formatted(UserFolders.settings(Map.of(), "~"), UserFolders.data(Map.of(), "~"),
            UserFolders.cache(Map.of(), "~"));

    private static final String ENVIRONMENT = """
            .SH ENVIRONMENT
            .TP
            .B SIPSLEUTH_OPTS
            Additional options for the Java virtual machine, separated by spaces.
            They take precedence.
            .TP
            .B COLUMNS
            The width of text output, if different from the terminal's.
            .TP
            .B NO_COLOR
            If set to any value: no colours.
            .SH SEE ALSO
            .BR tshark (1),
            .BR sngrep (8),
            .BR tcpdump (8)
            """;

    private final CommandSpec root;
    private final StringBuilder page = new StringBuilder();

    ManualPage(CommandLine program) {
        root = program.getCommandSpec();
    }

    /// The page.
    String text() {
        page.append(".TH SIPSLEUTH 1 \"\" SipSleuth \"User Commands\"\n");
        page.append(".SH NAME\n");
        line("sipsleuth - forensic workbench for SIP signalling");
        page.append(".SH SYNOPSIS\n");
        for (String synopsis : root.usageMessage().customSynopsis()) {
            line(synopsis.strip());
            page.append(".br\n");
        }
        page.append(".SH DESCRIPTION\n");
        paragraphs(root.usageMessage().description());
        page.append(".SH OPTIONS\n");
        line("Options common to the commands; further options are listed with each command.");
        arguments(root);
        page.append(".SH COMMANDS\n");
        for (Map.Entry<String, CommandLine> command : root.subcommands().entrySet()) {
            command(command.getValue());
        }
        page.append(".SH NOTES\n");
        footer(root.usageMessage().footer());
        page.append(FILES).append(ENVIRONMENT);
        return page.toString();
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        page.append(".SS ").append(escaped("sipsleuth " + spec.name())).append('\n');
        Help help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
        line(help.synopsis(0).replaceAll("\\s+", " ").strip());
        page.append(".PP\n");
        paragraphs(spec.usageMessage().description());
        arguments(spec);
        footer(spec.usageMessage().footer());
    }

    private void arguments(CommandSpec spec) {
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            argument(parameter.paramLabel(), parameter);
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden() && !isCommon(spec, option)) {
                String label = option.arity().max() == 0 ? "" : "=" + option.paramLabel();
                argument(String.join(", ", option.names()) + label, option);
            }
        }
    }

    /// Whether an option means the same as one without a command, where it is explained.
    private boolean isCommon(CommandSpec spec, OptionSpec option) {
        OptionSpec common = root.findOption(option.longestName());
        return !spec.equals(root) && common != null && Arrays.equals(common.description(), option.description());
    }

    private void argument(String name, ArgSpec argument) {
        page.append(".TP\n.B ").append(escaped(name)).append('\n');
        for (String text : argument.description()) {
            line(text.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue())));
        }
    }

    private void paragraphs(String... texts) {
        for (String text : texts) {
            line(text);
        }
    }

    /// Text, and between `.nf` and `.fi` what is indented: examples.
    private void footer(String... lines) {
        boolean isVerbatim = false;
        page.append(".PP\n");
        for (String text : List.of(lines)) {
            boolean isIndented = text.startsWith(VERBATIM);
            if (isIndented != isVerbatim) {
                page.append(isIndented ? ".nf\n" : ".fi\n");
                isVerbatim = isIndented;
            }
            if (text.isEmpty()) {
                page.append(".PP\n");
            } else {
                line(text);
            }
        }
        page.append(isVerbatim ? ".fi\n" : "");
    }

    private void line(String text) {
        page.append(escaped(text)).append('\n');
    }

    /// The text so that roff shows it as it is.
    private static String escaped(String text) {
        String shown = text.replace("\\", "\\e").replace("-", "\\-");
        return shown.startsWith(".") || shown.startsWith("'") ? "\\&" + shown : shown;
    }
}
