package org.sipsleuth.capture.stream.tcp;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccount;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;

/// One direction of a connection: puts its segments in order. Places in the stream are sequence
/// numbers that go on beyond 32 bits.
final class TcpDirection {

    /// What may be kept behind a hole.
    static final int MOST_KEPT_BYTES = 1 << 20;

    /// Sequence numbers further away than this are no loss but another stream.
    static final int FAR_BYTES = 1 << 24;

    /// Nor is repeated what lies further than this before the first byte: windows are smaller.
    static final int MOST_BEFORE_BYTES = 1 << 20;

    private final FrameAccount account;
    private final StreamOutlet outlet;
    private final WaitingDirections waiting;
    private final HeldSegments held = new HeldSegments();

    private boolean started;
    private boolean ended;

    /// Where it began, or began anew.
    private long first;

    private long next;

    /// The bytes before it were sent, whether captured or not.
    private long sentTo;

    /// What was acknowledged before any of its data was seen.
    private @Nullable Integer acknowledgedFirst;

    /// The bytes before it were captured, or were cut off and never will be.
    private long cutTo;

    /// Since when bytes are missing that the other side has, or since when none of them came.
    private long missedSinceNanos;

    /// Whether such bytes are waited for.
    private boolean awaited;

    private @Nullable TcpDirection opposite;

    private long finAt = Long.MAX_VALUE;
    private long sinceNanos;

    TcpDirection(ByteStream stream, FrameAccount account, WaitingDirections waiting) {
        this.account = account;
        this.outlet = new StreamOutlet(stream, account);
        this.waiting = waiting;
    }

    /// What the other side sends waits for what it answers.
    void answersTo(TcpDirection other) {
        opposite = other;
    }

    boolean isStarted() {
        return started;
    }

    boolean isEnded() {
        return ended;
    }

    /// Whether its first byte has this sequence number.
    boolean beganAt(int sequence) {
        return started && (int) first == sequence;
    }

    /// Whether the sequence number belongs to this stream, as far as one can tell.
    boolean isNear(int sequence) {
        return started && isWithin(place(sequence));
    }

    private boolean isWithin(long place) {
        return place <= next + FAR_BYTES
                && place >= Math.max(next - FAR_BYTES, first - MOST_BEFORE_BYTES);
    }

    /// Whether bytes up to here have not been given yet.
    boolean isNew(int sequence) {
        return place(sequence) > next || !isNear(sequence);
    }

    /// Whether the sender can be at this number: between what was acknowledged and what was sent,
    /// as far as that is known. Of a direction without data only the acknowledged number is.
    boolean isAt(int sequence) {
        if (!started) {
            Integer acknowledged = acknowledgedFirst;
            return acknowledged != null && acknowledged == sequence;
        }
        long sent = Math.max(sentTo, held.isEmpty() ? next : held.end());
        long place = place(sequence);
        return place >= Math.min(sentTo, next) && place <= sent + 1; // a FIN has a number, too
    }

    /// Since when it waits, in the capture's time.
    long sinceNanos() {
        return sinceNanos;
    }

    /// Since when it waits for bytes that the other side has.
    long missedSinceNanos() {
        return missedSinceNanos;
    }

    /// The sequence number that the stream begins with if this is the first that is captured of it:
    /// what the other side acknowledged is where it goes on.
    int opening(int sequence) {
        Integer acknowledged = acknowledgedFirst;
        if (started || acknowledged == null) {
            return sequence;
        }
        int ahead = sequence - acknowledged;
        return ahead > 0 && ahead <= MOST_BEFORE_BYTES ? acknowledged : sequence;
    }

    /// Takes a segment with payload.
    ///
    /// @param opening the sequence number that the stream begins with, if it has not begun
    void take(TcpSegment segment, int opening) {
        if (!started) {
            begin(opening);
        }
        TcpSegment.Payload payload = segment.payload();
        int frame = segment.arrival().frame();
        long from = place(segment.dataSequence());
        long to = from + payload.length();
        if (outlet.isForeign()) {
            next = Math.max(next, to + payload.cutBytes());
            outlet.countForeign(frame);
            giveUp();
            return;
        }
        if (!ended && !isWithin(from)) {
            jump(from);
        }
        if (payload.cutBytes() > 0) {
            sentTo = Math.max(sentTo, to + payload.cutBytes());
            cutTo = sentTo;
        }
        if (payload.length() == 0) {
            account.count(UnreadReason.TCP_CUT, 0, frame);
        } else {
            put(segment, new Stretch(from, payload.bytes(), payload.offset(), payload.length()));
        }
        giveUp();
    }

    private void begin(int opening) {
        started = true;
        first = Integer.toUnsignedLong(opening) + (1L << Integer.SIZE); // never below 0
        next = first;
        sentTo = next;
        cutTo = next;
        missedSinceNanos = waiting.nowNanos();
        Integer acknowledged = acknowledgedFirst;
        if (acknowledged != null && isNear(acknowledged)) {
            sentTo = Math.max(place(acknowledged), next);
        }
    }

