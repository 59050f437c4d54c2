package org.sipsleuth.dialog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.part.BlockSource;
import org.sipsleuth.dialog.part.MessageConsumer;
import org.sipsleuth.dialog.shared.DuplicateFrames;
import org.sipsleuth.dialog.shared.DuplicateMessages;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Reads capture files side by side, frame by frame in the order of time.
final class IndexReader {

    /// How many frames are read between two checks of the clock and the monitor, once the first
    /// partial index was published.
    private static final int FRAMES_BETWEEN_LOOKS = 2048;

    /// How many frames are read in one call: a loop that is called often is compiled soon, one that
    /// only runs for long is not (the command line compiles no loops while they run).
    private static final int FRAMES_OF_A_CALL = 64;

    /// Until the first partial index: who opens a capture sees dialogs at once.
    private static final long NANOS_TO_FIRST_PARTIAL = 20_000_000L;

    private static final long LEAST_NANOS_BETWEEN_PARTIALS = 250_000_000L;

    /// The next partial index is due when this share of the time so far has gone by again: the
    /// longer the reading, the less a part adds to what is seen, and the more it costs to show.
    private static final double PARTIAL_SHARE = 0.25;

    /// How many times as long as a look at the files the pause after it is, however many they are.
    private static final int PAUSES_PER_LOOK = 20;

    /// Of more files that are read side by side none is held while another has its turn.
    private static final int MOST_HELD = 256;

    private static final Comparator<FileScan> BY_TIME = Comparator.comparingLong(FileScan::frameNanos);

    private final List<FileScan> scans = new ArrayList<>();

    private final @Nullable DuplicateFrames shared;

    /// The order of files that are at equal times, by their numbers: the one that begins first
    /// comes first, for it knows most of what was before; then the one that was named first.
    private final int[] ranks;

    /// Those that have frames left.
    private final PriorityQueue<FileScan> queue = new PriorityQueue<>(BY_TIME.thenComparingInt(this::rank));

    /// Those that are being read.
    private final Set<FileScan> open = new LinkedHashSet<>();

    /// The bytes of those that were.
    private long readBytes;

    private long frames;
    private long nextCheck;
    private final RunMonitor monitor;
    private final Consumer<List<FileScan>> partial;
    private final IndexPipeline pipeline;
    private final BlockSource source;
    private final long total;
    private final long begun = System.nanoTime();
    private long nextPartial = begun + NANOS_TO_FIRST_PARTIAL;
    private long nextLook = begun;
    private boolean hasFirst;

    /// @param keys open TLS; those that the captures carry are added
    /// @param countsOnce whether frames that several files hold are counted once
    /// @param consumer gets the messages, on one thread at a time
    /// @param partial is notified from time to time that all that was found so far was taken
    /// @param source reads parts of files
    /// @throws IllegalArgumentException if there is no file
    IndexReader(List<CaptureFile> captures, KeyLog keys, boolean countsOnce, RunMonitor monitor,
            MessageConsumer consumer, Consumer<List<FileScan>> partial, BlockSource source) throws IOException {
        if (captures.isEmpty()) {
            throw new IllegalArgumentException("no file to read");
        }
        this.monitor = monitor;
        this.partial = partial;
        this.source = source;
        for (CaptureFile capture : captures) {
            scans.add(new FileScan(scans.size(), capture, keys, source));
        }
        this.pipeline = new IndexPipeline(consumer, scans.stream().map(FileScan::count).toList(), source);
        this.total = scans.stream().mapToLong(FileScan::size).sum();
        this.ranks = new int[captures.size()];
        boolean alone = captures.size() == 1;
        this.shared = alone ? null : new DuplicateFrames(captures);
        if (countsOnce && !alone) {
            DuplicateMessages knownMessages = new DuplicateMessages();
            scans.forEach(scan -> scan.countOnce(knownMessages));
        }
    }

    /// Reads all.
    ///
    /// @throws org.sipsleuth.capture.integrity.CaptureChangedException if a file changed meanwhile
    /// @return the files, in the order in which they were passed
    List<FileScan> read() {
        try {
            return readAll();
        } finally {
            scans.forEach(FileScan::release);
        }
    }

