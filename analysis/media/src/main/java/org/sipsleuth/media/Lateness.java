package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.media.MediaStream.LateRun;

/// The packets of a stream that come too late for a jitter buffer of 100 ms, after the fastest
/// packet of the last seconds.
///
/// Jitter (RFC 3550 A.8) is a mean of 16 packets: a clump after a gap hardly moves it. Here each
/// packet is compared with its timestamp. A packet that begins sound anew (marker bit), and a delay
/// that lasts, as where a sender paused its timestamps, another way was taken or clocks drift, moves
/// the buffer instead, as receivers do: nothing is late then.
final class Lateness {

    /// Usual jitter buffers hold 60 to 100 ms; adaptive ones begin there.
    private static final double BUFFER_MILLIS = 100;

    /// Packets that were held up come together, and the next ones are in time again: nearer to the
    /// fastest than this. What does not get there within two seconds is another delay, to which
    /// receivers adapt.
    private static final double IN_TIME_MILLIS = BUFFER_MILLIS / 2;

    private static final long LONGEST_NANOS = 2_000_000_000L;

    /// The fastest packet is sought in so much of the past, and twice of it at most.
    private static final long WINDOW_NANOS = 5_000_000_000L;

    /// As jitter has it: a packet that is further from its time counts by other timestamps.
    private static final double MOST_MILLIS = 10_000;

    private static final int LONG_RUN = 5;
    private static final int MOST_RUNS = 256;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS = 1e3;

    private final RunBudget budget;
    private final List<LateRun> kept = new ArrayList<>(0);
    private int clockRate;
    private int timestamp;
    private long lastNanos;
    private double delay;
    private double fastest;
    private double fastestBefore;
    private long windowNanos;
    private long packets;
    private long runs;
    private long longRuns;
    private int longestRun;
    private double most;

    private int inRow;
    private long rowFromNanos;
    private FrameNumber rowFrom = new FrameNumber(0, 1);
    private double rowMost;

    /// @param budget limits the runs that all streams keep together
    Lateness(RunBudget budget) {
        this.budget = budget;
    }

    /// Adds a packet, in the order of arrival.
    ///
    /// @param rate of its clock in Hz, 0 if it is unknown or stands still
    void add(RtpHeader header, FrameNumber frame, long nanos, int rate) {
        if (rate == 0) {
            cut(); // after an event, devices count on from where they like
            return;
        }
        double moved = (nanos - lastNanos) / NANOS_PER_MILLI - (header.timestamp() - timestamp) * MILLIS / rate;
        if (rate != clockRate || Math.abs(moved) > MOST_MILLIS) {
            begin(nanos);
        } else {
            delay += moved;
            judge(header.isMarked(), frame, nanos);
        }
        clockRate = rate;
        timestamp = header.timestamp();
        lastNanos = nanos;
    }

    /// The next packet has no time that is known from the one before.
    void cut() {
        clockRate = 0;
    }

    private void begin(long nanos) {
        inRow = 0;
        delay = 0;
        fastest = 0;
        fastestBefore = 0;
        windowNanos = nanos;
    }

    private void judge(boolean isMarked, FrameNumber frame, long nanos) {
        double late = delay - Math.min(fastest, fastestBefore);
        if (late <= IN_TIME_MILLIS) {
            settle();
        } else if ((isMarked && late > BUFFER_MILLIS) || (inRow > 0 && nanos - rowFromNanos > LONGEST_NANOS)) {
            begin(nanos);
        } else if (late > BUFFER_MILLIS) {
            if (inRow++ == 0) {
                rowFromNanos = nanos;
                rowFrom = frame;
                rowMost = 0;
            }
            rowMost = Math.max(rowMost, late);
        }
        if (nanos - windowNanos > WINDOW_NANOS && inRow == 0) {
            windowNanos = nanos;
            fastestBefore = fastest;
            fastest = delay;
        }
        fastest = Math.min(fastest, delay);
    }

    /// The packets in a row were late: the next one is in time again.
    private void settle() {
        if (inRow > 0) {
            packets += inRow;
            runs++;
            longRuns += inRow >= LONG_RUN ? 1 : 0;
            longestRun = Math.max(longestRun, inRow);
            most = Math.max(most, rowMost);
            if (kept.size() < MOST_RUNS && budget.take()) {
                kept.add(new LateRun(rowFromNanos, lastNanos, inRow, rowFrom));
            }
            inRow = 0;
        }
    }

    /// What was found; packets at the end that nothing followed in time are not counted.
    MediaStream.Late late() {
        return new MediaStream.Late(packets, runs, longestRun, longRuns, most, kept);
    }
}
