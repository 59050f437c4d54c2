package org.sipsleuth.capture;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Follows a reader through its file and keeps the stretch near that it is at. Used by one thread.
public final class NearWindow {

    /// So many that copying costs little for each frame, so few that they stay in the cache.
    private static final int MOST_BYTES = 1 << 16;

    /// Where the bytes come from.
    @FunctionalInterface
    public interface Source {

        /// Copies bytes of the file.
        ///
        /// @param to where to
        /// @param segment the same array
        void copy(long at, byte[] to, MemorySegment segment, int count);

        /// Lets go of what was opened for it.
        default void release() {}
    }

    private final Source source;
    private final List<NearBytes> all = new ArrayList<>();
    private NearBytes near = another();

    /// Initially empty.
    public NearWindow(FileBytes file) {
        this((at, _, segment, count) -> MemorySegment.copy(file.bytes(), at, segment, 0, count));
    }

    /// The same.
    public NearWindow(Source source) {
        this.source = source;
    }

    private NearBytes another() {
        NearBytes made = new NearBytes();
        all.add(made);
        return made;
    }

    /// Brings a stretch near, unless it is longer than all that can be held.
    ///
    /// @param end where the bytes end that may be read now; the file may be mapped beyond it
    /// @return its start in the array; undefined if the stretch is too long
    public int bring(long at, long octets, long end) {
        if (!near.holds(at, at + octets) && octets <= MOST_BYTES) {
            if (near.isKept()) {
                near = unkept();
            }
            near.copy(source, at, (int) Math.min(MOST_BYTES, end - at));
        }
        return (int) (at - near.from());
    }

    private NearBytes unkept() {
        for (NearBytes each : all) {
            if (!each.isKept()) {
                return each;
            }
        }
        return another();
    }

    /// Lets go of what was opened to read the file, and of what nobody keeps of it.
    public void release() {
        source.release();
        all.removeIf(each -> !each.isKept());
        near = another();
    }

    /// The stretch that was brought near last.
    public NearBytes near() {
        return near;
    }
}
