package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.FrameReader;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.fault.NetworkFaults;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.column.EncapsulationPool.Encapsulation;
import org.sipsleuth.dialog.coverage.ClockEnd;
import org.sipsleuth.dialog.coverage.FileSpan;
import org.sipsleuth.dialog.coverage.GapTally;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.dialog.part.BlockSource;
import org.sipsleuth.dialog.part.ExtractedMessage;
import org.sipsleuth.dialog.part.FrameBlock;
import org.sipsleuth.dialog.part.PartReader;
import org.sipsleuth.dialog.shared.DuplicateFrames;
import org.sipsleuth.dialog.shared.DuplicateMessages;
import org.sipsleuth.dialog.stream.SipExtractor;
import org.sipsleuth.sip.DefectKind;
import org.sipsleuth.sip.SipLayout;

/// One capture file being read into the index: its frames in order, and what is counted of them.
final class FileScan {

    /// How many frames are known before it is their turn, at most.
    private static final int MOST_AHEAD = 1 << 16;

    private final int file;
    private final CaptureFile capture;
    private final KeyLog keys;
    private final FrameReader reader;
    private final PartReader parts;
    private final Deque<FrameBlock> ahead = new ArrayDeque<>(0);
    private @Nullable FrameBlock block;
    private int place;
    private Frame frame = new Frame();
    private @Nullable SipExtractor finder;
    private @Nullable FrameAccounting account;
    private @Nullable DuplicateMessages knownMessages;
    private int filesBefore;
    private int continues = FileSpan.NONE;

    private final MessageCount count = new MessageCount();
    private int keyLogsAdded;
    private long frames;
    private long repeated;
    private long beginNanos;
    private long firstNanos;
    private long lastNanos;
    private final ClockEnd clockEnd = new ClockEnd();
    private long longestPauseNanos;
    private final GapTally gaps = new GapTally();

    /// @param file its place among the files of the index
    /// @param keys open TLS; those that the capture carries are added
    /// @param source reads its parts
    FileScan(int file, CaptureFile capture, KeyLog keys, BlockSource source) throws IOException {
        this.file = file;
        this.capture = capture;
        this.keys = keys;
        this.reader = capture.frames(source.channels());
        this.parts = source.parts(reader, file, capture);
    }

    /// Counts frames once that other files yielded before, if they yielded their messages too.
    ///
    /// @param messages those that the files yielded
    void countOnce(DuplicateMessages messages) {
        knownMessages = messages;
    }

    /// Begins to read it as a capture of its own.
    ///
    /// @param pipeline gets its messages
    void begin(IndexPipeline pipeline) {
        SipExtractor its = new SipExtractor(file, capture, keys, pipeline, pipeline.withheld());
        if (knownMessages != null) {
            its.countOnce(knownMessages);
        }
        finder = its;
        account = its.account();
    }

    /// Begins to read it as the part of a capture that comes after another file.
    void goOnFrom(FileScan other) {
        SipExtractor its = other.finder();
        its.goOn(file, capture);
        finder = its;
        account = its.account();
        other.finder = null; // what waits in it is much for very many files
        filesBefore = other.filesBefore + 1;
        continues = other.file;
    }

    /// States that nothing was captured between another file and this one.
    void follows(FileScan other) {
        continues = other.file;
    }

    /// Whether the capture that it is a part of has room for another file.
    boolean mayGoOn() {
        return finder().mayGoOn();
    }

    /// Whether a file that begins at a time begins soon enough after the end of this one to be the
    /// next part of its capture.
    boolean mayBeFollowedAt(long nanos) {
        Span next = new Span(nanos, nanos);
        return new Span(firstNanos, lastNanos).gapTo(next)
                <= FileSpan.longestGapNanos(gaps.usualNanos(), longestPauseNanos);
    }

    /// Whether reading it has begun.
    boolean isBegun() {
        return account != null;
    }

    private SipExtractor finder() {
        return Objects.requireNonNull(finder, "it has not begun");
    }

    /// Its place among the files of the index.
    int number() {
        return file;
    }

    /// How many frames were read.
    long frames() {
        return frames;
    }

