package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import org.sipsleuth.app.command.input.FileDigests;
import org.sipsleuth.app.command.input.ReadCaptures;
import org.sipsleuth.app.command.listing.CaptureRecords;
import org.sipsleuth.app.command.listing.CaptureReport;
import org.sipsleuth.app.command.output.Format;
import org.sipsleuth.app.command.output.RowWriter;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.CaptureSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sipsleuth info`: what is in a capture, and what could not be read.
@Command(
        name = "info",
        description = "Says what is in each capture, and what could not be read.",
        footer = {
            "",
            "Fields of csv and json: file, sha256, format, bytes, link_types, packets,",
            "sip_messages, dialogs, first_time, last_time (seconds since the epoch),",
            "not_decoded (reason and frames), defects (reason and messages), truncated; json has",
            "beside them repeated_frames (that another of the files gave before), place (1 for",
            "the file that begins first), previous (the file before it that reaches furthest),",
            "gap (seconds from its end, negative where both overlap), hole (whether the gap is",
            "above 1 s and above twice any pause within both files), dropped (packets lost while",
            "capturing), snapped (frames cut by the snap length), interfaces, comment_count,",
            "comments (frame, text), names (of addresses) and, if a file is damaged, damage",
            "(offset, what).",
            "",
            "Examples:",
            "  sipsleuth info call.pcap",
            "  sipsleuth info ring_*.pcap           also how the files follow each other",
            "  sipsleuth info --format json *.pcap | jq '.[].sha256'"
        })
final class InfoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private CommonOptions options = new CommonOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "captures (pcap, pcapng)")
    private List<String> files = List.of();

    InfoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        FileDigests digests = FileDigests.begin(files);
        ReadCaptures<List<CaptureSummary>> captures =
                options.captureFiles(terminal).summarize(files);
        if (captures.content().isPresent()) {
            print(captures.content().get(), digests);
        }
        return captures.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private void print(List<CaptureSummary> summaries, FileDigests digests) throws IOException {
        CaptureRecords records = new CaptureRecords(summaries, digests);
        switch (options.format()) {
            case TEXT -> {
                Writer writer = terminal.textWriter();
                boolean isColoured = options.isColoured(terminal);
                new CaptureReport(terminal, isColoured).write(summaries, digests, writer);
                writer.flush();
            }
            case JSON -> records.writeJson(terminal.dataWriter());
            case CSV -> {
                try (RowWriter writer =
                        RowWriter.open(Format.CSV, records.columns(), terminal, false)) {
                    records.writeTo(writer);
                }
            }
        }
    }
}
