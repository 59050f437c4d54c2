package org.sipsleuth.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.media.MediaStream.LostRun;

/// How the packets of a stream follow each other: payload types, packet time, runs of lost packets.
///
/// [SequenceCount] counts what the sequence numbers let expect. Here a number that jumps while no
/// time passes is told from packets that are missing: a source that begins again, such as music on
/// hold, loses nothing.
final class StreamCourse {

    private static final int NUMBERS = 1 << 16;

    /// As [SequenceCount] has them.
    private static final int MOST_DROPOUT = 3_000;

    private static final int MOST_DISORDER = 100;

    /// Fewer missing packets are never taken for a jump.
    private static final int FEWEST_JUMPED = 10;

    /// Packets that were held up come together, so much later at most.
    private static final long HELD_UP_NANOS = 200_000_000L;

    private static final int LONG_RUN = 5;
    private static final int MOST_RUNS = 256;

    /// Runs that a late packet may still belong to.
    private static final int RECENT_RUNS = 8;

    /// The steps between timestamps that are counted.
    private static final int MOST_STEPS = 16;

    /// The longest packet time: 200 ms of sound.
    private static final int LEAST_PACKETS_PER_SECOND = 5;

    private static final double MILLIS = 1e3;
    private static final double NANOS_PER_MILLI = 1e6;

    /// Packets missing in a row, some of which may still come late.
    private static final class Run {
        final long fromNanos;
        final long toNanos;
        final int first;
        final int length;
        private @Nullable BitSet late;

        Run(long fromNanos, long toNanos, int first, int length) {
            this.fromNanos = fromNanos;
            this.toNanos = toNanos;
            this.first = first;
            this.length = length;
        }

        /// Whether a number belongs here.
        boolean fill(int sequence) {
            int place = sequence - first & NUMBERS - 1;
            if (place < length) {
                late = late == null ? new BitSet(length) : late;
                late.set(place);
            }
            return place < length;
        }

        int missing() {
            return late == null ? length : length - late.cardinality();
        }

        /// The lengths of what is missing in a row.
        int[] rows() {
            if (late == null) {
                return new int[]{length};
            }
            int[] rows = new int[late.cardinality() + 1];
            int count = 0;
            for (int from = late.nextClearBit(0); from < length;) {
                int came = late.nextSetBit(from);
                int to = came < 0 ? length : came;
                rows[count++] = to - from;
                from = late.nextClearBit(to);
            }
            return Arrays.copyOf(rows, count);
        }
    }

    private final RunBudget budget;
    private final Map<Integer, Long> byType = new TreeMap<>();
    private final Map<Integer, Integer> steps = new TreeMap<>();
    private final List<Run> kept = new ArrayList<>(0);
    private final @Nullable Run[] recent = new @Nullable Run[RECENT_RUNS];
    private int runCount;
    private boolean isBegun;
    private int highest;
    private int restart = -1;
    private long lastNanos;
    private int timestamp;
    private int payloadType;
    private int countedType = -1;
    private long counted;
    private int usualStep;
    private int usualCount;
    private int clockRate;
    private long lost;
    private long jumped;
    private long runs;
    private long longRuns;
    private int longestRun;

    /// @param budget limits the runs that all streams keep together
    StreamCourse(RunBudget budget) {
        this.budget = budget;
    }

    /// Adds a packet of RTP.
    ///
    /// @param rate of its clock in Hz, 0 if it is unknown or stands still
    void add(RtpHeader header, long nanos, int rate) {
        count(header.payloadType());
        int sequence = header.sequence();
        int step = sequence - highest & NUMBERS - 1;
        if (!isBegun || sequence == restart) {
            isBegun = true;
            goOn(header, nanos);
        } else if (step == 0) {
            lastNanos = nanos; // a copy
        } else if (step < MOST_DROPOUT) {
            if (step == 1) {
                consecutive(header, rate);
            } else {
                missing(highest + 1 & NUMBERS - 1, step - 1, nanos);
            }
            goOn(header, nanos);
        } else if (step > NUMBERS - MOST_DISORDER) {
            late(sequence);
        } else {
            restart = sequence + 1 & NUMBERS - 1;
        }
    }

    /// What comes between the packet before and the next one was not captured.
    void cut() {
        isBegun = false;
    }

    /// Packets of one type come in runs.
    private void count(int type) {
        if (type != countedType) {
            flush();
            countedType = type;
        }
        counted++;
    }

    private void flush() {
        if (counted > 0) {
            byType.merge(countedType, counted, Long::sum);
            counted = 0;
        }
    }

    private void goOn(RtpHeader header, long nanos) {
        highest = header.sequence();
        timestamp = header.timestamp();
        payloadType = header.payloadType();
        lastNanos = nanos;
        restart = -1;
    }

    private void consecutive(RtpHeader header, int rate) {
        int step = header.timestamp() - timestamp;
        if (rate > 0 && header.payloadType() == payloadType && step > 0
                && (long) step * LEAST_PACKETS_PER_SECOND <= rate) {
            if (rate != clockRate) {
                clockRate = rate;
                steps.clear();
                usualCount = 0;
            }
            if (step == usualStep) {
                usualCount++;
            } else {
                other(step);
            }
        }
    }

    private void other(int step) {
        if (steps.size() < MOST_STEPS || steps.containsKey(step)) {
            int count = steps.merge(step, 1, Integer::sum);
            if (count > usualCount) {
                if (usualCount > 0) {
                    steps.put(usualStep, usualCount);
                }
                steps.remove(step);
                usualStep = step;
                usualCount = count;
            }
        }
    }

    private double packetMillis() {
        return usualCount == 0 ? 0 : usualStep * MILLIS / clockRate;
    }

    private void missing(int first, int count, long nanos) {
        double due = count * packetMillis() * NANOS_PER_MILLI;
        boolean isJump = count >= FEWEST_JUMPED && nanos - lastNanos < due / 2 - HELD_UP_NANOS;
        if (isJump) {
            jumped += count;
            return;
        }
        boolean isKept = kept.size() < MOST_RUNS && budget.take();
        Run run = new Run(lastNanos, nanos, first, count);
        if (isKept) {
            kept.add(run);
        }
        settle();
        recent[runCount++ & RECENT_RUNS - 1] = run;
    }

    /// Counts the oldest of the recent runs; what comes later is no longer taken for a part of it.
    private void settle() {
        Run run = recent[runCount & RECENT_RUNS - 1];
        if (run == null) {
            return;
        }
        for (int row : run.rows()) {
            lost += row;
            runs++;
            longRuns += row >= LONG_RUN ? 1 : 0;
            longestRun = Math.max(longestRun, row);
        }
    }

    /// A packet that was taken for missing came out of order.
    private void late(int sequence) {
        for (Run run : recent) {
            if (run != null && run.fill(sequence)) {
                return;
            }
        }
    }

    /// What was found.
    MediaStream.Course course(double unsteadyShare, MediaStream.Late late) {
        flush();
        for (int i = 0; i < RECENT_RUNS; i++) {
            settle();
            recent[runCount++ & RECENT_RUNS - 1] = null;
        }
        List<LostRun> missing = kept.stream()
                .filter(run -> run.missing() > 0)
                .map(run -> new LostRun(run.fromNanos, run.toNanos, run.missing(),
                        Arrays.stream(run.rows()).max().orElse(0)))
                .toList();
        return new MediaStream.Course(byType, packetMillis(), unsteadyShare, lost, jumped, runs, longestRun, longRuns,
                missing, late);
    }
}
