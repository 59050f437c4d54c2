package org.sipsleuth.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.input.CaptureFiles;
import org.sipsleuth.app.command.input.FilterOption;
import org.sipsleuth.app.command.input.InputFiles;
import org.sipsleuth.app.command.input.ModelFiles;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.listing.CaptureRecords;
import org.sipsleuth.app.command.listing.CaptureReport;
import org.sipsleuth.app.command.model.ModelListing;
import org.sipsleuth.app.command.model.ModelReport;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.FileDigests;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Json;
import org.sipsleuth.report.rows.RowWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// `sipsleuth info`: what is in a capture or a model, and what could not be read.
final class InfoCommand implements CommonOptions.Holder {

    /// Of larger captures the text includes the SHA-256 on demand: on a processor without
    /// instructions for it, computing it takes longer than all the rest.
    private static final long MOST_BYTES_TO_HASH = 64_000_000;

    private final Terminal terminal;

    private final CommonOptions options = CommonOptions.ofRows();

    private final FilterOption filter = options.filter();

    private final PositionalParamSpec files = PositionalParamSpec.builder()
            .arity("1..*")
            .required(true)
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("captures (pcap, pcapng), text logs and models")
            .build();

    private final OptionSpec sha256 = CommonOptions
            .flag("also compute the SHA-256 of captures above 64 MB (always computed for csv and json)", "--sha256");

    InfoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Built by hand: with annotations, here and in [CommonOptions], `info` of a small capture
    /// takes 0.14 to 0.15 s instead of 0.11 s.
    CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.addPositional(files).addOption(sha256);
        spec.usageMessage()
                .description("Summarises each capture and lists what could not be decoded; for a"
                        + " trained model, shows what it was trained on and how.")
                .footer("", "Fields of csv and json: file, sha256, format, bytes, link_types, packets,",
                        "sip_messages, dialogs, first_time, last_time (seconds since the epoch),",
                        "not_decoded (reason and frames), defects (reason and messages), truncated.",
                        "json adds: repeated_frames (frames already in another file), place (1 for the",
                        "file that begins first), previous (the earlier file that ends last), gap",
                        "(seconds from its end, negative if they overlap), hole (whether the gap is",
                        "above 1 s and more than twice the longest pause in both files), dropped",
                        "(packets lost during capture), snapped (frames cut by the snap length),",
                        "secrets_left_out (blocks of TLS secrets beyond 16 MiB), interfaces,",
                        "comment_count, comments (frame, text), names (of addresses) and, for damaged",
                        "files, damage (offset, what). Models follow the captures: file, sha256,",
                        "format, bytes and, in json, model (all its properties, see docs/MODELS.md).", "",
                        "--filter, --from and --to select the captures with a matching message.", "", "Examples:",
                        "  sipsleuth info call.pcap",
                        "  sipsleuth info ring_*.pcap           including the order of the files",
                        "  sipsleuth info office.model          what a model was trained on",
                        "  sipsleuth info --format json *.pcap | jq '.[].sha256'");
        return spec;
    }

    @Override
    public CommonOptions options() {
        return options;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Filter> wanted =
                filter.isGiven() ? filter.read(terminal, List.of(FilterOption.SHIPPED_MODELS)) : Optional.empty();
        if (filter.isGiven() && wanted.isEmpty()) {
            return filter.exitCode();
        }
        InputFiles given = InputFiles.of(files.getValue());
        FileDigests digests = FileDigests.begin(given.captures(), mostBytesToHash());
        List<CaptureSummary> summaries = List.of();
        boolean isComplete = true;
        boolean isRead = false;
        if (!given.captures().isEmpty()) {
            ReadCaptures<List<CaptureSummary>> captures = summaries(given.captures(), wanted);
            summaries = options.limited(captures.content().orElse(List.of()));
            isComplete = captures.isComplete();
            isRead = captures.content().isPresent();
        }
        Optional<ModelListing> models = models(given.models());
        if (isRead || models.isPresent()) {
            print(summaries, digests, models);
        }
        if (!given.models().isEmpty()) {
            isComplete &= models.isPresent() && models.get().size() == given.models().size();
        }
        return isComplete ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    /// The captures; with a filter, those that have a message that fits.
    private ReadCaptures<List<CaptureSummary>> summaries(List<String> captures, Optional<Filter> wanted) {
        CaptureFiles reader = options.captureFiles(terminal);
        if (wanted.isEmpty()) {
            return reader.summarize(captures);
        }
        ReadCaptures<SipIndex> read = reader.read(captures);
        return new ReadCaptures<>(read.content().map(index -> withFitting(index, wanted.get())), read.files(),
                read.isComplete());
    }

    private List<CaptureSummary> withFitting(SipIndex index, Filter wanted) {
        MessageSet fitting = filter.run(wanted, index, terminal, options.showsProgress());
        BitSet fit = new BitSet();
        fitting.messages().map(index.messages()::file).forEach(fit::set);
        return fit.stream().mapToObj(index.files()::get).toList();
    }

    private long mostBytesToHash() {
        boolean isShort = options.format() == Format.TEXT && !CommonOptions.isGiven(sha256);
        return isShort ? MOST_BYTES_TO_HASH : Long.MAX_VALUE;
    }

    /// Those that can be read, if any can; without models nothing of them is loaded.
    private Optional<ModelListing> models(List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        ModelListing models = ModelListing.read(names, new ModelFiles(terminal));
        return models.size() == 0 ? Optional.empty() : Optional.of(models);
    }

    private void print(List<CaptureSummary> summaries, FileDigests digests, Optional<ModelListing> models)
            throws IOException {
        switch (options.format()) {
            case TEXT -> printText(summaries, digests, models);
            case JSON -> {
                JsonGenerator json = Json.report(terminal.dataWriter());
                json.writeStartArray();
                writeObjects(summaries, digests, models, json, _ -> {});
                json.writeEndArray();
                Json.end(json);
            }
            case JSONL -> {
                JsonGenerator json = Json.lines(terminal.dataWriter());
                writeObjects(summaries, digests, models, json, Json::endLine);
                json.flush();
            }
            case CSV -> {
                CaptureRecords records = new CaptureRecords(summaries, digests);
                try (RowWriter writer =
                        RowWriter.open(Format.CSV, records.columns(), terminal, false, options.isRawCsv())) {
                    records.writeTo(writer, options.faults().to(terminal));
                    if (models.isPresent()) {
                        models.get().writeRows(records.columns(), writer);
                    }
                }
            }
        }
    }

    private static void writeObjects(List<CaptureSummary> summaries, FileDigests digests, Optional<ModelListing> models,
            JsonGenerator json, Json.Part after) throws IOException {
        new CaptureRecords(summaries, digests).writeJson(json, after);
        if (models.isPresent()) {
            models.get().writeJson(json, after);
        }
    }

    private void printText(List<CaptureSummary> summaries, FileDigests digests, Optional<ModelListing> models)
            throws IOException {
        Writer writer = terminal.textWriter();
        boolean isColoured = options.isColoured(terminal);
        new CaptureReport(terminal, isColoured).write(summaries, digests, writer);
        if (models.isPresent()) {
            if (!summaries.isEmpty()) {
                writer.write('\n');
            }
            new ModelReport(terminal, isColoured).write(models.get().models(), writer);
        }
        writer.flush();
    }
}
