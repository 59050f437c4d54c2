package org.sipsleuth.dialog;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.live.Ring;
import org.sipsleuth.capture.live.RingFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;

/// The index of a ring of files while that is written: it holds what the ring holds, and no more.
///
/// New frames are added as they come. When the ring gives up its oldest file, the index is built
/// anew from the files that are left, so that memory is bounded by the ring. Used by one thread.
public final class LiveIndex {

    private static final Duration BETWEEN_PARTS = Duration.ofMillis(250);

    /// Where the index ends within the ring.
    private record Place(RingFile file, long frames) {}

    /// All that the ring holds at one moment.
    ///
    /// @param index all messages and dialogs
    /// @param known how many of its first messages were in the part before this one
    public record Part(SipIndex index, int known) {}

    private final Ring ring;
    private final ReadOptions options;
    private final List<RingFile> files = new ArrayList<>();
    private final List<FileScan> scans = new ArrayList<>();
    private IndexBuilder index = new IndexBuilder(true);
    private IndexFeed feed = new IndexFeed(index, scans);
    private KeyLog keys;
    private int finished;
    private int known;
    private @Nullable Place seen;

    /// @param ring is followed from its first file on
    /// @throws IOException if a key log cannot be read
    public LiveIndex(Ring ring, ReadOptions options) throws IOException {
        this.ring = ring;
        this.options = options;
        this.keys = KeyLog.read(options.keyLogs());
    }

    /// Follows the ring until it is closed and read to its end. Gives a part at most four times a
    /// second, when there is something new, and always a last one.
    public void run(Consumer<Part> parts) throws IOException {
        boolean closed = false;
        while (!closed) {
            long begin = System.nanoTime();
            closed = ring.isClosed(); // asked before reading, so that nothing comes after the last
            if (follow() || closed) {
                parts.accept(part(!closed));
            }
            long rest = BETWEEN_PARTS.toNanos() - (System.nanoTime() - begin);
            if (!closed && rest > 0) {
                LockSupport.parkNanos(rest);
            }
        }
    }

    /// Reads what was written since the last time.
    ///
    /// @return whether there was something
    boolean follow() throws IOException {
        List<RingFile> now = ring.files();
        boolean lostOldest = !files.isEmpty() && !now.contains(files.getFirst());
        if (lostOldest) {
            beginAnew(now);
        }
        boolean some = lostOldest;
        for (int i = 0; i < now.size(); i++) {
            if (i == files.size()) {
                files.add(now.get(i));
                scans.add(new FileScan(i, now.get(i).capture(), keys, feed));
            }
            if (i >= finished) {
                some |= read(files.get(i), scans.get(i));
            }
        }
        return some;
    }

    private void beginAnew(List<RingFile> now) throws IOException {
        RingFile last = files.getLast();
        seen = now.contains(last) ? new Place(last, scans.getLast().frames()) : null;
        known = 0;
        finished = 0;
        files.clear();
        scans.clear();
        index = new IndexBuilder(true);
        feed = new IndexFeed(index, scans);
        keys = KeyLog.read(options.keyLogs()); // it may have grown
    }

    private boolean read(RingFile file, FileScan scan) {
        boolean complete = file.isComplete(); // asked before reading: then all of it is there
        long before = scan.frames();
        noteKnown(file, scan);
        while (scan.next()) {
            scan.read();
            noteKnown(file, scan);
        }
        if (complete) {
            scan.finish();
            finished++;
        }
        return scan.frames() > before;
    }

    /// Notes how many messages there are where the part before ended.
    private void noteKnown(RingFile file, FileScan scan) {
        if (seen != null && seen.file().equals(file) && seen.frames() == scan.frames()) {
            feed.flush();
            known = index.messages.size();
            seen = null;
        }
    }

    /// What there is now.
    ///
    /// @param growing whether more will come
    Part part(boolean growing) {
        feed.flush();
        Part part = new Part(index.index(scans, growing), known);
        known = part.index().messages().size();
        return part;
    }
}
