package org.sipsleuth.capture.stream.tcp;

import org.jspecify.annotations.Nullable;

/// What a side is known to have sent, whether it was captured or not.
final class SentBytes {

    private final StreamPlaces places;
    private final WaitingDirections waiting;

    /// What was acknowledged before any of its data was seen.
    private @Nullable Integer acknowledgedFirst;

    /// The bytes before it were sent.
    private long to;

    /// The bytes before it were captured, or cut off by the capture.
    private long cutTo;

    private long end = Long.MAX_VALUE;
    private long missedSinceNanos;

    SentBytes(StreamPlaces places, WaitingDirections waiting) {
        this.places = places;
        this.waiting = waiting;
    }

    /// The sequence number that the stream begins with if this is the first that is captured of it:
    /// what the other side acknowledged is where it goes on. Zero is what programs write that make
    /// captures out of something else.
    private int opening(int sequence) {
        Integer acknowledged = acknowledgedFirst;
        if (acknowledged == null || acknowledged == 0) {
            return sequence;
        }
        int ahead = sequence - acknowledged;
        return ahead > 0 && ahead <= StreamPlaces.MOST_BEFORE_BYTES ? acknowledged : sequence;
    }

    /// The stream begins.
    ///
    /// @param sequence the number of what is captured first
    /// @param announced the initial number, if a SYN announced it
    void begin(int sequence, @Nullable Integer announced) {
        places.begin(announced == null ? opening(sequence) : announced);
        beginAnew();
        to = announced == null ? places.of(sequence) : to;
        missedSinceNanos = waiting.nowNanos();
        Integer acknowledged = acknowledgedFirst;
        if (acknowledged != null && places.isNear(acknowledged)) {
            to = Math.max(places.of(acknowledged), to);
        }
    }

    /// The stream goes on elsewhere.
    void beginAnew() {
        to = places.next();
        cutTo = to;
        end = Long.MAX_VALUE;
    }

    /// The other side has received all before this sequence number, if the stream is near it.
    void acknowledge(int sequence) {
        if (!places.isBegun()) {
            acknowledgedFirst = sequence;
        } else if (places.isNear(sequence) && places.of(sequence) > to) {
            if (!isMissed()) {
                missedSinceNanos = waiting.nowNanos();
            }
            to = places.of(sequence);
        }
    }

    /// Marks all before this position as sent, but not captured.
    void cut(long place) {
        to = Math.max(to, place);
        cutTo = Math.max(cutTo, place);
    }

    /// Whether the capture cut off the bytes that come next.
    boolean isCut() {
        return cutTo > places.next();
    }

    /// The sender announces the end at this position.
    void endAt(long place) {
        end = place;
    }

    /// Marks the bytes up to here as sent; if that is beyond the announced end, the end was forged.
    void reachedBy(long place) {
        if (place > end) {
            end = Long.MAX_VALUE;
        }
    }

    /// Whether all was captured, as far as its sender announced.
    boolean isEnded() {
        return places.next() >= end;
    }

    /// Whether bytes are missing that were sent.
    boolean isMissed() {
        return to > places.next();
    }

    /// Some that were missing have come.
    void came() {
        missedSinceNanos = waiting.nowNanos();
    }

    /// Since when bytes are missing that were sent, or since when none of them came.
    long missedSinceNanos() {
        return missedSinceNanos;
    }

    /// Up to where nothing is waited for any more.
    long givenUpTo() {
        boolean late = waiting.nowNanos() - missedSinceNanos > WaitingDirections.LATE_NANOS;
        return late ? to : cutTo;
    }

    /// How many bytes never came.
    long missingBytes() {
        return Math.min(to, end) - places.next();
    }

    /// Whether the sender can be at this number: between what was acknowledged and what was sent,
    /// as far as that is known. Of a direction without data only the acknowledged number is.
    ///
    /// @param captured up to where bytes were captured
    boolean mayBeAt(int sequence, long captured) {
        if (!places.isBegun()) {
            Integer acknowledged = acknowledgedFirst;
            return acknowledged != null && acknowledged == sequence;
        }
        long place = places.of(sequence);
        return place >= Math.min(to, places.next()) && place <= Math.max(to, captured) + 1; // a FIN has a number, too
    }
}
