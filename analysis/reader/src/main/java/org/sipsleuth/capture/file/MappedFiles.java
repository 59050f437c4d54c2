package org.sipsleuth.capture.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.integrity.OpenedFile;

/// Files that are mapped, of which a system allows a bounded number (`vm.max_map_count`, usually
/// 65,530; beyond it the JVM ends). Those not used lately are unmapped, and mapped again when somebody
/// asks for them: only if they are still the files that were opened.
///
/// The arenas are automatic. Stretches of a file wait for others, in TCP streams and fragments, long
/// after its turn, so that nobody could close an arena without a reader in it.
final class MappedFiles {

    /// Those of the captures of this program: few beside what systems allow, many beside what is read
    /// at once.
    static final MappedFiles ALL = new MappedFiles(4_096, 32_768);

    private static final Cleaner CLEANER = Cleaner.create();

    /// How long the garbage collector may take to unmap what nobody holds.
    private static final int MOST_WAITS = 50;

    private static final int WAITS_PER_COLLECTION = 10;

    private static final long WAIT_MILLIS = 20;

    private final int mostKept;
    private final int mostMapped;
    private final AtomicInteger mapped = new AtomicInteger();

    /// Those that stay mapped though nobody holds them, roughly in the order in which they were used.
    private final Deque<WeakReference<Mapped>> kept = new ArrayDeque<>();

    /// @param mostKept so many stay mapped though nobody holds them
    /// @param mostMapped how many can be mapped at once
    MappedFiles(int mostKept, int mostMapped) {
        this.mostKept = mostKept;
        this.mostMapped = mostMapped;
    }

    /// How many are mapped.
    int mapped() {
        return mapped.get();
    }

    /// The bytes that a file had when it was opened.
    FileBytes of(OpenedFile file) {
        return new Mapped(file);
    }

    private synchronized void keep(Mapped file) {
        kept.addLast(new WeakReference<>(file));
        while (kept.size() > mostKept) {
            Mapped oldest = kept.removeFirst().get();
            if (oldest != null && oldest.wasUsed) {
                oldest.wasUsed = false;
                kept.addLast(new WeakReference<>(oldest));
            } else if (oldest != null) {
                oldest.bytes = null;
            }
        }
    }

    private MemorySegment map(OpenedFile file) throws IOException {
        makeRoom();
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            if (channel.size() < file.bytes()) {
                file.check();
            }
            MemorySegment bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, file.bytes(), Arena.ofAuto());
            mapped.incrementAndGet();
            CLEANER.register(bytes.scope(), mapped::decrementAndGet); // which all slices hold
            return bytes;
        }
    }

    private synchronized void makeRoom() throws IOException {
        for (int waits = 0; mapped.get() >= mostMapped; waits++) {
            if (waits == MOST_WAITS) {
                throw new IOException("%,d captures would have to be mapped at once; read fewer of them together"
                        .formatted(mapped.get()));
            }
            if (waits % WAITS_PER_COLLECTION == 0) {
                System.gc();
            }
            try {
                Thread.sleep(WAIT_MILLIS);
            } catch (InterruptedException later) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", later);
            }
        }
    }

    /// One of them.
    private final class Mapped implements FileBytes {

        private final OpenedFile file;
        private volatile @Nullable MemorySegment bytes;
        private volatile boolean wasUsed;
        private boolean wasMapped;

        Mapped(OpenedFile file) {
            this.file = file;
        }

        @Override
        public MemorySegment bytes() {
            MemorySegment known = bytes;
            if (known == null) {
                return mapAgain();
            }
            if (!wasUsed) {
                wasUsed = true;
            }
            return known;
        }

        @Override
        public long size() {
            return file.bytes();
        }

        private synchronized MemorySegment mapAgain() {
            MemorySegment known = bytes;
            if (known == null) {
                try {
                    known = map(file);
                } catch (IOException failure) {
                    file.check();
                    throw new UncheckedIOException(failure);
                }
                if (wasMapped) { // the first time, who opened it looks
                    file.check();
                }
                wasMapped = true;
                bytes = known;
                keep(this);
            }
            return known;
        }
    }
}
