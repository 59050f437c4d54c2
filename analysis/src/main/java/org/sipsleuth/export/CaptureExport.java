package org.sipsleuth.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.file.MergedFrames;
import org.sipsleuth.capture.wire.PcapngOutput;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.run.RunMonitor;

/// Writes the frames of chosen messages into a file of their own. `docs/EXPORT.md` tells which.
public final class CaptureExport {

    private static final int MICRO_DIGITS = 6;

    private final SipIndex index;
    private final ExportRequest request;
    private final RunMonitor monitor;
    private final MessageFrames messages;
    private final FrameFinder finder;
    private List<MediaStream> streams = List.of();

    private CaptureExport(SipIndex index, ExportRequest request, RunMonitor monitor) {
        this.index = index;
        this.request = request;
        this.monitor = monitor;
        this.messages = new MessageFrames(index, monitor);
        this.finder = new FrameFinder(index.captures(), messages.frames(), messages.sealed());
    }

    /// Whether a file of this name is written as pcapng: `.pcapng`; else as pcap: `.pcap`, `.cap`.
    ///
    /// @throws ExportException if the name ends otherwise
    public static boolean isPcapng(Path file) throws ExportException {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".pcapng")) {
            return true;
        }
        if (name.endsWith(".pcap") || name.endsWith(".cap")) {
            return false;
        }
        throw new ExportException(
                "The name must end with .pcapng, or with .pcap for the older format.");
    }

    /// Writes an export, in the place of a file that may be there, but never of an input.
    ///
    /// @throws ExportException if it is refused
    /// @throws IOException if an input cannot be read, or the file cannot be written
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; nothing
    ///     was written then
    public static Exported write(
            SipIndex index, ExportRequest request, Path file, RunMonitor monitor)
            throws IOException {
        Path target = file.toAbsolutePath();
        boolean isPcapng = isPcapng(target);
        return ExportFile.write(
                index,
                request,
                target,
                monitor,
                beside ->
                        new CaptureExport(index, request, monitor).write(beside, target, isPcapng));
    }

    private Exported write(Path beside, Path target, boolean isPcapng) throws IOException {
        ChosenFrames frames = find();
        KeyLogExcerpt secrets = new KeyLogExcerpt(finder.randoms());
        if (isPcapng) {
            secrets.read(request.options().keyLogs(), finder.keyLogs());
        }
        try (FrameTarget out = isPcapng ? pcapng(beside, secrets) : pcap(beside)) {
            MergedFrames merged = new MergedFrames(index.captures(), "Writing frames", monitor);
            while (merged.next()) {
                int file = merged.file();
                if (frames.has(file, merged.frame().number())) {
                    out.copy(
                            file,
                            index.captures().get(file).bytes(),
                            merged.frame(),
                            merged.reader(file));
                }
            }
            String sha256 = out.finish();
            return new Exported(
                    target,
                    out.bytes(),
                    sha256,
                    frames.count(),
                    request.messages().cardinality(),
                    others(frames),
                    streams,
                    secrets.size(),
                    isPcapng ? List.of() : lost());
        }
    }

    private ChosenFrames find() throws IOException {
        messages.find(request.messages());
        finder.find(messages.hasStreams(), monitor);
        ChosenFrames frames = messages.frames();
        if (request.hasMedia()) {
            boolean once = request.options().countsOnce();
            streams =
                    MediaStreams.of(
                                    index,
                                    request.dialogs(),
                                    once,
                                    packet -> frames.addAll(packet.frames()),
                                    monitor)
                            .streams();
        }
        return frames;
    }

    private FrameTarget pcapng(Path beside, KeyLogExcerpt secrets) throws IOException {
        SectionNotes notes = new SectionNotes(index, request, messages.frames());
        PcapngOutput out = new PcapngOutput(beside, notes.options(finder.sections(), monitor));
        secrets.parts().forEach(out::secrets);
        return new PcapngTarget(out);
    }

    private FrameTarget pcap(Path beside) {
        boolean hasNanos =
                index.files().stream().anyMatch(file -> file.timeDigits() > MICRO_DIGITS);
        return new PcapTarget(beside, hasNanos);
    }

    /// What pcap has no room for.
    private List<String> lost() {
        List<String> lost = new ArrayList<>();
        boolean hasComments =
                index.files().stream()
                        .map(CaptureSummary::notes)
                        .anyMatch(notes -> notes.commentCount() > 0);
        if (hasComments) {
            lost.add("comments");
        }
        if (!finder.randoms().isEmpty()) {
            lost.add("TLS secrets");
        }
        lost.add("where the frames come from");
        return lost;
    }

    /// How many messages lie wholly in the chosen frames without being chosen.
    private long others(ChosenFrames frames) {
        BitSet chosen = request.messages();
        long others = 0;
        for (int message = 0; message < index.messages().size(); message++) {
            if (!chosen.get(message)) {
                boolean isThere = true;
                for (Provenance.Piece piece : index.provenance(message).pieces()) {
                    isThere &= frames.has(piece.file(), piece.frame());
                }
                others += isThere ? 1 : 0;
            }
        }
        return others;
    }
}
