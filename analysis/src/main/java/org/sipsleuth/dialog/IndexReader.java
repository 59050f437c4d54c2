package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.stream.MessageTaker;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Reads capture files side by side, frame by frame in the order of time.
final class IndexReader {

    /// How many frames are read between two looks at the clock and at the monitor.
    private static final int FRAMES_BETWEEN_LOOKS = 2048;

    private static final long NANOS_BETWEEN_PARTIALS = 250_000_000L;

    /// Showing a partial index may take this share of the time that the reading takes.
    private static final int PARTIAL_SHARE = 10;

    private final List<FileScan> scans = new ArrayList<>();

    /// Those that have frames left; files of equal times in the order in which they were given.
    private final PriorityQueue<FileScan> queue =
            new PriorityQueue<>(
                    Comparator.comparingLong(FileScan::frameNanos)
                            .thenComparingInt(FileScan::number));

    private int frames;
    private final RunMonitor monitor;
    private final Consumer<List<FileScan>> partial;
    private final IndexFeed feed;
    private final long total;
    private long nextPartial = System.nanoTime() + NANOS_BETWEEN_PARTIALS;

    /// @param taker gets the messages, on one thread at a time
    /// @param partial is told several times a second that all that was found so far was taken
    /// @throws IllegalArgumentException if there is no file
    IndexReader(
            List<Path> files,
            ReadOptions options,
            RunMonitor monitor,
            MessageTaker taker,
            Consumer<List<FileScan>> partial)
            throws IOException {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file to read");
        }
        this.monitor = monitor;
        this.partial = partial;
        this.feed = new IndexFeed(taker, scans);
        KeyLog keys = KeyLog.read(options.keyLogs());
        for (Path file : files) {
            CaptureFile capture = CaptureFile.open(file, monitor);
            scans.add(new FileScan(scans.size(), capture, keys));
        }
        this.total = scans.stream().mapToLong(FileScan::size).sum();
    }

    /// Reads all.
    ///
    /// @return the files, in the order in which they were given
    List<FileScan> read() {
        List<FileScan> filled = scans.stream().filter(FileScan::next).toList();
        CaptureParts parts = new CaptureParts(filled);
        queue.addAll(filled);
        for (FileScan scan = queue.poll(); scan != null; scan = queue.poll()) {
            if (!scan.isBegun()) {
                begin(scan, parts);
            }
            FileScan next = queue.peek();
            readUpTo(next == null ? Long.MAX_VALUE : next.frameNanos(), scan, parts);
        }
        monitor.throwIfCancelled();
        monitor.progress(new Progress("Reading", total, total));
        feed.flush();
        return scans;
    }

    private void begin(FileScan scan, CaptureParts parts) {
        parts.ending(scan)
                .ifPresent(
                        ending -> {
                            queue.remove(ending);
                            readUpTo(Long.MAX_VALUE, ending, parts);
                        });
        parts.begin(scan).ifPresentOrElse(scan::goOnFrom, () -> scan.begin(feed));
    }

    /// Reads a file up to a time. Then it waits until it is its turn again, or has ended.
    private void readUpTo(long nanos, FileScan scan, CaptureParts parts) {
        boolean more = true;
        while (more && scan.frameNanos() <= nanos) {
            scan.read();
            more = scan.next();
            if (++frames % FRAMES_BETWEEN_LOOKS == 0) {
                look();
            }
        }
        if (more) {
            queue.add(scan);
        } else {
            parts.end(scan);
        }
    }

    private void look() {
        monitor.throwIfCancelled();
        long done = scans.stream().mapToLong(FileScan::position).sum();
        monitor.progress(new Progress("Reading", done, total));
        long before = System.nanoTime();
        if (before >= nextPartial) {
            feed.flush();
            partial.accept(scans);
            long took = System.nanoTime() - before;
            nextPartial =
                    System.nanoTime() + Math.max(NANOS_BETWEEN_PARTIALS, PARTIAL_SHARE * took);
        }
    }
}
