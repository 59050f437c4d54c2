package org.sipsleuth.app.command;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.DurationConverter;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.statistics.StatisticsLines;
import org.sipsleuth.app.command.statistics.StatisticsRecords;
import org.sipsleuth.app.command.statistics.WindowRecords;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsRow;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.dialog.statistics.StatisticsTable;
import org.sipsleuth.dialog.statistics.WindowCount;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth statistics`: captures in numbers.
@Command(name = "statistics",
        description = "Counts methods, status codes, user agents and transports, and measures response"
                + " times and the RFC 6076 metrics.",
        footer = {
            "",
            "Columns of csv and json: group, name, count, share (of its group; of SER, SEER, ISA,",
            "SCR and IRA the metric itself), least, mean, p50, p90, p95, p99, most (seconds), note.",
            "Groups: total, failed_calls, method, status_class, status, first_response, final_response,",
            "without_final_response, metric, user_agent, server, transport. A percentile is empty",
            "where there are too few values; the note then says so. docs/STATISTICS.md defines every",
            "figure.",
            "--filter selects the dialogs with a matching message; --from and --to select the messages",
            "and attempts in that time window.",
            "",
            "With --window: from, to (seconds since the epoch), messages; a row per window, also empty ones.",
            "",
            "Examples:",
            "  sipsleuth statistics call.pcap",
            "  sipsleuth statistics --format csv day_*.pcap > statistics.csv",
            "  sipsleuth statistics --window 5s --filter 'sip.Method == \"INVITE\"' call.pcap",
            "  sipsleuth statistics --format json call.pcap | jq '.[] | select(.name==\"ser\")'"})
final class StatisticsCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Option(names = "--window", paramLabel = "LENGTH", converter = DurationConverter.class,
            description = "count the messages that match --filter in windows of this length instead (5s, 1m, 1h), which"
                    + " begin at full multiples of it (UTC)") private @Nullable Duration window;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    StatisticsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (window != null && window.isZero()) {
            throw new ParameterException(spec.commandLine(), "--window must be above zero");
        }
        Optional<Filter> wanted = filter.read(terminal, model.names());
        return wanted.isEmpty() ? filter.exitCode()
                : new ListingPrinter(terminal, options).print(files, index -> listing(index, wanted.get()));
    }

    private Listing listing(SipIndex index, Filter wanted) {
        if (window != null) {
            return windows(index, wanted, window);
        }
        StatisticsScope scope = StatisticsScope.ALL.within(filter.fromNanos(), filter.toNanos());
        if (filter.hasFilter()) {
            scope = scope.of(filter.run(wanted, index, terminal, options.showsProgress()).dialogs());
        }
        try (ProgressLine progress = new ProgressLine(terminal, false, options.faults().to(terminal))) {
            List<StatisticsRow> rows = StatisticsTable.rows(Statistics.of(index, scope, progress));
            return options.format() == Format.TEXT ? new StatisticsLines(rows) : new StatisticsRecords(rows);
        }
    }

    private Listing windows(SipIndex index, Filter wanted, Duration length) {
        MessageSet found = filter.run(wanted, index, terminal, options.showsProgress());
        try {
            return new WindowRecords(WindowCount.of(index.messages(), found.messages(), length), length.toNanos(),
                    options.format() == Format.TEXT);
        } catch (IllegalArgumentException tooMany) {
            throw new ParameterException(spec.commandLine(), "--window: " + tooMany.getMessage(), tooMany);
        }
    }
}
