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
    }

    /// Reads all.
    ///
    /// @return the files, in the order in which they were given
    List<FileScan> read() {
        // Files of equal times stay in the order in which they were given.
        Comparator<FileScan> byTime = Comparator.comparingLong(FileScan::frameNanos);
        PriorityQueue<FileScan> queue =
                new PriorityQueue<>(byTime.thenComparing(scans::indexOf, Integer::compare));
        scans.stream().filter(FileScan::next).forEach(queue::add);
        int frames = 0;
        for (FileScan scan = queue.poll(); scan != null; scan = queue.poll()) {
            boolean more = true;
            while (more && (queue.isEmpty() || byTime.compare(scan, queue.peek()) <= 0)) {
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
