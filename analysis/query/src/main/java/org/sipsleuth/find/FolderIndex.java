package org.sipsleuth.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;

/// The entries of many captures. A capture is read only if it is new, or not as it was; on all
/// processors, a whole file each, and its entry is stored as soon as it is made: what was cancelled or
/// killed goes on where it was. A file that cannot be read costs itself only.
public final class FolderIndex {

    /// Who writes a capture leaves no longer pause: a quiet trunk still has its keep-alives.
    private static final long STILL_WRITTEN_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final List<IndexedCapture> captures;
    private final List<UnsearchedFile> unsearched;
    private final int read;
    private final Optional<IOException> unstored;

    private FolderIndex(List<IndexedCapture> captures, List<UnsearchedFile> unsearched, int read,
            Optional<IOException> unstored) {
        this.captures = List.copyOf(captures);
        this.unsearched = List.copyOf(unsearched);
        this.read = read;
        this.unstored = unstored;
    }

    /// Makes or updates the entries of captures.
    ///
    /// @param files captures, in the order that ties are listed in
    /// @param cache the folder of the entries, which nobody else needs
    /// @param options how captures are read
    /// @throws CancellationException if the monitor asked to stop
    /// @throws IOException if a key log cannot be read
    public static FolderIndex of(List<Path> files, Path cache, ReadOptions options, RunMonitor monitor)
            throws IOException {
        return new Update(files, new EntryStore(cache, options), options, monitor).run();
    }

    /// The captures that could be read, in the order of their time.
    List<IndexedCapture> captures() {
        return captures;
    }

    /// How many captures there are.
    public int size() {
        return captures.size();
    }

    /// How many of them had to be read, since they were new or not as they were.
    public int read() {
        return read;
    }

    /// The captures that were not searched to their end.
    public List<DamagedCapture> damaged() {
        Map<Path, Long> newest = newest(captures);
        return captures.stream()
                .flatMap(each -> each.entry()
                        .damage()
                        .map(damage -> new DamagedCapture(each.path(), damage,
                                damage.isTorn() && isBeingWritten(each.path(), each.entry().state(), newest)))
                        .stream())
                .toList();
    }

    /// When the newest capture of each ring was modified, in ns since the epoch.
    private static Map<Path, Long> newest(List<IndexedCapture> captures) {
        Map<Path, Long> newest = new HashMap<>();
        captures.forEach(each -> newest.merge(ring(each.path()), each.entry().state().modifiedNanos(), Math::max));
        return newest;
    }

    /// Whether no capture of its ring is newer, and it was modified just now; clocks of other machines may
    /// be as far ahead.
    private static boolean isBeingWritten(Path file, FileState state, Map<Path, Long> newest) {
        long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        return state.modifiedNanos() >= newest.getOrDefault(ring(file), Long.MIN_VALUE)
                && Math.abs(now - state.modifiedNanos()) <= STILL_WRITTEN_NANOS;
    }

    /// Whether nothing was written yet to the newest of a ring.
    private static boolean isBegun(Path file, Map<Path, Long> newest) {
        try {
            FileState state = FileState.of(file);
            return state.bytes() == 0 && isBeingWritten(file, state, newest);
        } catch (IOException gone) {
            return false;
        }
    }

    /// The same for all files of a folder whose names differ in digits only.
    private static Path ring(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        return whole.resolveSibling(FileName.last(whole).replaceAll("[0-9]", ""));
    }

    /// What could not be searched.
    public List<UnsearchedFile> unsearched() {
        return unsearched;
    }

    /// Why entries could not be stored, so that the next search has to make them again.
    public Optional<IOException> unstored() {
        return unstored;
    }

    /// One making of entries.
    private static final class Update {

        /// How the memory is shared among the files that are read at once.
        private static final int ROOM = 100;

        /// An index takes about a fifth of its file (120 of 600 bytes a message), and all of them at once
        /// half of the memory.
        private static final long FILE_BYTES_A_PERMIT = Runtime.getRuntime().maxMemory() / 2 / ROOM * 5;

        private final List<Path> files;
        private final EntryStore store;
        private final ReadOptions options;
        private final RunMonitor monitor;
        private final CaptureEntry[] entries;
        private final List<UnsearchedFile> unsearched = new ArrayList<>();
        private final AtomicLong doneBytes = new AtomicLong();
        private final long[] sizes;
        private final Semaphore room = new Semaphore(ROOM);
        private long totalBytes;
        private volatile @Nullable IOException unstored;

