package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.statistics.StatisticsLines;
import org.sipsleuth.app.command.statistics.StatisticsRecords;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsRow;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.dialog.statistics.StatisticsTable;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.run.RunMonitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

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
            "Examples:",
            "  sipsleuth statistics call.pcap",
            "  sipsleuth statistics --format csv day_*.pcap > statistics.csv",
            "  sipsleuth statistics --format json call.pcap | jq '.[] | select(.name==\"ser\")'"})
final class StatisticsCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

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
        Optional<Filter> wanted = filter.read(terminal, model.names());
        return wanted.isEmpty() ? filter.exitCode()
                : new ListingPrinter(terminal, options).print(files, index -> listing(index, wanted.get()));
    }

    private Listing listing(SipIndex index, Filter wanted) {
        StatisticsScope scope = StatisticsScope.ALL.within(filter.fromNanos(), filter.toNanos());
        if (filter.hasFilter()) {
            scope = scope.of(filter.run(wanted, index, terminal, options.showsProgress()).dialogs());
        }
        List<StatisticsRow> rows = StatisticsTable.rows(Statistics.of(index, scope, RunMonitor.NONE));
        return options.format() == Format.TEXT ? new StatisticsLines(rows) : new StatisticsRecords(rows);
    }
}
