package org.sipsleuth.capture.stream.tcp;

import java.util.LinkedHashSet;

/// The directions that wait for bytes which have not come, the longest waiting first, and what it
/// costs to keep what they have.
final class WaitingDirections {

    /// How long missing bytes are waited for, in the capture's time.
    static final long PATIENCE_NANOS = 120_000_000_000L;

    /// How long missing bytes are waited for that the other side has.
    static final long LATE_NANOS = 20_000_000L;

    /// What all directions of a capture may keep together.
    static final long MOST_BYTES = 32L << 20;

    private final LinkedHashSet<TcpDirection> directions = new LinkedHashSet<>();

    /// Those that wait for bytes which the other side has.
    private final LinkedHashSet<TcpDirection> late = new LinkedHashSet<>();

    private final Withheld withheld;
    private long keptBytes;
    private long nowNanos;

    /// @param withheld learns since when each of them waits
    WaitingDirections(Withheld withheld) {
        this.withheld = withheld;
    }

    /// What is told of bytes that wait.
    Withheld withheld() {
        return withheld;
    }

    /// What all of them keep, in bytes.
    long keptBytes() {
        return keptBytes;
    }

    /// The time of the frame at hand.
    long nowNanos() {
        return nowNanos;
    }

    /// A direction keeps so many bytes more, or less.
    void kept(long change) {
        keptBytes += change;
    }

    /// A direction begins to wait again.
    void add(TcpDirection direction) {
        directions.remove(direction);
        directions.add(direction);
    }

    void remove(TcpDirection direction) {
        directions.remove(direction);
    }

    /// A direction begins again to wait for bytes that the other side has, or ends it.
    void late(TcpDirection direction, boolean awaits) {
        late.remove(direction);
        if (awaits) {
            late.add(direction);
        }
    }

    /// Gives up what was waited for too long, or what is too much.
    void pass(long time) {
        nowNanos = time;
        while (!late.isEmpty() && time - late.getFirst().missedSinceNanos() > LATE_NANOS) {
            late.removeFirst().giveUp();
        }
        while (!directions.isEmpty()) {
            TcpDirection oldest = directions.getFirst();
            if (time - oldest.sinceNanos() <= PATIENCE_NANOS && keptBytes <= MOST_BYTES) {
                return;
            }
            oldest.giveUpFirst();
        }
    }
}
