package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.lint.CheckedMessages;
import org.sipsleuth.app.command.lint.LintCounts;
import org.sipsleuth.app.command.lint.LintRecords;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.sentence.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth lint`: what in the messages departs from the RFCs, and who writes it.
@Command(name = "lint",
        description = {
            "Checks SIP messages and session descriptions against the grammar and the rules of the"
                    + " RFCs. The text report counts the messages with each departure by sender,"
                    + " the gravest first; the other formats list each departure."},
        footer = {
            "",
            "Columns of csv and json: file, frame, offset, length (bytes in the message), severity,",
            "rule, field, text, reference, derivation (rules of the grammar, outermost first),",
            "expected (what the grammar allows at the offset), source, user_agent, log_byte.",
            "Severities: info is allowed and unusual, low a SHOULD or what receivers have to",
            "accept, medium a MUST, high where two parsers may read the message differently.",
            "docs/CONFORMANCE.md lists the rules.",
            "",
            "Examples:",
            "  sipsleuth lint call.pcap",
            "  sipsleuth lint --filter 'ip.src == 192.0.2.7' call.pcap",
            "  sipsleuth lint --fail-on medium phone.pcap > /dev/null || echo not conformant",
            "  sipsleuth lint --format json call.pcap | jq '.[] | select(.severity==\"high\")'"})
final class LintCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Option(names = "--fail-on", paramLabel = "SEVERITY",
            description = "exit with 5 if a departure is at least this severe: ${COMPLETION-CANDIDATES}") private @Nullable Severity failOn;

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    private boolean fails;

    /// What is printed in place of rows where nothing departs.
    private Optional<String> answer = Optional.empty();

    LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Filter> wanted = filter.read(terminal, model.names());
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        int code = new ListingPrinter(terminal, options).print(files, index -> listing(index, wanted.get()));
        if (answer.isPresent()) {
            Writer out = terminal.textWriter();
            out.write(answer.get() + "\n");
            out.flush();
        }
        return code == ExitCode.DONE && fails ? ExitCode.FAIL_ON : code;
    }

    private Listing listing(SipIndex index, Filter wanted) {
        CheckedMessages checked;
        IntStream asked = messages(index, wanted);
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            checked = CheckedMessages.of(index, asked, progress);
        }
        fails = failOn != null && checked.has(failOn);
        if (options.format() != Format.TEXT) {
            return new LintRecords(checked);
        }
        if (checked.isClean()) {
            answer = Optional.of(checked.summary());
        } else if (options.showsProgress()) {
            terminal.report(checked.summary());
        }
        return new LintCounts(checked);
    }

    private IntStream messages(SipIndex index, Filter wanted) {
        return filter.isGiven() ? filter.run(wanted, index, terminal, options.showsProgress()).messages()
                : IntStream.range(0, index.messages().size());
    }
}
