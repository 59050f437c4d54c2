package org.sipsleuth.media;

/// The interarrival jitter of a stream (RFC 3550 §6.4.1, A.8).
///
/// Packets of other clocks than the one before (RFC 7160), of unknown clocks and of events, whose
/// timestamps stand still (RFC 4733 §2.2.1), are passed over. So is the step where a source begins
/// its timestamps again.
final class Jitter {

    private static final double GAIN = 1.0 / 16;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS = 1e3;

    /// A packet that is further from its time does not belong to the same count of timestamps.
    private static final double MOST_MILLIS = 10_000;

    private int clockRate;
    private long arrivalNanos;
    private int timestamp;
    private double millis;
    private double sum;
    private double largest;
    private long steps;
    private long unsteady;
    private double drift;
    private double apart;

    /// A packet that is so much further from the one before than its timestamp says, or nearer, is
    /// unsteady: a whole packet of sound.
    private static final double UNSTEADY_MILLIS = 20;

    /// @param rate of the packet's clock in Hz, 0 if it is unknown
    void add(long nanos, int itsTimestamp, int rate) {
        if (rate == 0) {
            return;
        }
        if (rate == clockRate) {
            double arrival = (nanos - arrivalNanos) / NANOS_PER_MILLI;
            double sent = (itsTimestamp - timestamp) * MILLIS / rate;
            step(arrival - sent);
        }
        clockRate = rate;
        arrivalNanos = nanos;
        timestamp = itsTimestamp;
    }

    private void step(double signed) {
        double deviation = Math.abs(signed);
        if (deviation <= MOST_MILLIS) {
            millis += (deviation - millis) * GAIN;
            sum += millis;
            largest = Math.max(largest, millis);
            steps++;
            drift += signed;
            apart += deviation;
            unsteady += deviation >= UNSTEADY_MILLIS ? 1 : 0;
        }
    }

    double millis() {
        return steps == 0 ? Double.NaN : millis;
    }

    double meanMillis() {
        return steps == 0 ? Double.NaN : sum / steps;
    }

    double maxMillis() {
        return steps == 0 ? Double.NaN : largest;
    }

    /// The share of packets that are unsteady, in [0, 1]; 0 where most are so in one direction, since
    /// then the timestamps count by another clock than they should.
    double unsteadyShare() {
        boolean isDrifting = Math.abs(drift) * 2 > apart;
        return steps == 0 || isDrifting ? 0 : (double) unsteady / steps;
    }
}
