package org.sipsleuth.app.command.input;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.known.KnownFields;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.report.output.VisibleText;
import picocli.CommandLine.Option;

/// The option `--filter`: which messages are listed, or which dialogs.
public final class FilterOption {

    @Option(
            names = "--filter",
            paramLabel = "F",
            description = {
                "only what fits this filter, in Wireshark's display filter language, as in"
                        + " 'sip.Method == \"INVITE\" && ip.src == 10.0.0.0/8'; docs/FILTER.md lists"
                        + " the fields."
            })
    private @Nullable String text;

    /// The filter; nothing, and a line that points at what is wrong, if it cannot be understood.
    public Optional<Filter> read(Terminal terminal) {
        String given = text == null ? "" : text;
        try {
            return Optional.of(Filter.of(given, KnownFields.catalog()));
        } catch (FilterSyntaxException wrong) {
            terminal.say("--filter: " + wrong.sentence());
            String shown = given.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
            for (String line : FilterSyntaxException.marked(shown, wrong.place()).split("\n", -1)) {
                terminal.err().println("  " + VisibleText.of(line, terminal.isUnicode()));
            }
            terminal.err().flush();
            return Optional.empty();
        }
    }

    /// Whether there is a filter.
    public boolean isGiven() {
        return text != null;
    }

    /// Asks all messages of an index.
    public MessageSet run(Filter filter, SipIndex index, Terminal terminal, boolean showsProgress) {
        try (ProgressLine progress = new ProgressLine(terminal, showsProgress)) {
            return filter.run(index, progress);
        }
    }
}
