package org.sipsleuth.media;

/// Counts the packets that the sequence numbers of a stream let expect (RFC 3550 A.1 and A.3).
final class SequenceCount {

    private static final int NUMBERS = 1 << 16;

    /// A larger step forwards is a restart, if the next packet goes on from there.
    private static final int MOST_DROPOUT = 3_000;

    /// A larger step backwards is no disorder.
    private static final int MOST_DISORDER = 100;

    private static final int NONE = -1;

    private int base = NONE;
    private int highest;
    private long cycles;
    private int next = NONE;
    private long received;
    private long expectedBefore;

    void add(int sequence) {
        if (base == NONE) {
            begin(sequence);
        }
        int step = sequence - highest & NUMBERS - 1;
        if (step < MOST_DROPOUT) {
            cycles += sequence < highest ? NUMBERS : 0;
            highest = sequence;
            received++;
        } else if (step <= NUMBERS - MOST_DISORDER) {
            jump(sequence);
        } else {
            received++; // a duplicate, or out of order
        }
    }

    private void jump(int sequence) {
        if (sequence == next) {
            expectedBefore = expected();
            begin(sequence - 1 & NUMBERS - 1);
            highest = sequence;
            cycles = sequence < base ? NUMBERS : 0;
            received += 2; // with the one before
        } else {
            next = sequence + 1 & NUMBERS - 1;
        }
    }

    private void begin(int sequence) {
        base = sequence;
        highest = sequence;
        cycles = 0;
        next = NONE;
    }

    long expected() {
        return base == NONE ? 0 : expectedBefore + cycles + highest - base + 1;
    }

    /// How many are missing; negative if there are more than expected.
    long lost() {
        return expected() - received;
    }
}