    /// Goes to the next frame.
    ///
    /// @return false at the end of the file
    boolean next() {
        place++;
        FrameBlock its = block != null && place < block.size() ? block : nextBlock();
        if (its == null) {
            addKeys(reader.keyLogs().size());
            return false;
        }
        frame = its.frame(place);
        addKeys(its.keyLogs(place));
        if (frames == 0) {
            beginNanos = frame.capturedAtNanos();
        }
        return true;
    }

    private @Nullable FrameBlock nextBlock() {
        if (block != null) {
            parts.done(block);
        }
        if (ahead.isEmpty() || parts.hasRoom()) {
            ahead.addAll(parts.next(false).blocks());
        }
        place = 0;
        block = ahead.poll();
        if (block != null) {
            block.await();
        }
        return block;
    }

    private void addKeys(int known) {
        while (keyLogsAdded < known) {
            keys.add(reader.keyLogs().get(keyLogsAdded++), capture.path().toString());
        }
    }

    /// Whether all that is left of it came by a time, as far as one can look ahead. It stays where
    /// it is.
    boolean endsBy(long nanos) {
        if (frame.capturedAtNanos() > nanos) {
            return false;
        }
        int looked = look(nanos, current(), place + 1, 0);
        for (FrameBlock each : ahead) {
            looked = look(nanos, each, 0, looked);
        }
        while (looked < MOST_AHEAD) {
            List<FrameBlock> more = parts.next(true).blocks();
            if (more.isEmpty()) {
                return true;
            }
            ahead.addAll(more);
            for (FrameBlock each : more) {
                looked = look(nanos, each, 0, looked);
            }
        }
        return false;
    }

    /// Looks at the frames of a block: not farther than at [#MOST_AHEAD], and not beyond one that came
    /// later.
    ///
    /// @return how many were looked at; [#MOST_AHEAD] if one came later
    private static int look(long nanos, FrameBlock block, int from, int before) {
        int looked = before;
        for (int i = from; i < block.size() && looked < MOST_AHEAD; i++) {
            if (block.frame(i).capturedAtNanos() > nanos) {
                return MOST_AHEAD;
            }
            looked++;
        }
        return looked;
    }

    private FrameBlock current() {
        return Objects.requireNonNull(block, "there is no frame");
    }

    /// The earliest time of its frames, once it has begun.
    long firstNanos() {
        return firstNanos;
    }

    /// The time of the current frame.
    long frameNanos() {
        return frame.capturedAtNanos();
    }

    /// Checks whether another file contained the current frame before. Called before [#read].
    ///
    /// @param othersNanos the time of the next frame of another file
    void compare(DuplicateFrames shared, long othersNanos) {
        boolean near = shared.isNear(file, frame.capturedAtNanos(), othersNanos);
        boolean repeats = near && shared.isRepeat(file, current().timeDigits(place), frame);
        if (repeats) {
            repeated++;
        }
        if (knownMessages != null) {
            finder().expect(frame, near, repeats);
        }
    }

    /// Passes the messages of the current frame to the pipeline, or counts why it has none.
    void read() {
        long nanos = frame.capturedAtNanos();
        clockEnd.add(nanos);
        if (frames++ == 0) {
            firstNanos = nanos;
            lastNanos = nanos;
        } else if (nanos > lastNanos) {
            long gap = nanos - lastNanos;
            gaps.add(gap);
            longestPauseNanos = Math.max(longestPauseNanos, gap);
            lastNanos = nanos;
        } else {
            gaps.add(0);
            firstNanos = Math.min(firstNanos, nanos);
        }
        finder().read(current(), place);
    }

    /// Holds none of its bytes until it is read on.
    void rest() {
        if (block != null) {
            block.stayFar();
        }
        reader.release();
    }

    /// Lets go of what was opened to read it.
    void release() {
        reader.release();
    }

    /// Signals that the capture does not continue in another file.
    void finish() {
        finder().finish();
        finder = null;
    }

    /// What is counted of its messages.
    MessageCount count() {
        return count;
    }

    /// How far the reading is, in bytes of the capture.
    long position() {
        return reader.position();
    }

