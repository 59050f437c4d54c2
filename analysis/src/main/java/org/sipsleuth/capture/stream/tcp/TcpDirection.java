package org.sipsleuth.capture.stream.tcp;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccount;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;

/// One direction of a connection: puts its segments in order and gives their bytes on.
///
/// What it gives is said to have arrived with the newest frame given so far, for only with that
/// could it be read. Places in the stream are sequence numbers that go on beyond 32 bits.
final class TcpDirection {

    /// What may be kept behind a hole.
    static final int MOST_KEPT_BYTES = 1 << 20;

    /// Sequence numbers further away than this are no loss but another stream.
    static final int FAR_BYTES = 1 << 24;

    private static final int MOST_RECENT = 16;

    private final ByteStream stream;
    private final FrameAccount account;
    private final StreamFrames frames;
    private final WaitingDirections waiting;
    private final HeldSegments held = new HeldSegments();

    /// What was given last, to tell whether a retransmission says something else.
    private final ArrayDeque<Stretch> recent = new ArrayDeque<>(2);

    private @Nullable Arrival newest;
    private boolean started;
    private boolean ended;
    private boolean foreign;

    /// Whether what was given last completed something.
    private boolean complete;

    /// Whether something waits for which different bytes came.
    private boolean conflict;

    private int start;
    private long next;

    /// The bytes before it were sent, whether captured or not.
    private long sentTo;

    private long finAt = Long.MAX_VALUE;
    private long sinceNanos;

    TcpDirection(ByteStream stream, FrameAccount account, WaitingDirections waiting) {
        this.stream = stream;
        this.account = account;
        this.frames = new StreamFrames(account);
        this.waiting = waiting;
    }

    boolean isStarted() {
        return started;
    }

    boolean isEnded() {
        return ended;
    }

    /// Whether its first byte has this sequence number.
    boolean beganAt(int sequence) {
        return started && start == sequence;
    }

    /// Whether the sequence number belongs to this stream, as far as one can tell.
    boolean isNear(int sequence) {
        return started && Math.abs((long) (sequence - (int) next)) <= FAR_BYTES;
    }

    /// Whether bytes up to here have not been given yet.
    boolean isNew(int sequence) {
        return place(sequence) > next || !isNear(sequence);
    }

    /// Since when it waits, in the capture's time.
    long sinceNanos() {
        return sinceNanos;
    }

    /// Takes a segment with payload.
    ///
    /// @param first the sequence number that the stream begins with, if it has not begun
    void take(TcpSegment segment, int first) {
        if (!started) {
            started = true;
            start = first;
            next = Integer.toUnsignedLong(first) + (1L << Integer.SIZE);
            long acknowledged = isNear((int) sentTo) ? place((int) sentTo) : next;
            sentTo = Math.max(acknowledged, next);
        }
        TcpSegment.Payload payload = segment.payload();
        long from = place(segment.dataSequence());
        long to = from + payload.length();
        if (foreign) {
            next = Math.max(next, to + payload.cutBytes());
            countForeign(segment.arrival().frame());
            giveUp();
            return;
        }
        if (Math.abs(from - next) > FAR_BYTES) {
            jump(from);
        }
        if (payload.cutBytes() > 0) {
            sentTo = Math.max(sentTo, to + payload.cutBytes());
        }
        if (payload.length() == 0) {
            account.count(UnreadReason.TCP_CUT, 0, segment.arrival().frame());
        } else {
            place(segment, new Stretch(from, payload.bytes(), payload.offset(), payload.length()));
        }
        giveUp();
    }

    /// The other side has received all before this sequence number.
    void acknowledged(int sequence) {
        if (!started) {
            sentTo = Integer.toUnsignedLong(sequence);
        } else if (isNear(sequence)) {
            sentTo = Math.max(sentTo, place(sequence));
            giveUp();
        }
    }

    /// The sender will send nothing from this sequence number on.
    void finishAt(int sequence) {
        if (!started) {
            end();
        } else if (isNear(sequence)) {
            finAt = place(sequence);
            giveUp();
        }
    }

    /// There are no more segments.
    void end() {
        if (ended) {
            return;
        }
        while (!held.isEmpty()) {
            giveUpFirst();
        }
        if (newest != null && !foreign) {
            became(stream.gap(newest, 0));
        }
        ended = true;
        frames.end();
        recent.clear();
        stream.end();
    }

    /// Goes past the first hole.
    void giveUpFirst() {
        gapTo(held.first());
        drain();
    }

