package org.sipsleuth.simulate.network;

/// What happens to messages on their way.
///
/// @param delayNanos how long each takes at least
/// @param jitterNanos the mean of what is added to that, exponentially distributed; where it is
///     longer than the time between two messages, the later may arrive first
/// @param loss the share that is lost, 0 … 1; nothing is lost over TCP
public record Path(long delayNanos, long jitterNanos, double loss) {

    private static final long NANOS_PER_MILLI = 1_000_000L;

    /// A way with a delay and jitter in ms.
    public static Path ofMillis(double delay, double jitter, double loss) {
        return new Path((long) (delay * NANOS_PER_MILLI), (long) (jitter * NANOS_PER_MILLI), loss);
    }
}