        Update(List<Path> files, EntryStore store, ReadOptions options, RunMonitor monitor) {
            this.files = List.copyOf(files);
            this.store = store;
            this.options = new ReadOptions(options.keyLogs(), false, options.unpackLimit());
            this.monitor = monitor;
            entries = new CaptureEntry[files.size()];
            sizes = new long[files.size()];
        }

        FolderIndex run() throws IOException {
            List<Integer> stale = IntStream.range(0, files.size()).parallel().filter(i -> !loaded(i)).boxed().toList();
            totalBytes = stale.stream().mapToLong(i -> sizes[i]).sum();
            readAll(stale);
            store.removeGone();
            unsearched.sort(Comparator.comparing(UnsearchedFile::path)); // they were found side by side
            List<IndexedCapture> captures = IntStream.range(0, files.size())
                    .filter(i -> entries[i] != null)
                    .mapToObj(i -> new IndexedCapture(files.get(i), entries[i]))
                    .sorted(Comparator.comparingLong(capture -> capture.entry().span().fromNanos()))
                    .toList();
            Map<Path, Long> newest = newest(captures);
            unsearched.removeIf(each -> isBegun(each.path(), newest));
            return new FolderIndex(captures, unsearched, stale.size(), Optional.ofNullable(unstored));
        }

        /// @return false if the file has to be read
        private boolean loaded(int i) {
            monitor.throwIfCancelled();
            Path file = files.get(i);
            try {
                FileState state = FileState.of(file);
                Optional<CaptureEntry> entry = store.load(file, state);
                if (entry.isPresent() && entry.get().state().equals(state)) {
                    entries[i] = entry.get();
                    return true;
                }
                if (entry.isPresent() && state.isOnlyRenamed(entry.get().state())
                        && entry.get().edges().equals(state.edges(file))) {
                    keep(i, entry.get().at(state));
                    return true;
                }
                sizes[i] = state.bytes();
                return false;
            } catch (IOException obstacle) {
                fail(file, obstacle);
                return true;
            }
        }

        private void readAll(List<Integer> stale) {
            AtomicInteger next = new AtomicInteger();
            int processors = Math.min(stale.size(), Runtime.getRuntime().availableProcessors());
            IntStream.range(0, processors).parallel().forEach(_ -> {
                for (int i = next.getAndIncrement(); i < stale.size(); i = next.getAndIncrement()) {
                    monitor.throwIfCancelled();
                    readInTurn(stale.get(i));
                }
            });
            monitor.throwIfCancelled();
        }

        /// Waits until the indexes of the files that are being read leave room for its own.
        private void readInTurn(int i) {
            int share = (int) Math.min(ROOM, 1 + sizes[i] / FILE_BYTES_A_PERMIT);
            room.acquireUninterruptibly(share);
            try {
                read(i);
            } finally {
                room.release(share);
            }
        }

        private void read(int i) {
            Path file = files.get(i);
            try {
                FileState state = FileState.of(file);
                String edges = state.edges(file);
                SipIndex index = CaptureIndexer.readBesideOthers(List.of(file), options, quiet());
                keep(i, index.opened().verified(() -> CaptureEntry.of(index, state, edges, monitor)));
                monitor.progress(new Progress("Indexing captures", doneBytes.addAndGet(state.bytes()), totalBytes));
            } catch (IOException | CaptureChangedException obstacle) {
                fail(file, obstacle);
            } catch (UncheckedIOException obstacle) {
                fail(file, Objects.requireNonNull(obstacle.getCause()));
            }
        }

        private void keep(int i, CaptureEntry entry) {
            entries[i] = entry;
            try {
                store.store(files.get(i), entry);
            } catch (IOException full) {
                unstored = full;
            }
        }

        private void fail(Path file, Exception cause) {
            synchronized (unsearched) {
                unsearched.add(new UnsearchedFile(file, cause));
            }
        }

        /// Passes the wish to stop on; the progress of several files at once would be no help.
        private RunMonitor quiet() {
            return new RunMonitor() {
                @Override
                public void progress(Progress progress) {}

                @Override
                public boolean isCancelled() {
                    return monitor.isCancelled();
                }
            };
        }
    }
}
