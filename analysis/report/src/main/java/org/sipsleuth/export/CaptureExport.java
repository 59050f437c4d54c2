package org.sipsleuth.export;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.file.MergedFrames;
import org.sipsleuth.capture.wire.PcapngOutput;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.run.RunMonitor;

/// Writes the frames of chosen messages into a file of their own. `docs/EXPORT.md` lists which.
public final class CaptureExport {

    /// Notices each frame that is written, in the order of the new file.
    @FunctionalInterface
    public interface FrameObserver {

        /// Notices the next frame.
        ///
        /// @param file the number of its file in the index
        /// @param frame its number there, from 1
        void written(int file, int frame);
    }

    private static final int MICRO_DIGITS = 6;

    private final SipIndex index;
    private final ExportRequest request;
    private final RunMonitor monitor;
    private final MessageFrames messages;
    private final FrameFinder finder;
    private final FrameObserver observer;
    private List<MediaStream> streams = List.of();

    private CaptureExport(SipIndex index, ExportRequest request, RunMonitor monitor, FrameObserver observer) {
        this.index = index;
        this.request = request;
        this.monitor = monitor;
        this.observer = observer;
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
        throw new ExportException("The name must end with .pcapng, or with .pcap for the older format.");
    }

    /// Writes an export.
    ///
    /// @throws ExportException if it is refused
    /// @throws IOException if an input cannot be read, or the file cannot be written
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop; nothing
    ///     was written then
    public static Exported write(SipIndex index, ExportRequest request, ExportOutput output, RunMonitor monitor)
            throws IOException {
        return write(index, request, output, monitor, (_, _) -> {});
    }

    /// The same, with an observer of the frames.
    public static Exported write(SipIndex index, ExportRequest request, ExportOutput output, RunMonitor monitor,
            FrameObserver observer) throws IOException {
        return ExportFile.write(index, request, output, monitor,
                new CaptureExport(index, request, monitor, observer)::write);
    }

    private Exported write(ExportOutput output) throws IOException {
        boolean isPcapng = output.isPcapng();
        ChosenFrames frames = find();
        KeyLogExcerpt secrets = new KeyLogExcerpt(finder.randoms());
        if (isPcapng) {
            secrets.read(request.options().keyLogs(), finder.keyLogs());
        }
        SectionNotes notes = new SectionNotes(index, request, messages.frames());
        List<String> origin = notes.origin(monitor);
        WritableByteChannel target = output.capture().channel();
        try (FrameTarget out = isPcapng ? pcapng(target, origin, secrets) : pcap(target)) {
            MergedFrames merged = new MergedFrames(index.captures(), "Writing frames", monitor);
            while (merged.next()) {
                int file = merged.file();
                if (frames.has(file, merged.frame().number())) {
                    out.copy(file, index.captures().get(file).bytes(), merged.frame(), merged.reader(file));
                    observer.written(file, merged.frame().number());
                }
            }
            String sha256 = out.finish();
            return new Exported(output.capture().target(), out.bytes(), sha256, frames.count(),
                    request.messages().cardinality(), others(frames), streams, secrets.size(),
                    Stream.concat(made(frames), isPcapng ? Stream.empty() : lost().stream()).toList(), origin);
        }
    }

    private ChosenFrames find() throws IOException {
        messages.find(request.messages());
        finder.find(messages.hasStreams(), monitor);
        ChosenFrames frames = messages.frames();
        if (request.hasMedia()) {
            boolean once = request.options().countsOnce();
            streams = MediaStreams.of(index, request.dialogs(), once, packet -> frames.addAll(packet.frames()), monitor)
                    .streams();
        }
        return frames;
    }

    private FrameTarget pcapng(WritableByteChannel target, List<String> origin, KeyLogExcerpt secrets) {
        boolean isPart = request.isPartOf(index);
        PcapngOutput out =
                new PcapngOutput(target, SectionNotes.options(origin, isPart ? List.of() : finder.sections()));
        secrets.parts().forEach(out::secrets);
        return new PcapngTarget(out, isPart);
    }

    private FrameTarget pcap(WritableByteChannel target) {
        boolean hasNanos = index.files().stream().anyMatch(file -> file.timeDigits() > MICRO_DIGITS);
        return new PcapTarget(target, hasNanos);
    }

    /// That a text log has no frames that could be kept.
    private Stream<String> made(ChosenFrames frames) {
        long made = IntStream.range(0, index.files().size())
                .filter(file -> index.files().get(file).log().isPresent())
                .mapToLong(frames::count)
                .sum();
        return made == 0 ? Stream.empty()
                : Stream.of("original frames, which a text log has not: packets made from its messages: " + made);
    }

    /// What pcap has no room for.
    private List<String> lost() {
        List<String> lost = new ArrayList<>();
        boolean hasComments = index.files()
                .stream()
                .filter(file -> file.log().isEmpty())
                .map(CaptureSummary::notes)
                .anyMatch(notes -> notes.commentCount() > 0);
        if (hasComments) {
            lost.add("comments");
        }
        if (!finder.randoms().isEmpty()) {
            lost.add("TLS secrets");
        }
        return lost;
    }

    /// The number of messages wholly within the chosen frames that were not chosen.
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
