package org.sipsleuth.app.command;

import java.io.IOException;
import java.time.Clock;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.command.triage.TriageLines;
import org.sipsleuth.app.command.triage.TriageRecords;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Verdicts;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.casefile.store.CaseException;
import org.sipsleuth.casefile.triage.JudgedQueue;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth triage`: what an analyst has to decide about, the most urgent first.
@Command(name = "triage",
        description = "Lists the steps of dialogs that are worth a decision, the most urgent first, as the page"
                + " Triage does: a row per step, with the dialogs that have it, who sends it to whom, and with"
                + " --case what analysts decided.",
        footer = {
            "",
            "Columns of csv and json: rank, source (what found it), step (to be named in sipsleuth",
            "case judge --step), title, dialogs, decided (how many of these are decided), senders,",
            "servers, bits, why, file, frame and call_id (of the message from which the first dialog",
            "departs), need (attack, failure, attempt, departure from RFC 3261, rare: rows come in this",
            "order), verdicts (analyst, judgement and scope of each), contradiction (whether verdicts on",
            "the same dialogs differ), log_byte (of a text log).",
            "--filter, --from and --to select the rows that have a dialog with a matching message.",
            "",
            "Examples:",
            "  sipsleuth triage office.pcap",
            "  sipsleuth triage office.pcap --case office.case",
            "  sipsleuth triage monday.pcap tuesday.pcap --limit 10",
            "  sipsleuth triage office.pcap --model office.model --format json"})
final class TriageCommand implements CommonOptions.Holder {

    private final Terminal terminal;
    private final CommonOptions options = CommonOptions.ofRows();
    private final FilterOption filter = options.filter();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    @Option(names = "--model", arity = "1..*", paramLabel = "MODEL",
            description = "models to use, from sipsleuth train (default: the bundled models)") private List<String> models =
                    List.of();

    @Option(names = "--case", paramLabel = "CASE",
            description = "a case file, whose verdicts are listed beside the rows") private @Nullable String caseFile;

    TriageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Filter> wanted =
                filter.read(terminal, models.isEmpty() ? List.of(FilterOption.SHIPPED_MODELS) : models);
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        Optional<Verdicts> verdicts = verdicts();
        if (verdicts.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        Optional<Methods> corrected = filter.methods(terminal);
        Optional<TriageReader.Read> read = corrected.isEmpty() ? Optional.empty()
                : new TriageReader(terminal, corrected.get(), options).read(files, models);
        if (read.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = read.get().queue().index();
        List<JudgedRow> rows = listed(JudgedQueue.of(read.get().queue(), verdicts.get()).rows(), wanted.get(), index);
        if (rows.isEmpty() && (options.format() == Format.TEXT || options.showsProgress())) {
            boolean isFiltered = filter.isGiven() && !read.get().queue().items().isEmpty();
            terminal.report(isFiltered ? "no row has a dialog with a matching message" : read.get().whyEmpty());
        }
        new ListingPrinter(terminal, options)
                .print(options.format() == Format.TEXT ? new TriageLines(rows) : new TriageRecords(rows, index));
        return read.get().isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// Those of the case; nothing, and the reason on standard error, if it cannot be read.
    private Optional<Verdicts> verdicts() throws IOException {
        if (caseFile == null) {
            return Optional.of(new Verdicts(List.of()));
        }
        Author reader = new Author("", "", Clock.systemUTC());
        try (CaseFile opened = CaseFile.openReadOnly(FileName.path(caseFile), reader)) {
            return Optional.of(opened.verdicts());
        } catch (CaseException noCase) {
            terminal.report("--case: " + noCase.getMessage());
            return Optional.empty();
        }
    }

    private List<JudgedRow> listed(List<JudgedRow> all, Filter wanted, SipIndex index) {
        if (!filter.isGiven()) {
            return all;
        }
        BitSet fitting = new BitSet();
        filter.run(wanted, index, terminal, options.showsProgress())
                .messages()
                .forEach(message -> fitting.set(index.messages().dialog(message)));
        return all.stream().filter(row -> row.item().dialogs().stream().anyMatch(fitting::get)).toList();
    }
}
