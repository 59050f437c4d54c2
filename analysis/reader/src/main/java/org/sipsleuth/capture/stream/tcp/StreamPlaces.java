package org.sipsleuth.capture.stream.tcp;

/// Where the sequence numbers of a direction lie in its stream: places go on beyond 32 bits.
final class StreamPlaces {

    /// Sequence numbers further away than this are no loss but another stream.
    static final int FAR_BYTES = 1 << 24;

    /// Nor is repeated what lies further than this before the first byte: windows are smaller.
    static final int MOST_BEFORE_BYTES = 1 << 20;

    private boolean begun;

    /// Where it began, or began again.
    private long first;

    private long next;

    /// Whether it is known where the stream is.
    boolean isBegun() {
        return begun;
    }

    /// The stream begins with this sequence number.
    void begin(int sequence) {
        begun = true;
        beginAnew(Integer.toUnsignedLong(sequence) + (1L << Integer.SIZE)); // never below 0
    }

    /// The stream goes on here, and has nothing to do with what was before.
    void beginAnew(long place) {
        first = place;
        next = place;
    }

    /// Where the next byte belongs.
    long next() {
        return next;
    }

    /// The stream goes on here, unless it is there already.
    void advance(long place) {
        next = Math.max(next, place);
    }

    /// The place of a sequence number: the nearest to where the stream is.
    long of(int sequence) {
        return next + (sequence - (int) next);
    }

    /// Whether the first byte has this sequence number.
    boolean beganAt(int sequence) {
        return begun && (int) first == sequence;
    }

    /// Whether a sequence number belongs to this stream, as far as known.
    boolean isNear(int sequence) {
        return begun && isWithin(of(sequence));
    }

    /// Whether a place belongs to this stream, as far as known.
    boolean isWithin(long place) {
        return place <= next + FAR_BYTES && place >= Math.max(next - FAR_BYTES, first - MOST_BEFORE_BYTES);
    }
}
