package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.DialogChoice;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.ModelOption;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.listing.ExportRecords;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.StandardOutput;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.export.CaptureExport;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.export.Exported;
import org.sipsleuth.export.anonymize.AnonymizedExport;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.text.FileName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `sipsleuth export`: original frames of chosen dialogs, as a capture of their own.
@Command(name = "export",
        description = {
            "Writes the original frames of dialogs to a pcapng or pcap file: the frames with their"
                    + " messages, including all IP fragments and TCP segments, and with --media their"
                    + " RTP and RTCP. Bytes, timestamps, link types and the comments of these frames"
                    + " are kept; pcapng also records the origin of the frames with the SHA-256 of each"
                    + " input. Without --call-id all dialogs are exported."},
        footer = {
            "",
            "Columns of csv and json: file, sha256, bytes, frames, messages, other_messages,",
            "rtp_streams, rtp_packets, rtcp_packets, tls_secrets, lost.",
            "",
            "Examples:",
            "  sipsleuth export call.pcap -o one.pcapng --call-id 1-12345@192.0.2.1 --media",
            "  sipsleuth export ring_*.pcap -o sip.pcapng",
            "  sipsleuth export call.pcap -o failed.pcapng --filter 'dialog.outcome == \"failed\"'",
            "  sipsleuth export incident.pcap -o for-others.pcap --anonymize --media",
            "  sipsleuth export call.pcap -o - --call-id 1-12345@192.0.2.1 | tshark -r -"})
final class ExportCommand implements CommonOptions.Holder {

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofMessages();

    private final FilterOption filter = options.filter();

    @Mixin private ModelOption model = new ModelOption();

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "captures (pcap, pcapng) and text logs") private List<String> files = List.of();

    @Option(names = {"-o", "--output"}, paramLabel = "OUT", required = true,
            description = {
                "output file, .pcapng or .pcap; - is standard output (pcapng, or pcap with"
                        + " --anonymize), with the export report on standard error"}) private String output = "";

    @Option(names = "--call-id", paramLabel = "ID",
            description = "a dialog's Call-ID; can be given several times") private List<String> callIds = List.of();

    @Option(names = "--media",
            description = "include the RTP and RTCP that the dialogs' SDP announces") private boolean hasMedia;

    @Mixin private AnonymizationOptions anonymization = new AnonymizationOptions();

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        ExportOutput target;
        try {
            checkOptions(FileName.path(output));
            target = target();
        } catch (InvalidPathException noName) {
            terminal.report(output + ": not a valid file name on this system");
            return ExitCode.WRONG_USAGE;
        } catch (ExportException otherName) {
            terminal.report("export: " + otherName.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        if (anonymization.areWanted() && !anonymization.isKeyReadable(terminal)) {
            return ExitCode.UNREADABLE_INPUT;
        }
        Optional<Filter> wanted = filter.read(terminal, model.names());
        if (wanted.isEmpty()) {
            return filter.exitCode();
        }
        CaptureFiles reader = options.captureFiles(terminal);
        ReadCaptures<SipIndex> captures = reader.read(files);
        if (captures.content().isEmpty()) {
            return ExitCode.UNREADABLE_INPUT;
        }
        SipIndex index = captures.content().get();
        Optional<int[]> dialogs = dialogs(index.dialogs());
        if (dialogs.isEmpty()) {
            return ExitCode.WRONG_USAGE;
        }
        ExportRequest request =
                filter.isGiven()
                        ? ExportRequest.ofMessages(index, fitting(wanted.get(), index, dialogs.get()), hasMedia,
                                reader.options())
                        : ExportRequest.ofDialogs(index, dialogs.get(), hasMedia, reader.options());
        int code = export(index, request, target);
        return code == ExitCode.DONE && !captures.isComplete() ? ExitCode.UNREADABLE_INPUT : code;
    }

    /// The messages of these dialogs that fit the filter.
    private BitSet fitting(Filter wanted, SipIndex index, int[] dialogs) {
        BitSet among = new BitSet();
        IntStream.of(dialogs).forEach(among::set);
        BitSet found = new BitSet();
        filter.run(wanted, index, terminal, options.showsProgress())
                .messages()
                .filter(message -> among.get(index.messages().dialog(message)))
                .forEach(found::set);
        return found;
    }

    private boolean isToStandardOutput() {
        return output.equals(StandardOutput.NAME);
    }

    private ExportOutput target() throws IOException {
        return isToStandardOutput()
                ? ExportOutput.to(StandardOutput.forBinary(terminal, "a capture"), !anonymization.areWanted())
                : ExportOutput.at(FileName.path(output), rules());
    }

    private void checkOptions(Path target) throws ExportException {
        if (anonymization.areWanted() && !isToStandardOutput()) {
            anonymization.check(target);
        } else if (anonymization.areWanted()) {
            anonymization.checkKey(target);
        }
        anonymization.check();
    }

    private OutputRules rules() {
        return options.outputRules(Stream.concat(files.stream(), model.names().stream()).toList())
                .with(anonymization.inputs());
    }

    private Exported write(SipIndex index, ExportRequest request, ExportOutput target, ProgressLine progress)
            throws IOException {
        if (!anonymization.areWanted()) {
            return CaptureExport.write(index, request, target, progress);
        }
        return AnonymizedExport.write(index, request, anonymization.open(index, terminal, progress), target, progress);
    }

    /// The dialogs that are meant; empty if one is not there, and then the user knows.
    private Optional<int[]> dialogs(DialogTable dialogs) {
        return callIds.isEmpty() ? Optional.of(IntStream.range(0, dialogs.size()).toArray())
                : new DialogChoice(terminal, output, dialogs).of(callIds)
                        .map(found -> found.stream().mapToInt(Integer::intValue).toArray());
    }

    private int export(SipIndex index, ExportRequest request, ExportOutput target) throws IOException {
        Exported exported;
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            exported = write(index, request, target, progress);
        } catch (ExportException refused) {
            terminal.report("export: " + refused.getMessage());
            return ExitCode.WRONG_USAGE;
        }
        ExportRecords records = new ExportRecords(exported, output);
        Terminal results = isToStandardOutput() ? terminal.withResultsOnError() : terminal;
        if (options.format() == Format.TEXT) {
            Writer out = results.textWriter();
            records.report(hasMedia, out);
            out.flush();
        } else {
            new ListingPrinter(results, options).print(records);
        }
        return ExitCode.DONE;
    }
}
