package org.sipsleuth.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.listing.ChosenRows;
import org.sipsleuth.app.command.listing.DialogLines;
import org.sipsleuth.app.command.listing.DialogRecords;
import org.sipsleuth.app.command.listing.FieldColumns;
import org.sipsleuth.app.command.listing.LegColumns;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.problem.ProblemSearch;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogValue;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth dialogs`: a row per dialog.
@Command(name = "dialogs", description = "Lists all dialogs (messages with the same Call-ID), one row per dialog.",
        footer = {
            "",
            "Columns of csv and json: call_id, first_frame, start, duration, messages,",
            "retransmissions, sequence, state, final_status, caller, callee, src_ip, dst_ip,",
            "user_agent, codecs, outcome, cause, hints, files, earlier_calls. start is in seconds since",
            "the epoch,",
            "duration in seconds; sequence is the message types in order",
            "(\"INVITE 100 180 200 ACK BYE 200\").",
            "--columns selects other columns: setup_time, cause, server, request:Subject … (all fields",
            "of docs/FIELDS.md, and any header field of the first request or response), and",
            "problem.kind, problem.severity, problem.title, problem.call (docs/PROBLEMS.md).",
            "--legs appends: legs (the number of the call; dialogs with the same number are its legs;",
            "empty for a dialog without other legs), leg_confidence (0 to 1), leg_of (the Call-ID of",
            "the leg it most likely belongs to), leg_evidence (kinds of evidence, the strongest first).",
            "--filter keeps the dialogs with a matching message; with --model it can also use the",
            "models' findings and the dialogs unknown to them (docs/FILTER.md).",
            "",
            "Examples:",
            "  sipsleuth dialogs call.pcap",
            "  sipsleuth dialogs --filter 'dialog.outcome == \"dropped\"' call.pcap",
            "  sipsleuth dialogs --filter 'dialog.unknown == 1' --model shipped call.pcap",
            "  sipsleuth dialogs --format csv *.pcap > dialogs.csv",
            "  sipsleuth dialogs --columns call_id,setup_time,cause,reason,response:Server call.pcap",
            "  sipsleuth dialogs --columns call_id,problem.severity,problem.title call.pcap",
            "  sipsleuth dialogs --legs --format csv b2bua.pcap",
            "  sipsleuth dialogs --format json call.pcap | jq '.[] | select(.outcome==\"dropped\")'"})
final class DialogsCommand implements CommonOptions.Holder {

    /// The fields of problems, which can be columns, too.
    private static final List<String> PROBLEM_FIELDS =
            new ProblemMethod().fields(Optional.empty()).stream().map(DynamicField::name).toList();

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    @Option(names = "--columns", split = ",", paramLabel = "FIELD",
            description = "show these fields instead, separated by commas") private List<String> columns = List.of();

    @Spec private CommandSpec spec = CommandSpec.create();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Mixin private LegOptions legs = new LegOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    DialogsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        List<String> chosen = columns.stream().map(this::column).toList();
        Optional<Filter> wanted = filter.read(terminal, model.names());
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        boolean hasProblems = chosen.stream().anyMatch(PROBLEM_FIELDS::contains);
        Optional<ProblemSearch> search = hasProblems ? ProblemSearch.of(terminal, filter) : Optional.empty();
        return hasProblems && search.isEmpty() ? ExitCode.UNREADABLE_INPUT
                : new ListingPrinter(terminal, options).print(files,
                        index -> listing(index, wanted.get(), chosen, search));
    }

    /// The name of a column as it is listed.
    private String column(String name) {
        String asked = name.strip();
        return DialogValue.of(asked)
                .map(DialogValue::key)
                .or(() -> PROBLEM_FIELDS.stream().filter(asked::equalsIgnoreCase).findFirst())
                .orElseThrow(() -> new ParameterException(spec.commandLine(), "no such field: " + name));
    }

    /// @param search reads problems, if any of the columns is about them
    private Listing chosen(SipIndex index, List<String> chosen, Optional<ProblemSearch> search) {
        Listing dialogs =
                new DialogRecords(index, chosen.stream().flatMap(each -> DialogValue.of(each).stream()).toList());
        if (search.isEmpty()) {
            return dialogs;
        }
        List<DynamicField> fields = new ProblemMethod().fields(search.get().in(index, options.showsProgress()));
        return new FieldColumns(dialogs, fields, index, chosen);
    }

    private Listing listing(SipIndex index, Filter wanted, List<String> chosen, Optional<ProblemSearch> search) {
        Listing dialogs = chosen.isEmpty() ? listing(index) : chosen(index, chosen, search);
        Listing all = legs.wanted() ? new LegColumns(dialogs, legs.of(index, terminal, options)) : dialogs;
        return filter.isGiven()
                ? new ChosenRows(all, filter.run(wanted, index, terminal, options.showsProgress()).dialogs())
                : all;
    }

    private Listing listing(SipIndex index) {
        return options.format() == Format.TEXT ? new DialogLines(index) : new DialogRecords(index);
    }
}
