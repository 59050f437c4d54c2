package org.sipsleuth.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.tls.keylog.GrowingKeyLogs;
import org.sipsleuth.dialog.GrowingIndex;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of a ring of files while that is written: it covers exactly the content of the ring.
///
/// New frames are added as they come. The index is rebuilt when the ring removes its oldest file,
/// so that memory is bounded by the ring, when another program shortens a file, and when secrets
/// arrive for TLS records that were not decrypted.
///
/// Key logs are read as they grow. A program may write a secret a moment after the packets that it
/// opens were captured: where there are key logs, frames are read a moment later.
public final class LiveIndex {

    private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

    private static final Duration BETWEEN_PARTS = Duration.ofMillis(250);

    /// The maximum share of time spent on rebuilding for late secrets.
    private static final int ANEW_SHARE = 10;

    /// The content of the ring at one moment.
    public static final class Part {

        private final SipIndex index;
        private final BitSet fresh;
        private final ReadOptions options;
        private final int secrets;
        private final boolean isAnew;

        private Part(SipIndex index, BitSet fresh, ReadOptions options, int secrets, boolean isAnew) {
            this.isAnew = isAnew;
            this.index = index;
            this.fresh = fresh;
            this.options = options;
            this.secrets = secrets;
        }

        /// All messages and dialogs.
        public SipIndex index() {
            return index;
        }

        /// The messages that were not in the part before this one, in their order.
        public IntStream fresh() {
            return fresh.stream();
        }

        /// Their number.
        public int freshCount() {
            return fresh.cardinality();
        }

        /// Whether all was read again, so that parts before it cannot be read any more.
        public boolean isAnew() {
            return isAnew;
        }

        /// The options it was read with.
        public ReadOptions options() {
            return options;
        }

        /// The number of secrets in its key logs.
        public int secrets() {
            return secrets;
        }
    }

    private final Ring ring;
    private final List<RingFile> files = new ArrayList<>();
    private GrowingIndex growing = new GrowingIndex();
    private volatile ReadOptions wanted;
    private ReadOptions options;
    private GrowingKeyLogs keys;
    private boolean hasUnreadableKeys;
    private RingSight sight;
    private int complete;
    private boolean isFinished;
    private @Nullable Part before;
    private boolean isAnew;
    private boolean isLate;
    private int shortened;
    private long mayBeAnewAt = System.nanoTime();

    /// @param ring is followed from its first file on
    /// @param options with key logs that may grow, or not be there yet
    public LiveIndex(Ring ring, ReadOptions options) {
        this.ring = ring;
        this.wanted = options;
        this.options = options;
        this.keys = new GrowingKeyLogs(options.keyLogs());
        this.sight = ring.sight();
    }

    /// Changes the options, also for what was already read. Called by any thread; all else
    /// is used by one.
    public void readWith(ReadOptions others) {
        wanted = others;
    }

    /// Follows the ring until it is closed and read to its end. Gives a part at most four times a
    /// second, when there is something new, and always a last one.
    ///
    /// @throws IOException if a file cannot be opened, or if there is no room for temporary files
    public void run(Consumer<Part> parts) throws IOException {
        boolean closed = false;
        while (!closed) {
            long begin = System.nanoTime();
            closed = ring.isClosed(); // asked before reading, so that nothing comes after the last
            Part last = before;
            try {
                Part next = next(closed);
                if (next != null) {
                    parts.accept(next);
                }
            } catch (InternalError fault) { // as mapped memory is no longer there
                if (ring.findShortened().files().size() == shortened) {
                    throw fault;
                }
                before = last;
                closed = false;
            }
            long rest = BETWEEN_PARTS.toNanos() - (System.nanoTime() - begin);
            if (!closed && rest > 0) {
                LockSupport.parkNanos(rest);
            }
        }
    }

    /// The snapshot to show, if there is something new.
    private @Nullable Part next(boolean isLast) throws IOException {
        try {
            return follow(isLast) || isLast ? part(!isLast) : null;
        } catch (UncheckedIOException noRoom) {
            throw noRoom.getCause();
        }
    }

