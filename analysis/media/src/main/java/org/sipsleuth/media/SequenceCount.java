package org.sipsleuth.media;

import java.util.BitSet;

/// Counts the packets that the sequence numbers of a stream let expect (RFC 3550 A.1 and A.3).
final class SequenceCount {

    private static final int NUMBERS = 1 << 16;

    /// A larger step forwards is a restart, if the next packet goes on from there.
    private static final int MOST_DROPOUT = 3_000;

    /// A larger step backwards is no disorder.
    private static final int MOST_DISORDER = 100;

    private static final int NONE = -1;

    /// The latest numbers, of which those are marked that came: by their lowest bits.
    private static final int RECENT = 1 << 12;

    private final BitSet recent = new BitSet(RECENT);
    private long duplicates;
    private long outOfOrder;
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
            forget(highest, step);
            highest = sequence;
            receive(sequence);
        } else if (step <= NUMBERS - MOST_DISORDER) {
            jump(sequence);
        } else {
            late(sequence, NUMBERS - step);
        }
    }

    /// What comes between the packet before and the next one was not captured: none of it is lost.
    void cut() {
        expectedBefore = expected();
        base = NONE;
    }

    /// The numbers behind one, up to so many further ones, have not come.
    private void forget(int behind, int count) {
        int from = behind + 1 & RECENT - 1;
        int to = from + count;
        recent.clear(from, Math.min(RECENT, to));
        recent.clear(0, Math.max(0, to - RECENT));
    }

    private void receive(int sequence) {
        int place = sequence & RECENT - 1;
        if (recent.get(place)) {
            duplicates++;
        } else {
            recent.set(place);
            received++;
        }
    }

    /// A packet that others overtook, so many numbers behind the highest; a copy is none.
    private void late(int sequence, int behind) {
        base = (int) Math.min(base, cycles + highest - behind);
        outOfOrder += recent.get(sequence & RECENT - 1) ? 0 : 1;
        receive(sequence);
    }

    private void jump(int sequence) {
        if (sequence == next) {
            expectedBefore = expected();
            begin(sequence - 1 & NUMBERS - 1);
            highest = sequence;
            cycles = sequence < base ? NUMBERS : 0;
            receive(base); // the one before
            receive(sequence);
        } else {
            next = sequence + 1 & NUMBERS - 1;
        }
    }

    private void begin(int sequence) {
        base = sequence;
        highest = sequence;
        cycles = 0;
        next = NONE;
        recent.clear();
    }

    long expected() {
        return expectedBefore + (base == NONE ? 0 : cycles + highest - base + 1);
    }

    /// How many are missing.
    long lost() {
        return Math.max(0, expected() - received);
    }

    /// How many came again, a number that one of the latest packets had.
    long duplicates() {
        return duplicates;
    }

    /// How many came after one with a later number (RFC 4737 §3), copies not counted.
    long outOfOrder() {
        return outOfOrder;
    }
}
