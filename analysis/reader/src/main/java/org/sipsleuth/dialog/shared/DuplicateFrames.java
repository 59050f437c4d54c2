package org.sipsleuth.dialog.shared;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.dialog.column.KeyedHash;

/// Finds the frames that several files hold, while files are read side by side in the order of
/// time: those of equal time, link type, captured length and bytes.
///
/// Times are equal at the coarser of both clocks. If one file holds such a frame twice and another
/// once, then one of the two is shared. Frames are examined only where files come near each other
/// in time, and a bounded number of them is kept. The bytes of two frames are compared only where
/// time, link type and length are the same.
public final class DuplicateFrames {

    /// So many different frames are kept, the latest.
    static final int MOST_KEPT = 1 << 16;

    /// Frames are not always captured in the order of their times: so far apart they may be.
    private static final long REACH_NANOS = 1_000_000_000L;

    /// Of more frames of one µs, each is searched for by all its bytes.
    private static final int MOST_ALIKE = 8;

    private static final int NANOS_PER_MICRO = 1_000;
    private static final int NANO_DIGITS = 9;

    /// A frame that a file holds, once or more.
    private static final class Kept {
        int file;
        long nanos;
        boolean isFine;
        int linkType;
        long offset;
        int bytes;
        int count;

        /// The one before it in its chain.
        long before;
    }

    private final List<FileBytes> captures;
    private final KeyedHash hash = KeyedHash.random();

    /// Chains of frames, the newest first, as their numbers from 1; 0 ends one. A frame that is
    /// kept no longer ends it too, since all behind it are older.
    private final long[] chains = new long[2 * MOST_KEPT];

    private final @Nullable Kept[] ring = new @Nullable Kept[MOST_KEPT];
    private long last;

    /// Of the file of the latest frame kept, and of all others.
    private int latestFile = -1;

    private long latestNanos = Long.MIN_VALUE;
    private long otherNanos = Long.MIN_VALUE;
    private byte[] scratch = {};

    /// @param captures the files, by number
    public DuplicateFrames(List<? extends FileBytes> captures) {
        this.captures = List.copyOf(captures);
    }

    /// Whether other files have frames near this time, as far as is known yet.
    ///
    /// @param file the number of its file
    /// @param nextNanos the time of the next frame of another file, or the largest number
    public boolean isNear(int file, long nanos, long nextNanos) {
        long others = file == latestFile ? otherNanos : latestNanos;
        return nanos <= others + REACH_NANOS || nanos >= nextNanos - REACH_NANOS;
    }

    /// Whether another file yielded a frame before. Called for the frames of all files that are
    /// near those of others, in the order in which they are read.
    ///
    /// @param file the number of its file
    /// @param timeDigits the digits of its clock after the point
    public boolean isRepeat(int file, int timeDigits, Frame frame) {
        note(file, frame.capturedAtNanos());
        return find(file, timeDigits >= NANO_DIGITS, frame);
    }

    private void note(int file, long nanos) {
        if (file == latestFile) {
            latestNanos = Math.max(latestNanos, nanos);
        } else if (nanos > latestNanos) {
            otherNanos = latestNanos;
            latestNanos = nanos;
            latestFile = file;
        } else {
            otherNanos = Math.max(otherNanos, nanos);
        }
    }

    private boolean find(int file, boolean isFine, Frame frame) {
        long micros = Math.floorDiv(frame.capturedAtNanos(), NANOS_PER_MICRO);
        int chain = chain(micros, 0);
        Search search = new Search(file, isFine, frame, micros);
        search.in(chain);
        if (search.alike >= MOST_ALIKE) {
            chain = chain(micros, digest(file, frame));
            search.in(chain);
        }
        boolean isRepeat = search.own() < search.others;
        if (search.own == null) {
            keep(file, isFine, frame, chain);
        } else {
            search.own.count++;
        }
        return isRepeat;
    }

    private int chain(long micros, long digest) {
        return (int) hash.hash(micros, digest) & (chains.length - 1);
    }

    private long digest(int file, Frame frame) {
        int bytes = frame.capturedBytes();
        if (scratch.length < bytes) {
            scratch = new byte[bytes];
        }
        MemorySegment.copy(captures.get(file).bytes(), ValueLayout.JAVA_BYTE, frame.offset(), scratch, 0, bytes);
        return hash.hash(scratch, 0, bytes);
    }

    private void keep(int file, boolean isFine, Frame frame, int chain) {
        last++;
        int place = (int) last & (MOST_KEPT - 1);
        Kept kept = ring[place];
        if (kept == null) {
            kept = new Kept();
            ring[place] = kept;
        }
        kept.file = file;
        kept.nanos = frame.capturedAtNanos();
        kept.isFine = isFine;
        kept.linkType = frame.linkType();
        kept.offset = frame.offset();
        kept.bytes = frame.capturedBytes();
        kept.count = 1;
        kept.before = chains[chain];
        chains[chain] = last;
    }

    private @Nullable Kept kept(long number) {
        return number == 0 || number <= last - MOST_KEPT ? null : ring[(int) number & (MOST_KEPT - 1)];
    }

    /// A search for one frame among those that are kept.
    private final class Search {

        private final int file;
        private final boolean isFine;
        private final Frame frame;
        private final long micros;

        /// How many frames of the same µs it came across.
        int alike;

        /// The same frame in the same file.
        @Nullable Kept own;

        /// How often another file holds it.
        int others;

        Search(int file, boolean isFine, Frame frame, long micros) {
            this.file = file;
            this.isFine = isFine;
            this.frame = frame;
            this.micros = micros;
        }

        /// How often its own file held it before.
        int own() {
            return own == null ? 0 : own.count;
        }

        void in(int chain) {
            for (Kept each = kept(chains[chain]); each != null; each = kept(each.before)) {
                if (Math.floorDiv(each.nanos, NANOS_PER_MICRO) == micros) {
                    alike++;
                    compare(each);
                }
            }
        }

        private void compare(Kept each) {
            boolean sameTime = each.nanos == frame.capturedAtNanos();
            if (each.file == file) {
                if (sameTime && isSame(each)) {
                    own = each;
                }
            } else if ((sameTime || !isFine || !each.isFine) && isSame(each)) {
                others = Math.max(others, each.count);
            }
        }

        private boolean isSame(Kept each) {
            return each.linkType == frame.linkType() && each.bytes == frame.capturedBytes()
                    && MemorySegment.mismatch(captures.get(each.file).bytes(), each.offset, each.offset + each.bytes,
                            captures.get(file).bytes(), frame.offset(), frame.offset() + each.bytes) < 0;
        }
    }
}
