package org.sipsleuth.capture.stream.tcp;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream;

/// One direction of a connection: orders its segments.
final class TcpDirection {

    /// The maximum number of bytes kept after a gap.
    static final int MOST_KEPT_BYTES = 1 << 20;

    private final FrameAccounting account;
    private final Supplier<ByteStream> stream;
    private final WaitingDirections waiting;
    private final StreamPlaces places = new StreamPlaces();
    private final SentBytes sent;
    private final HeldSegments held;

    private @Nullable TcpDirection opposite;

    /// Made when data comes: many sides send none.
    private @Nullable StreamOutlet outlet;

    private boolean ended;

    /// Whether bytes are waited for that the other side has.
    private boolean awaited;

    private long sinceNanos;

    /// @param stream gives what takes the bytes, once there are any
    TcpDirection(Supplier<ByteStream> stream, FrameAccounting account, WaitingDirections waiting) {
        this.account = account;
        this.stream = stream;
        this.waiting = waiting;
        this.sent = new SentBytes(places, waiting);
        this.held = new HeldSegments(waiting.withheld());
    }

    private StreamOutlet outlet() {
        StreamOutlet its = outlet;
        if (its == null) {
            its = new StreamOutlet(stream.get(), account);
            outlet = its;
        }
        return its;
    }

    /// The other side's bytes wait for those that they answer.
    void answersTo(TcpDirection other) {
        opposite = other;
    }

    boolean isStarted() {
        return places.isBegun();
    }

    boolean isEnded() {
        return ended;
    }

    /// Whether its first byte has this sequence number.
    boolean beganAt(int sequence) {
        return places.beganAt(sequence);
    }

    /// Whether the sequence number belongs to this stream, as far as known.
    boolean isNear(int sequence) {
        return places.isNear(sequence);
    }

    /// Whether it goes on, and near this sequence number.
    boolean goesOnNear(int sequence) {
        return !ended && places.isNear(sequence);
    }

    /// Whether bytes up to here have not been given yet.
    boolean isNew(int sequence) {
        return places.of(sequence) > places.next() || !places.isNear(sequence);
    }

    /// Whether the sender can be at this number, as far as that is known.
    boolean isAt(int sequence) {
        return sent.mayBeAt(sequence, held.isEmpty() ? places.next() : held.end());
    }

    /// Since when it waits, in the capture's time.
    long sinceNanos() {
        return sinceNanos;
    }

    /// Since when it waits for bytes that the other side has.
    long missedSinceNanos() {
        return sent.missedSinceNanos();
    }

    /// Takes a segment with payload.
    ///
    /// @param announced the sequence number that the stream begins with, if a SYN announced it
    void take(TcpSegment segment, @Nullable Integer announced) {
        int sequence = segment.dataSequence();
        if (!places.isBegun()) {
            sent.begin(sequence, announced);
        }
        TcpSegment.Payload payload = segment.payload();
        int frame = segment.arrival().frame();
        long from = places.of(sequence);
        long to = from + payload.length();
        if (outlet().isForeign()) {
            places.advance(to + payload.cutBytes());
            outlet().countForeign(frame);
            giveUp();
            return;
        }
        if (!ended && !places.isWithin(from)) {
            jump(from);
        }
        if (payload.length() == 0) {
            account.count(UnreadReason.TCP_CUT, 0, frame);
        } else {
            put(segment, new Stretch(from, payload.bytes(), payload.offset(), payload.length()));
        }
        if (payload.cutBytes() > 0 && places.next() >= to) {
            sent.cut(to + payload.cutBytes());
            if (!ended && held.isEmpty() && question() == null) {
                gapTo(to + payload.cutBytes()); // a repetition would be cut, too
            }
        }
        giveUp();
    }

    /// The other side has received all before this sequence number.
    void acknowledged(int sequence) {
        sent.acknowledge(sequence);
        look();
        giveUp();
    }