    /// How far it can come.
    long size() {
        return capture.size();
    }

    CaptureFile capture() {
        return capture;
    }

    Path path() {
        return capture.path();
    }

    private FileSpan span() {
        Span captured = frames == 0 ? Span.NONE : new Span(firstNanos, lastNanos);
        return new FileSpan(captured, frames == 0 ? Long.MIN_VALUE : clockEnd.nanos(), count.reported(),
                longestPauseNanos, gaps.usualNanos(), NamedInterfaces.of(reader), continues);
    }

    private NetworkFaults faults() {
        return account == null ? NetworkFaults.NONE : account.faults(filesBefore);
    }

    CaptureSummary summary() {
        return new CaptureSummary(capture.path(), capture.format(), capture.sizeBytes(),
                reader.linkTypes().stream().map(LinkTypes::name).toList(), frames, repeated, count.messages(),
                count.dialogs(), beginNanos, span(), reader.timeDigits(),
                account == null ? List.of() : account.unread(filesBefore),
                account == null ? StreamGaps.NONE : account.gaps(filesBefore), faults(), count.defects(),
                capture.damage(reader), capture.notes(reader), capture.opened(), capture.log());
    }

    /// What is counted of the messages of one file, by the thread that feeds the index. Apart from
    /// what the reading thread counts: two processors that write to the same line of their caches
    /// wait for each other.
    static final class MessageCount {

        private final DialogSet dialogs = new DialogSet();
        private final long[] defects = new long[DefectKind.values().length];
        private long overlaps;
        private long messages;
        private List<String> lastLayers = List.of();
        private boolean isReport;
        private long firstReportNanos = Span.NONE.fromNanos();
        private long lastReportNanos = Span.NONE.toNanos();

        /// Counts a message that the index has taken.
        ///
        /// @param dialog the number of its dialog
        /// @return whether it is the first of its dialog in the file
        boolean add(int dialog, ExtractedMessage found) {
            messages++;
            boolean isFirst = dialogs.add(dialog);
            if (found.arrival.hasOverlap()) {
                overlaps++;
            }
            addDefects(found.layout);
            addTime(found.arrival);
            return isFirst;
        }

        @SuppressWarnings("ReferenceEquality") // most come as the one before
        private void addTime(Arrival arrival) {
            if (arrival.layers() != lastLayers) {
                lastLayers = arrival.layers();
                isReport = Encapsulation.isReport(lastLayers);
            }
            if (isReport) {
                firstReportNanos = Math.min(firstReportNanos, arrival.capturedAtNanos());
                lastReportNanos = Math.max(lastReportNanos, arrival.capturedAtNanos());
            }
        }

        /// From the first to the last message whose time is that of a report.
        Span reported() {
            return new Span(firstReportNanos, lastReportNanos);
        }

        /// A message counts once for each kind of defect it has.
        private void addDefects(SipLayout layout) {
            long counted = 0;
            for (int i = 0; i < layout.defectCount(); i++) {
                int kind = number(layout.defectKind(i));
                if ((counted & 1L << kind) == 0) {
                    counted |= 1L << kind;
                    defects[kind]++;
                }
            }
        }

        @SuppressWarnings("EnumOrdinal") // counted in memory only, and named by values()
        private static int number(DefectKind kind) {
            return kind.ordinal();
        }

        /// How many messages there are.
        long messages() {
            return messages;
        }

        /// How many dialogs they belong to.
        int dialogs() {
            return dialogs.size();
        }

        /// How many messages have each defect; the most frequent first.
        Map<String, Long> defects() {
            List<Map.Entry<String, Long>> found = new ArrayList<>();
            for (DefectKind kind : DefectKind.values()) {
                found.add(Map.entry(kind.text(), defects[number(kind)]));
            }
            found.add(Map.entry(MessageTable.OVERLAP_TEXT, overlaps));
            Map<String, Long> counts = new LinkedHashMap<>();
            found.stream()
                    .filter(entry -> entry.getValue() > 0)
                    .sorted((a, b) -> Long.compare(b.getValue(), a.getValue()))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            return counts;
        }
    }
}