    /// Reads what was written since the last time; where there are key logs, what was written until
    /// the last time.
    ///
    /// @param isLast whether nothing more will be written, so that all must be read
    /// @return whether there was something
    boolean follow(boolean isLast) throws IOException {
        long begin = System.nanoTime();
        boolean isChanged = changesOptions();
        readKeys(isLast);
        int found = ring.shortened().files().size();
        boolean isShortened = found > shortened;
        shortened = found;
        RingSight newest = ring.sight();
        if (keys.isEmpty() || isLast || isShortened) {
            sight = newest;
        }
        boolean isOpened = isLate && (isLast || begin - mayBeAnewAt >= 0);
        boolean lostOldest = !files.isEmpty() && !sight.files().contains(files.getFirst());
        boolean again = isChanged || isOpened || lostOldest || isShortened;
        if (again) {
            beginAnew();
        }
        boolean some = readAll() || again;
        if (isLast && !isFinished) {
            isFinished = true;
            growing.finish();
        }
        sight = newest;
        if (isOpened) {
            long end = System.nanoTime();
            mayBeAnewAt = end + ANEW_SHARE * (end - begin);
        }
        return some;
    }

    /// @return whether other options than before are used from now on
    private boolean changesOptions() {
        ReadOptions now = wanted;
        boolean isChanged = !now.equals(options);
        if (isChanged) {
            options = now;
            keys = new GrowingKeyLogs(options.keyLogs());
        }
        return isChanged;
    }

    private void readKeys(boolean isLast) {
        try {
            keys.read(isLast);
        } catch (IOException unreadable) {
            if (!hasUnreadableKeys) {
                hasUnreadableKeys = true;
                LOG.warn("A key log cannot be read", unreadable);
            }
        }
        isLate |= keys.secrets().takeLate();
    }

    private void beginAnew() {
        growing = new GrowingIndex();
        isAnew = true;
        isLate = false;
        complete = 0;
        isFinished = false;
        files.clear();
    }

    private boolean readAll() throws IOException {
        boolean some = false;
        for (int i = complete; i < sight.files().size(); i++) {
            if (i == files.size()) {
                begin(sight.files().get(i));
            }
            some |= growing.read(i);
            if (sight.isComplete(files.get(i))) {
                complete++;
            }
        }
        return some;
    }

    /// Begins with the next file: the files of the ring are one capture.
    private void begin(RingFile file) throws IOException {
        growing.add(file.capture(() -> sight.written(file)), keys.secrets());
        files.add(file);
    }

    /// The current snapshot.
    ///
    /// @param isGrowing whether more will come
    Part part(boolean isGrowing) {
        SipIndex index = growing.index(isGrowing);
        Part part = new Part(index, fresh(index), options, keys.secrets().size(), isAnew);
        before = part;
        isAnew = false;
        return part;
    }

    /// The messages that were not in the part before.
    private BitSet fresh(SipIndex now) {
        BitSet fresh = new BitSet();
        int size = now.messages().size();
        if (before == null || !isAnew) {
            fresh.set(before == null ? 0 : before.index().messages().size(), size);
            return fresh;
        }
        Map<Path, BitSet> known = framesWithMessages(before.index());
        BitSet none = new BitSet();
        for (int i = 0; i < size; i++) {
            if (!known.getOrDefault(path(now, i), none).get(now.messages().frame(i))) {
                fresh.set(i);
            }
        }
        return fresh;
    }

    private static Map<Path, BitSet> framesWithMessages(SipIndex index) {
        Map<Path, BitSet> frames = new HashMap<>();
        for (int i = 0; i < index.messages().size(); i++) {
            frames.computeIfAbsent(path(index, i), _ -> new BitSet()).set(index.messages().frame(i));
        }
        return frames;
    }

    private static Path path(SipIndex index, int message) {
        return index.files().get(index.messages().file(message)).path();
    }
}
