package org.sipsleuth.app.memory;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/// Whether a program does hardly anything but collect garbage: then its memory is not enough, and
/// it would go on like this for minutes. Used by one thread.
final class MemoryPressure {

    /// So long it must have been going on.
    static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static final double COLLECTING_SHARE = 0.8;

    /// Where collections leave less than that in use, there is enough memory, however much garbage
    /// is made.
    private static final double FULL_SHARE = 0.6;

    /// What the JVM says at one time.
    ///
    /// @param nanos when
    /// @param collectingNanos for how long garbage has been collected since the start
    /// @param usedBytes what was in use after the last collection
    /// @param mostBytes what may be in use
    record Sample(long nanos, long collectingNanos, long usedBytes, long mostBytes) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    /// Takes the next sample.
    ///
    /// @return whether the memory is not enough
    boolean isExhausted(Sample now) {
        Sample before = samples.peekFirst();
        samples.addLast(now);
        while (before != null && now.nanos() - before.nanos() >= WINDOW_NANOS) {
            long wall = now.nanos() - before.nanos();
            long collecting = now.collectingNanos() - before.collectingNanos();
            if (collecting >= COLLECTING_SHARE * wall && now.usedBytes() >= FULL_SHARE * now.mostBytes()) {
                return true;
            }
            samples.removeFirst();
            before = samples.peekFirst();
        }
        return false;
    }
}
