package org.sipsleuth.simulate.network;

/// What happens to messages on their way. Nothing is lost, doubled or overtaken over TCP.
///
/// @param delayNanos how long each takes at least
/// @param jitterNanos the mean of what is added to that, exponentially distributed; the order of
///     messages on the same way stays
/// @param loss the share that is lost, 0 … 1
/// @param late the share that takes [#LATE_NANOS] longer, so that later ones overtake it
/// @param doubled the share that arrives twice
public record Path(long delayNanos, long jitterNanos, double loss, double late, double doubled) {

    /// How much longer a late message takes.
    public static final long LATE_NANOS = 50_000_000L;

    private static final long NANOS_PER_MILLI = 1_000_000L;

    /// A way on which nothing is late or doubled.
    public Path(long delayNanos, long jitterNanos, double loss) {
        this(delayNanos, jitterNanos, loss, 0, 0);
    }

    /// A way with a delay and jitter in ms.
    public static Path ofMillis(double delay, double jitter, double loss) {
        return new Path((long) (delay * NANOS_PER_MILLI), (long) (jitter * NANOS_PER_MILLI), loss);
    }

    /// The same way with other shares of late and doubled messages.
    public Path with(double itsLate, double itsDoubled) {
        return new Path(delayNanos, jitterNanos, loss, itsLate, itsDoubled);
    }
}
