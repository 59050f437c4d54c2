package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
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

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = {
                "a model that the fields finding.…, dialog.mark and dialog.unknown of the filter"
                        + " ask, from sipsleuth train; \"shipped\" for those that come with"
                        + " SipSleuth; can be given several times"
            })
    private List<String> names = List.of();

    private FilterModels models = FilterModels.NONE;
    private int obstacle = ExitCode.WRONG_USAGE;

    /// The filter; nothing, and a line that tells what is wrong, if it cannot be understood or what
    /// it asks cannot be had.
    public Optional<Filter> read(Terminal terminal) throws IOException {
        Optional<Filter> filter = parsed(terminal);
        if (filter.isEmpty()) {
            return filter;
        }
        Optional<FilterModels> read = FilterModels.read(names, terminal);
        if (read.isEmpty()) {
            obstacle = ExitCode.UNREADABLE_INPUT;
            return Optional.empty();
        }
        models = read.get();
        Optional<String> missing = models.missing(filter.get());
        missing.ifPresent(what -> terminal.say("--filter: " + what));
        return filter.filter(_ -> missing.isEmpty());
    }

    /// How the program ends where [#read] gave nothing.
    public int exitCode() {
        return obstacle;
    }

    private Optional<Filter> parsed(Terminal terminal) {
        String given = text();
        try {
            return Optional.of(Filter.of(given, FilterModels.names()));
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

    private String text() {
        return text == null ? "" : text;
    }

    /// Whether there is a filter.
    public boolean isGiven() {
        return text != null;
    }

    /// Asks all messages of an index, the models first where the filter asks what they say.
    public MessageSet run(Filter filter, SipIndex index, Terminal terminal, boolean showsProgress) {
        try (ProgressLine progress = new ProgressLine(terminal, showsProgress)) {
            Filter asked =
                    FilterModels.asks(filter)
                            ? Filter.of(text(), models.catalog(index, filter, progress))
                            : filter;
            return asked.run(index, progress);
        } catch (FilterSyntaxException impossible) {
            throw new IllegalStateException(impossible); // the same names were understood before
        }
    }
}
