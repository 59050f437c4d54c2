package org.sipsleuth.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.call.CallRows;
import org.sipsleuth.app.command.call.CallSummary;
import org.sipsleuth.app.command.call.CallTableOptions;
import org.sipsleuth.app.command.call.CallTables;
import org.sipsleuth.app.command.call.CallUserRows;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelFiles;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.input.RegionConverter;
import org.sipsleuth.app.command.listing.JoinedRows;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.anonymize.message.UserPseudonyms;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.social.detection.SocialFlags;
import org.sipsleuth.social.detection.SocialMethod;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.CallLegs;
import org.sipsleuth.transaction.TransactionTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sipsleuth calls`: a row per call between two users, from captures or tables of call records.
@Command(name = "calls",
        description = {
            "Lists the calls between users, one row per call: further legs that a server makes, and"
                    + " repetitions with credentials, belong to the call."},
        footer = {
            "",
            "Columns of csv and json: start, caller, callee, answered, talk_seconds, call_ids (of all",
            "legs), first_frame, line (of a table), file, log_byte. start is in seconds since the epoch. A",
            "caller who withholds the number is the one of P-Asserted-Identity, else \"withheld\".",
            "Service codes are left out; what is left out is counted on standard error, and in json",
            "by an object left_out behind the rows.",
            "With --users: user, calls_made, calls_received, answered (of those made), minutes,",
            "callees, callers, flagged, reasons, p, svm, svm_limit (docs/METHOD-SOCIAL.md); users are",
            "judged by the --model of social behaviour, else by the bundled one, without p.",
            "Tables (--csv-records) are comma-, semicolon- or tab-separated, with a head or as Asterisk,",
            "FreeSWITCH and 3CX write them without (docs/CALL-RECORDS.md). Columns are",
            "recognised by common names; --column names others, and chooses where two columns could",
            "be the same. Rows that cannot be read are counted and the first of them named.",
            "",
            "Examples:",
            "  sipsleuth calls day.pcap",
            "  sipsleuth calls --filter 'dialog.outcome == \"dropped\"' day.pcap",
            "  sipsleuth calls --users --format csv *.pcap > users.csv",
            "  sipsleuth calls --csv-records --users cdr.csv",
            "  sipsleuth calls --csv-records --column caller=ANI --column callee=DNIS --column start=At cdr.csv"})
final class CallsCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Mixin private CallTableOptions tableOptions = new CallTableOptions();

    @Option(names = "--users", description = "list the users, and who of them is flagged") private boolean listsUsers;

    @Option(names = "--home-region", paramLabel = "COUNTRY", converter = RegionConverter.class,
            description = "the country where numbers without + were dialled (ISO code, such as DE), so"
                    + " that all ways to write a number are one user") private @Nullable String region;

    @Option(names = "--anonymize",
            description = "write pseudonyms instead of the users of tables; for captures, list an"
                    + " anonymised copy (export --anonymize)") private boolean isAnonymous;

    @Option(names = "--key", paramLabel = "FILE",
            description = "secret key for the pseudonyms, created if missing, so that they match those of"
                    + " copies made with it (default: a new key that is not kept)") private @Nullable Path key;

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs; with --csv-records, tables") private List<String> files =
                    List.of();

    private @Nullable ModelFile judge;

    @Spec private CommandSpec spec = CommandSpec.create();

    CallsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        if (key != null && !isAnonymous) {
            throw wrong("--key requires --anonymize");
        }
        if (isAnonymous && !tableOptions.areTables()) {
            throw wrong("--anonymize is for tables (--csv-records); of captures, make a copy with"
                    + " export --anonymize, and list that");
        }
        UserNames names;
        try {
            names = names();
        } catch (IOException obstacle) {
            terminal.report(String.valueOf(obstacle.getMessage()));
            return ExitCode.WRONG_USAGE;
        }
        Optional<ModelFile> judging = judging();
        if (judging.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        judge = judging.get();
        if (tableOptions.areTables()) {
            if (filter.isGiven()) {
                throw wrong("--filter is for captures; tables have no messages");
            }
            return ofTables(names);
        }
        Optional<String> fault = tableOptions.fault();
        if (fault.isPresent()) {
            throw wrong(fault.get());
        }
        Optional<Filter> wanted = filter.read(terminal, model.names());
        return wanted.isEmpty() ? filter.exitCode()
                : new ListingPrinter(terminal, options).print(files, index -> ofCapture(index, wanted.get(), names));
    }

    private UserNames names() throws IOException {
        UserNames names = region == null ? UserNames.AS_WRITTEN : new UserNames(Optional.of(region), Map.of());
        return isAnonymous
                ? names.replacedBy(
                        new UserPseudonyms(key == null ? AnonymizationKey.random() : AnonymizationKey.open(key)))
                : names;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private Listing ofCapture(SipIndex index, Filter wanted, UserNames names) {
        Predicate<Call> isWanted = _ -> true;
        if (filter.isGiven()) {
            var dialogs = filter.run(wanted, index, terminal, options.showsProgress())
                    .dialogs()
                    .boxed()
                    .collect(Collectors.toSet());
            isWanted = call -> dialogs.contains(call.first().dialog());
        }
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            TransactionTable table = TransactionTable.of(index, progress);
            CapturedCalls calls = listsUsers ? CapturedCalls.counted(table, names, isWanted)
                    : CapturedCalls.withWithheld(table, names, isWanted);
            calls.leftOut().sentence("call").ifPresent(progress::report);
            if (listsUsers) {
                return users(calls.records(), Map.of(), calls.leftOut().byReason(), progress);
            }
            CallLegs legs = CallLegs.of(table);
            if (isForPeople()) {
                progress.report(CallSummary.of(calls.records(), legs.furtherLegs()));
            }
            return CallRows.of(index, calls, legs, isForPeople());
        }
    }

    private int ofTables(UserNames names) throws IOException {
        CallTables tables = tableOptions.tables(terminal, names);
        Optional<Listing> listing;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            listing = listsUsers
                    ? tables.joined(files, progress)
                            .map(records -> users(records, tables.calls(), tables.leftOut(), progress))
                    : rows(tables.read(files, progress));
        }
        if (listing.isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        new ListingPrinter(terminal, options).print(listing.get());
        return tables.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private Optional<Listing> rows(List<CallTables.Read> tables) {
        List<Listing> each = tables.stream()
                .map(table -> CallRows.of(table.file(), table.calls(), isForPeople()))
                .map(Listing.class::cast)
                .toList();
        return each.isEmpty() ? Optional.empty() : Optional.of(JoinedRows.of(each));
    }

    private boolean isForPeople() {
        return options.format() == Format.TEXT;
    }

    private Listing users(CallRecords records, Map<String, Long> tables, Map<String, Long> leftOut,
            ProgressLine progress) {
        try {
            SocialFlags flags = SocialMethod.flags(Objects.requireNonNull(judge), records, tables, progress);
            flags.notJudged().forEach(sentence -> progress.report(sentence.text()));
            return new CallUserRows(records, flags, leftOut);
        } catch (ModelFormatException wrong) {
            throw wrong("--model: " + wrong.getMessage());
        }
    }

    /// The model by which users are judged: the first of social behaviour that is given, else the
    /// bundled one; empty if one of those given cannot be read.
    private Optional<ModelFile> judging() throws IOException {
        List<String> given =
                model.names().stream().filter(name -> listsUsers && !name.equals(FilterOption.SHIPPED_MODELS)).toList();
        ModelFile shipped = new SocialMethod().shipped();
        return new ModelFiles(terminal).read(given)
                .map(models -> models.stream()
                        .filter(each -> each.kind().equals(SocialMethod.NAME))
                        .findFirst()
                        .orElse(shipped));
    }
}