    /// The sender will send nothing from this sequence number on, if it is the one who says so.
    void finishAt(int sequence) {
        if (!places.isBegun() && isAt(sequence)) {
            end();
        } else if (places.isNear(sequence) && places.of(sequence) >= places.next()) {
            sent.endAt(places.of(sequence));
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
        long missing = sent.missingBytes();
        boolean isCut = sent.isCut();
        ended = true;
        StreamOutlet its = outlet;
        if (its == null) {
            return;
        }
        if (missing > 1 || (missing == 1 && isCut)) { // else it may be that of a FIN
            its.gap(missing);
        }
        its.end();
    }

    /// Skips the first gap, or that in the bytes that it answers.
    void giveUpFirst() {
        TcpDirection question = question();
        if (question != null) {
            question.giveUpFirst();
            return;
        }
        gapTo(held.first());
        drain();
    }

    /// Continues at an unrelated position.
    private void jump(long to) {
        while (!held.isEmpty()) {
            giveUpFirst();
        }
        outlet().gap(0);
        places.beginAnew(to);
        sent.beginAnew();
    }

    /// Puts a segment to its place.
    private void put(TcpSegment segment, Stretch all) {
        long next = places.next();
        boolean probe = all.length() == 1; // a keep-alive may repeat the last byte as any byte
        boolean repeated = ended || all.to() <= next;
        boolean differs = !probe && outlet().conflicts(all, repeated);
        if (repeated) {
            UnreadReason reason = differs ? UnreadReason.TCP_CONFLICT : UnreadReason.TCP_REPEATED;
            account.count(reason, 0, segment.arrival().frame());
            return;
        }
        sent.reachedBy(all.to());
        Stretch fresh = all.slice(Math.max(all.from(), next), all.to());
        List<Stretch> covered = held.overlapping(fresh);
        if (covered.stream().anyMatch(fresh::differsFrom)) {
            outlet().conflicts();
        }
        int skipped = (int) (fresh.from() - all.from());
        Provenance origin = segment.payload().origin().get();
        Provenance its = skipped == 0 ? origin : origin.slice(skipped, all.length());
        if (fresh.from() == next && covered.isEmpty() && question() == null) {
            places.advance(fresh.to());
            outlet().give(fresh, its, segment.arrival(), true);
        } else {
            keep(fresh, covered, its, segment.arrival());
        }
        drain();
        if (places.next() > next && sent.isMissed()) {
            sent.came();
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

    /// Passes on all bytes before the first gap.
    private void drain() {
        int before = held.cost();
        HeldSegments.Piece piece = held.pollUpTo(reach());
        boolean drained = piece != null;
        while (piece != null) {
            places.advance(piece.stretch().to());
            outlet().give(piece.stretch(), piece.origin(), piece.arrival(), piece.first());
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
        if (outlet != null && outlet.isForeign()) {
            return Long.MAX_VALUE;
        }
        return question() == null ? places.next() : Long.MIN_VALUE;
    }

    /// The other direction, if it waits for bytes that what comes here may answer.
    private @Nullable TcpDirection question() {
        TcpDirection other = opposite;
        return other != null && other.awaited && !awaited ? other : null;
    }

    private boolean hasGap() {
        return !held.isEmpty() && held.first() > places.next();
    }

    /// Looks whether bytes are missing that the other side has. Where frames are captured in
    /// disorder, they come a little later.
    private void look() {
        boolean awaits = hasGap() && sent.isMissed();
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

    /// Skips gaps that will not be filled, as far as that is known.
    void giveUp() {
        while (held.cost() > MOST_KEPT_BYTES) {
            giveUpFirst();
        }
        long known = sent.givenUpTo();
        while (hasGap() && known > places.next()) {
            gapTo(Math.min(known, held.first()));
            drain();
        }
        if (sent.isEnded() && held.isEmpty()) {
            end();
        }
    }

    private void gapTo(long to) {
        long missing = to - places.next();
        places.advance(to);
        if (missing > 0) {
            outlet().gap(missing);
        }
    }
}
