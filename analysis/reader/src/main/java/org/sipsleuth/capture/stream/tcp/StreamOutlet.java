package org.sipsleuth.capture.stream.tcp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;

/// Gives the bytes of a direction on, in order, and accounts for their frames.
///
/// What it gives is said to have arrived with the newest frame given so far, for only with that
/// could it be read.
final class StreamOutlet {

    private static final int MOST_RECENT = 16;

    private final ByteStream stream;
    private final FrameAccounting account;
    private final StreamFrames frames;

    /// The latest bytes passed on, to detect retransmissions with different bytes.
    private final ArrayDeque<Stretch> recent = new ArrayDeque<>(2);

    private @Nullable Arrival newest;
    private boolean foreign;

    /// Whether what was given last completed something.
    private boolean complete;

    /// Up to where what was given waits for nothing; the last segment may hold a beginning, too.
    private long completeTo;

    /// Whether something waits for which different bytes came.
    private boolean conflict;

    /// Whether it passed on any bytes: gaps are reported only then.
    private boolean gave;

    /// The gaps that are not reported yet.
    private long gaps;

    private long lostBytes;

    StreamOutlet(ByteStream stream, FrameAccounting account) {
        this.stream = stream;
        this.account = account;
        this.frames = new StreamFrames(account);
    }

    /// Whether nothing is looked for in the stream any more.
    boolean isForeign() {
        return foreign;
    }

    /// Whether bytes are others than those given at their place lately. If so, what waits is
    /// marked, unless they repeat only what was complete before.
    ///
    /// @param wholly whether all of them came before
    boolean conflicts(Stretch stretch, boolean wholly) {
        boolean differs = false;
        for (Stretch given : recent) {
            if (given.differsFrom(stretch)) {
                differs = true;
                conflict |= !wholly || (!complete && given.to() > completeTo);
            }
        }
        return differs;
    }

    /// Bytes that wait came a second time, and differ.
    void conflicts() {
        conflict = true;
    }

    /// Gives bytes.
    ///
    /// @param first whether they are the first given of their frame
    void give(Stretch stretch, Provenance origin, Arrival arrival, boolean first) {
        if (foreign) {
            if (first) {
                countForeign(arrival.frame());
            }
            return;
        }
        if (first) {
            frames.add(arrival.frame());
        }
        Arrival with = newest;
        if (with == null) {
            with = new Arrival();
            newest = with;
        }
        if (arrival.frame() > with.frame()) {
            with.copy(arrival);
        }
        conflict |= arrival.hasOverlap();
        if (conflict) {
            with.markOverlap();
        }
        remember(stretch);
        byte[] bytes = new byte[stretch.length()];
        MemorySegment.copy(stretch.bytes(), ValueLayout.JAVA_BYTE, stretch.offset(), bytes, 0, bytes.length);
        became(stream.data(with, bytes, 0, bytes.length, origin));
    }

    /// Bytes that lie in memory are not remembered: of very many connections it would be much.
    private void remember(Stretch stretch) {
        if (recent.size() == MOST_RECENT) {
            recent.removeFirst();
        }
        if (stretch.bytes().isNative()) {
            recent.addLast(stretch);
        }
    }

    /// Reports that bytes are missing.
    ///
    /// @param missingBytes how many; 0 where that is not known
    void gap(long missingBytes) {
        if (missingBytes > 0) {
            gaps++;
            lostBytes += missingBytes;
            reportGaps();
        }
        if (newest != null && !foreign) {
            ByteStream.Verdict verdict = stream.gap(newest, missingBytes);
            if (verdict != ByteStream.Verdict.WAITING) { // what is reported of frames already stays
                became(verdict);
            }
        }
    }

    /// There are no more.
    void end() {
        gap(0); // what is not complete now will not be
        frames.end(stream.passedEarlier());
        stream.end();
    }

    private void reportGaps() {
        if (gave && gaps > 0 && newest != null) {
            account.lost(newest.frame(), gaps, lostBytes);
            gaps = 0;
            lostBytes = 0;
        }
    }

    /// Counts a frame of a stream that nothing is looked for in.
    void countForeign(int frame) {
        UnreadReason reason = stream.unreadReason();
        account.count(reason == null ? UnreadReason.TCP_FOREIGN : reason, stream.unreadDetail(), frame);
    }

    private void became(ByteStream.Verdict verdict) {
        frames.became(verdict, stream);
        complete = verdict != ByteStream.Verdict.WAITING;
        if (verdict == ByteStream.Verdict.GAVE && !gave) {
            gave = true;
            reportGaps();
        }
        switch (verdict) {
            case WAITING -> {
            }
            case GAVE, NOTHING -> {
                conflict = false;
                completeTo = recent.isEmpty() ? completeTo : recent.getLast().from();
            }
            case FOREIGN -> {
                foreign = true;
                recent.clear();
            }
        }
    }
}
