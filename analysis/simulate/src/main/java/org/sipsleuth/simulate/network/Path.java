package org.sipsleuth.simulate.network;

/// Delay, loss, reordering and duplication of messages in transit; over TCP only delay.
///
/// @param delayNanos the minimum delay
/// @param jitterNanos the mean of the additional delay, exponentially distributed; the order of
///     messages on the same route is kept
/// @param loss the share that is lost, 0 … 1
/// @param late the share delayed by a further [#LATE_NANOS], so that later ones overtake it
/// @param doubled the share that arrives twice
public record Path(long delayNanos, long jitterNanos, double loss, double late, double doubled) {

    /// The additional delay of a late message.
    public static final long LATE_NANOS = 50_000_000L;

    private static final long NANOS_PER_MILLI = 1_000_000L;

    /// A path on which nothing is late or doubled.
    public Path(long delayNanos, long jitterNanos, double loss) {
        this(delayNanos, jitterNanos, loss, 0, 0);
    }

    /// A path with a delay and jitter in ms.
    public static Path ofMillis(double delay, double jitter, double loss) {
        return new Path((long) (delay * NANOS_PER_MILLI), (long) (jitter * NANOS_PER_MILLI), loss);
    }

    /// The same path with other shares of late and doubled messages.
    public Path with(double itsLate, double itsDoubled) {
        return new Path(delayNanos, jitterNanos, loss, itsLate, itsDoubled);
    }
}