    /// The other side has received all before this sequence number.
    void acknowledged(int sequence) {
        if (!started) {
            acknowledgedFirst = sequence;
        } else if (isNear(sequence)) {
            long place = place(sequence);
            if (place > sentTo) {
                missedSinceNanos = sentTo > next ? missedSinceNanos : waiting.nowNanos();
                sentTo = place;
            }
            look();
            giveUp();
        }
    }

    /// The sender will send nothing from this sequence number on, if it is the one who says so.
    void finishAt(int sequence) {
        if (!started && isAt(sequence)) {
            end();
        } else if (isNear(sequence) && place(sequence) >= next) {
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
        long missing = Math.min(sentTo, finAt) - next;
        if (missing > 1) { // one is the number of a FIN that was not captured
            outlet.gap(missing);
        }
        ended = true;
        outlet.end();
    }

    /// Goes past the first hole, or past that in what it answers.
    void giveUpFirst() {
        TcpDirection question = question();
        if (question != null) {
            question.giveUpFirst();
            return;
        }
        gapTo(held.first());
        drain();
    }

    /// Goes on at a place that has nothing to do with what was before.
    private void jump(long to) {
        while (!held.isEmpty()) {
            giveUpFirst();
        }
        outlet.gap(0);
        first = to;
        next = to;
        sentTo = to;
        cutTo = to;
        finAt = Long.MAX_VALUE;
    }

    /// Puts a segment to its place.
    private void put(TcpSegment segment, Stretch all) {
        boolean probe = all.length() == 1; // a keep-alive may repeat the last byte as any byte
        boolean repeated = ended || all.to() <= next;
        boolean differs = !probe && outlet.conflicts(all, repeated);
        if (repeated) {
            UnreadReason reason = differs ? UnreadReason.TCP_CONFLICT : UnreadReason.TCP_REPEATED;
            account.count(reason, 0, segment.arrival().frame());
            return;
        }
        if (all.to() > finAt) {
            finAt = Long.MAX_VALUE; // somebody else said so
        }
        Stretch fresh = all.slice(Math.max(all.from(), next), all.to());
        List<Stretch> covered = held.overlapping(fresh);
        if (covered.stream().anyMatch(fresh::differsFrom)) {
            outlet.conflicts();
        }
        int skipped = (int) (fresh.from() - all.from());
        Provenance origin = segment.payload().origin().get();
        Provenance its = skipped == 0 ? origin : origin.slice(skipped, all.length());
        long before = next;
        if (fresh.from() == next && covered.isEmpty() && question() == null) {
            next = fresh.to();
            outlet.give(fresh, its, segment.arrival(), true);
        } else {
            keep(fresh, covered, its, segment.arrival());
        }
        drain();
        if (next > before && sentTo > next) {
            missedSinceNanos = waiting.nowNanos();
            waiting.late(this, awaited);
        }
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
            next = Math.max(next, piece.stretch().to());
            outlet.give(piece.stretch(), piece.origin(), piece.arrival(), piece.first());
            piece = held.pollUpTo(reach());
        }
        waiting.kept(held.cost() - before);
        if (held.isEmpty()) {
            waiting.remove(this);
        } else if (drained) {
            waits();
        }
        look();
    }

    /// Up to where nothing is missing; nothing is missed of what is not looked for.
    private long reach() {
        if (outlet.isForeign()) {
            return Long.MAX_VALUE;
        }
        return question() == null ? next : Long.MIN_VALUE;
    }

    /// The other direction, if it waits for bytes that what comes here may answer.
    private @Nullable TcpDirection question() {
        TcpDirection other = opposite;
        return other != null && other.awaited && !awaited ? other : null;
    }

    private boolean hasHole() {
        return !held.isEmpty() && held.first() > next;
    }

    /// Looks whether bytes are missing that the other side has. Where frames are captured in
    /// disorder, they come a little later.
    private void look() {
        boolean awaits = hasHole() && sentTo > next;
        if (awaits == awaited) {
            return;
        }
        awaited = awaits;
        waiting.late(this, awaits);
        TcpDirection answer = opposite;
        if (!awaits && answer != null) {
            answer.drain();
        }
    }

    /// Gives up holes that will not be filled, as far as that is known.
    void giveUp() {
        while (held.cost() > MOST_KEPT_BYTES) {
            giveUpFirst();
        }
        boolean late = waiting.nowNanos() - missedSinceNanos > WaitingDirections.LATE_NANOS;
        long known = late ? sentTo : cutTo;
        while (hasHole() && known > next) {
            gapTo(Math.min(known, held.first()));
            drain();
        }
        if (next >= finAt && held.isEmpty()) {
            end();
        }
    }

    private void gapTo(long to) {
        long missing = to - next;
        next = to;
        if (missing > 0) {
            outlet.gap(missing);
        }
    }

    /// The place of a sequence number: the nearest to where the stream is.
    private long place(int sequence) {
        return next + (sequence - (int) next);
    }
}