    private List<FileScan> readAll() {
        List<FileScan> filled = scans.stream().filter(this::begins).toList();
        CaptureSequence parts = new CaptureSequence(filled);
        int rank = 0;
        for (FileScan scan : filled.stream().sorted(BY_TIME).toList()) {
            ranks[scan.number()] = rank++;
        }
        queue.addAll(filled);
        for (FileScan scan = queue.poll(); scan != null; scan = queue.poll()) {
            if (!scan.isBegun()) {
                begin(scan, parts);
            }
            readUpTo(turnEnd(scan), nextNanos(), scan, parts);
        }
        monitor.throwIfCancelled();
        monitor.progress(new Progress("Reading", total, total));
        pipeline.flush();
        monitor.counted(pipeline.counted());
        check(scans);
        return scans;
    }

    private boolean begins(FileScan scan) {
        boolean isFilled = scan.next();
        if (scans.size() > MOST_HELD) {
            scan.rest();
        }
        return isFilled;
    }

    private int rank(FileScan scan) {
        return ranks[scan.number()];
    }

    /// The time of the next frame of the files that wait, or the largest number.
    private long nextNanos() {
        FileScan next = queue.peek();
        return next == null ? Long.MAX_VALUE : next.frameNanos();
    }

    /// Up to which time it is a file's turn.
    private long turnEnd(FileScan scan) {
        FileScan next = queue.peek();
        boolean second = next != null && rank(next) < rank(scan);
        return nextNanos() - (second ? 1 : 0);
    }

    private void begin(FileScan scan, CaptureSequence parts) {
        parts.ending(scan).ifPresent(ending -> {
            queue.remove(ending);
            readUpTo(Long.MAX_VALUE, scan.frameNanos(), ending, parts);
        });
        parts.begin(scan).ifPresentOrElse(scan::goOnFrom, () -> scan.begin(pipeline));
        open.add(scan);
        source.reading(open.size());
    }

    /// Reads a file up to a time. Then it waits until it is its turn again, or has ended.
    ///
    /// @param othersNanos the time of the next frame of another file
    private void readUpTo(long nanos, long othersNanos, FileScan scan, CaptureSequence parts) {
        boolean more = true;
        while (more && scan.frameNanos() <= nanos) {
            more = readSome(nanos, othersNanos, scan);
            if (frames >= nextCheck) {
                checkClock();
                nextCheck = frames + (hasFirst ? FRAMES_BETWEEN_LOOKS : FRAMES_OF_A_CALL);
            }
        }
        if (more) {
            queue.add(scan);
            if (open.size() > MOST_HELD) {
                scan.rest();
            }
        } else {
            parts.end(scan);
            scan.release();
            open.remove(scan);
            source.reading(open.size());
            readBytes += scan.size();
        }
    }

    private boolean readSome(long nanos, long othersNanos, FileScan scan) {
        long end = frames + FRAMES_OF_A_CALL;
        while (frames < end && scan.frameNanos() <= nanos) {
            if (shared != null) {
                scan.compare(shared, othersNanos);
            }
            scan.read();
            frames++;
            if (!scan.next()) {
                return false;
            }
        }
        return true;
    }

    /// What was read counts only if the files are still those that were opened.
    private static void check(Collection<FileScan> read) {
        read.forEach(scan -> scan.capture().check());
    }

    private void checkClock() {
        monitor.throwIfCancelled();
        long done = readBytes;
        for (FileScan scan : open) {
            done += scan.position();
        }
        monitor.progress(new Progress("Reading", done, total));
        monitor.counted(pipeline.counted());
        long now = System.nanoTime();
        if (hasFirst && now >= nextLook) {
            check(open); // the others are looked at in the end
            long end = System.nanoTime();
            nextLook = end + PAUSES_PER_LOOK * (end - now);
        }
        if (now >= nextPartial) {
            pipeline.pause();
            check(scans);
            partial.accept(scans);
            hasFirst = true;
            long shown = System.nanoTime();
            nextPartial = shown + Math.max(LEAST_NANOS_BETWEEN_PARTIALS, (long) (PARTIAL_SHARE * (shown - begun)));
        }
    }
}