    private void jump(long to) {
        while (!held.isEmpty()) {
            giveUpFirst();
        }
        if (newest != null) {
            became(stream.gap(newest, 0));
        }
        next = to;
        sentTo = to;
        finAt = Long.MAX_VALUE;
    }

    private void place(TcpSegment segment, Stretch all) {
        boolean probe = all.length() == 1; // a keep-alive may repeat the last byte as any byte
        boolean differs = !probe && recent.stream().anyMatch(all::differsFrom);
        int frame = segment.arrival().frame();
        if (all.to() <= next) {
            conflict |= differs && !complete;
            account.count(UnreadReason.TCP_REPEATED, 0, frame);
            return;
        }
        Stretch fresh = all.slice(Math.max(all.from(), next), all.to());
        List<Stretch> covered = held.overlapping(fresh);
        conflict |= differs || covered.stream().anyMatch(fresh::differsFrom);
        int skipped = (int) (fresh.from() - all.from());
        Provenance origin = segment.payload().origin().get();
        Provenance its = skipped == 0 ? origin : origin.slice(skipped, all.length());
        if (fresh.from() == next && covered.isEmpty()) {
            frames.add(frame);
            give(fresh, its, segment.arrival());
        } else {
            keep(fresh, covered, its, segment.arrival());
        }
        drain();
    }

    private void keep(Stretch fresh, List<Stretch> covered, Provenance its, Arrival arrival) {
        int before = held.cost();
        boolean first = held.isEmpty();
        if (!held.add(fresh, covered, its, arrival)) {
            account.count(UnreadReason.TCP_REPEATED, 0, arrival.frame());
        }
        waiting.kept(held.cost() - before);
        if (first) {
            waits();
        }
    }

    private void waits() {
        sinceNanos = waiting.nowNanos();
        waiting.add(this);
    }

    /// Gives all that lies before the first hole.
    private void drain() {
        int before = held.cost();
        HeldSegments.Piece piece = held.pollUpTo(reach());
        boolean drained = piece != null;
        while (piece != null) {
            if (foreign && piece.first()) {
                countForeign(piece.arrival().frame());
            } else if (!foreign) {
                if (piece.first()) {
                    frames.add(piece.arrival().frame());
                }
                give(piece.stretch(), piece.origin(), piece.arrival());
            }
            piece = held.pollUpTo(reach());
        }
        waiting.kept(held.cost() - before);
        if (held.isEmpty()) {
            waiting.remove(this);
        } else if (drained) {
            waits();
        }
    }

    /// Up to where nothing is missing; nothing is missed of what is not looked for.
    private long reach() {
        return foreign ? Long.MAX_VALUE : next;
    }

    private void countForeign(int frame) {
        UnreadReason reason = stream.unreadReason();
        account.count(
                reason == null ? UnreadReason.TCP_FOREIGN : reason, stream.unreadDetail(), frame);
    }

    private void give(Stretch stretch, Provenance origin, Arrival arrival) {
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
        if (recent.size() == MOST_RECENT) {
            recent.removeFirst();
        }
        recent.addLast(stretch);
        next = stretch.to();
        byte[] bytes = new byte[stretch.length()];
        MemorySegment.copy(
                stretch.bytes(), ValueLayout.JAVA_BYTE, stretch.offset(), bytes, 0, bytes.length);
        became(stream.data(with, bytes, 0, bytes.length, origin));
    }

    private void became(ByteStream.Verdict verdict) {
        frames.became(verdict, stream);
        complete = verdict != ByteStream.Verdict.WAITING;
        switch (verdict) {
            case WAITING -> {}
            case GAVE, NOTHING -> {
                conflict = false;
                while (recent.size() > 1) {
                    recent.removeFirst();
                }
            }
            case FOREIGN -> {
                foreign = true;
                recent.clear();
            }
        }
    }

    /// Gives up holes that will not be filled, as far as that is known.
    private void giveUp() {
        while (!held.isEmpty() && (sentTo > next || held.cost() > MOST_KEPT_BYTES)) {
            gapTo(held.cost() > MOST_KEPT_BYTES ? held.first() : Math.min(sentTo, held.first()));
            drain();
        }
        if (next >= finAt && held.isEmpty()) {
            end();
        }
    }

    private void gapTo(long to) {
        long missing = to - next;
        next = to;
        if (newest != null && missing > 0 && !foreign) {
            became(stream.gap(newest, missing));
        }
    }

    /// The place of a sequence number: the nearest to where the stream is.
    private long place(int sequence) {
        return next + (sequence - (int) next);
    }
}
