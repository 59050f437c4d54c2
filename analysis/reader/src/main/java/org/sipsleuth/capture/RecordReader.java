package org.sipsleuth.capture;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reader of a file in which each record holds one frame, such as pcap and ERF.
public abstract class RecordReader implements FrameReader {

    /// Where the next record begins, in bytes.
    protected long position;

    /// The number of frames read so far.
    protected int frames;

    private @Nullable Damage damage;

    /// Ends reading at the current position.
    ///
    /// @param what the damage found there
    /// @return false, for [#next] to return
    protected final boolean stop(String what) {
        return stop(what, Damage.Kind.DAMAGED);
    }

    /// The same.
    protected final boolean stop(String what, Damage.Kind kind) {
        damage = new Damage(position, what, kind);
        return false;
    }

    /// Whether reading has ended because of damage.
    protected final boolean isDamaged() {
        return damage != null;
    }

    /// The resolution of the times, as pcapng records it for an interface.
    protected final CaptureOption timeResolution() {
        return new CaptureOption(InterfaceFacts.TIME_RESOLUTION, new byte[]{(byte) timeDigits()});
    }

    @Override
    public final long position() {
        return position;
    }

    @Override
    public final Optional<Damage> damage() {
        return Optional.ofNullable(damage);
    }
}
