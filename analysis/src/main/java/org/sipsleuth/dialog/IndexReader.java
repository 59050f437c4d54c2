package org.sipsleuth.dialog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.shared.GivenMessages;
import org.sipsleuth.dialog.shared.SharedFrames;
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
    private final @Nullable SharedFrames shared;
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
            scans.add(new FileScan(scans.size(), capture, keys, feed));
        }
        this.total = scans.stream().mapToLong(FileScan::size).sum();
        boolean alone = scans.size() == 1;
        this.shared = alone ? null : new SharedFrames(scans.stream().map(FileScan::bytes).toList());
        if (options.countsOnce() && !alone) {
            GivenMessages given = new GivenMessages();
            scans.forEach(scan -> scan.countOnce(given));
        }
    }

    /// Reads all.
    ///
    /// @return the files, in the order in which they were given
    List<FileScan> read() {
        List<FileScan> begun = scans.stream().filter(FileScan::next).toList();
        Comparator<FileScan> inOrder = order(begun);
        PriorityQueue<FileScan> queue = new PriorityQueue<>(inOrder);
        queue.addAll(begun);
        int frames = 0;
        for (FileScan scan = queue.poll(); scan != null; scan = queue.poll()) {
            boolean more = true;
            while (more && (queue.isEmpty() || inOrder.compare(scan, queue.peek()) <= 0)) {
                if (shared != null) {
                    FileScan next = queue.peek();
                    scan.compare(shared, next == null ? Long.MAX_VALUE : next.frameNanos());
                }
                scan.read();
                more = scan.next();
                if (++frames % FRAMES_BETWEEN_LOOKS == 0) {
                    look();
                }
            }
            if (more) {
                queue.add(scan);
            } else {
                scan.finish();
            }
        }
        monitor.throwIfCancelled();
        monitor.progress(new Progress("Reading", total, total));
        feed.flush();
        return scans;
    }

    /// By the time of the frames at which files stand. Of equal ones the file that begins first
    /// comes first, for it knows most of what was before; then the one that was named first.
    private Comparator<FileScan> order(List<FileScan> begun) {
        Comparator<FileScan> byTime = Comparator.comparingLong(FileScan::frameNanos);
        int[] ranks = new int[scans.size()];
        int rank = 0;
        for (FileScan scan : begun.stream().sorted(byTime).toList()) {
            ranks[scan.number()] = rank++;
        }
        return byTime.thenComparingInt(scan -> ranks[scan.number()]);
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
