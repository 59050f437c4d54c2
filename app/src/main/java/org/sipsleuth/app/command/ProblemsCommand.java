package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.problem.ProblemLines;
import org.sipsleuth.app.command.problem.ProblemRecords;
import org.sipsleuth.app.command.problem.ProblemSearch;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.report.exchange.ProblemText;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sentence.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth problems`: why calls and registrations failed.
@Command(name = "problems",
        description = "Lists why calls and registrations failed or were disturbed, a row for each cause, as the page"
                + " Overview does: those that affect most calls first.",
        footer = {
            "",
            "Columns of csv and json: kind, severity, title, sentence (the title with what shows it),",
            "calls (how many it affects), dialogs (Call-IDs), users, from, to, evidence (file:frame),",
            "advice, reference (RFC and section), explanations (what shows it in each of the dialogs,",
            "in their order; one where it is the same in all), dialog_count, user_count, evidence_count",
            "(how many there are: each list has at most 1,000).",
            "Severities: info where nobody is known to suffer, low one call, medium one user twice",
            "or 5 %% of calls, high 20 %% of calls or a server that several users depend on.",
            "--filter, --from and --to select the problems that have a dialog with a matching message.",
            "",
            "Examples:",
            "  sipsleuth problems office.pcap",
            "  sipsleuth problems monday.pcap tuesday.pcap --format json",
            "  sipsleuth problems trunk.pcap --fail-on high > /dev/null || mail-the-operator"})
final class ProblemsCommand implements CommonOptions.Holder {

    private final Terminal terminal;
    private final CommonOptions options = CommonOptions.ofRows();
    private final FilterOption filter = options.filter();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
            description = "exit with 5 if a problem is at least this severe: ${COMPLETION-CANDIDATES}") private @Nullable Severity failOn;

    private boolean fails;

    ProblemsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Filter> wanted = filter.read(terminal, List.of(FilterOption.SHIPPED_MODELS));
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        Optional<ProblemSearch> search = ProblemSearch.of(terminal, filter);
        if (search.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        int code =
                new ListingPrinter(terminal, options).print(files, index -> listing(index, wanted.get(), search.get()));
        return code == ExitCode.DONE && fails ? ExitCode.FAIL_ON : code;
    }

    private Listing listing(SipIndex index, Filter wanted, ProblemSearch search) {
        ProblemList found =
                search.in(index, options.showsProgress()).map(ProblemDetection::list).orElse(ProblemList.NONE);
        List<Problem> problems = listed(found.all(), wanted, index);
        fails = failOn != null && problems.stream().anyMatch(each -> each.severity().compareTo(failOn) >= 0);
        if (options.format() != Format.TEXT) {
            return new ProblemRecords(problems, index);
        }
        terminal.report(ProblemText.headline(found));
        found.limits().forEach(limit -> terminal.report("Not certain: " + limit.text()));
        return new ProblemLines(problems, index);
    }

    private List<Problem> listed(List<Problem> all, Filter wanted, SipIndex index) {
        if (!filter.isGiven()) {
            return all;
        }
        BitSet fitting = new BitSet();
        filter.run(wanted, index, terminal, options.showsProgress())
                .messages()
                .forEach(message -> fitting.set(index.messages().dialog(message)));
        return all.stream().filter(each -> each.dialogs().stream().anyMatch(fitting::get)).toList();
    }
}
