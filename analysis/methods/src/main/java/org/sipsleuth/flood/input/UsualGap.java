package org.sipsleuth.flood.input;

import java.time.Duration;
import java.util.Arrays;

/// The usual gap between the INVITEs that a server gets: a running median that a flood cannot move
/// quickly.
///
/// Time is divided into slots; each has a median, and the usual gap is the median of up to 31 of
/// them, each weighted by how long it lasted: a flood becomes usual only when it fills half of the
/// time that is remembered, however many INVITEs it has. Slots last at least 0.16 s at first.
/// Whenever there are 31, every second one is forgotten and the next ones last twice as long, up to
/// 20 s and ten gaps: a flood becomes usual when it is as old as the calls before it, or 5 minutes,
/// and at most by a factor of four then.
///
/// Unknown until 200 INVITEs were seen, or 20 of them in 60 s, and again after a pause of at least
/// ten minutes and a hundred usual gaps.
final class UsualGap {

    static final int HISTORY_INVITES = 200;
    static final long HISTORY = Duration.ofSeconds(60).toNanos();
    private static final int FEWEST_INVITES = 20;
    private static final long LONGEST_SLOT = Duration.ofSeconds(20).toNanos();
    private static final long SHORTEST_SLOT = LONGEST_SLOT / 128;
    private static final long LONGEST_SLOT_GAPS = 10;
    private static final int SLOTS = 31;
    private static final long LARGEST_STEP = 4;
    private static final long PAUSE = Duration.ofMinutes(10).toNanos();
    private static final long PAUSE_GAPS = 100;
    private static final long SHORTEST = 1_000;
    private static final int SLOT_BITS = 5;
    private static final long SLOT_MASK = (1 << SLOT_BITS) - 1;
    private static final long LONGEST = Long.MAX_VALUE >>> SLOT_BITS;

    private final GapSample sample = new GapSample();

    /// The medians of slots, the oldest at the next place once it is full.
    private final long[] slots = new long[SLOTS];

    /// How long they lasted, at most [#LONGEST_SLOT].
    private final long[] lengths = new long[SLOTS];

    private int slotCount;
    private int nextSlot;
    private long slotLength = SHORTEST_SLOT;
    private long usualNanos;
    private boolean isKnown;
    private long historyNanos;
    private long slotNanos;
    private long invites;

    /// Whether it is known.
    boolean isKnown() {
        return isKnown;
    }

    /// In ns, at least 1,000; meaningless while it is unknown.
    long nanos() {
        return usualNanos;
    }

    /// The next INVITE, if the one before is not known.
    void first(long atNanos) {
        begin(atNanos);
    }

    /// Whether after this gap the past says nothing any more; it begins again then.
    boolean pause(long atNanos, long gapNanos) {
        boolean isPause = gapNanos >= PAUSE && (!isKnown || gapNanos / PAUSE_GAPS >= usualNanos);
        if (isPause) {
            begin(atNanos);
        }
        return isPause;
    }

    private void begin(long atNanos) {
        isKnown = false;
        sample.clear();
        slotCount = 0;
        nextSlot = 0;
        slotLength = SHORTEST_SLOT;
        slotNanos = atNanos;
        historyNanos = atNanos;
        invites = 1;
    }

    /// The next INVITE after a gap.
    void add(long atNanos, long gapNanos) {
        sample.add(gapNanos);
        invites++;
        boolean isFull = atNanos - slotNanos >= slotLength && sample.count() >= slotGaps();
        if (isFull) {
            addSlot(Math.max(SHORTEST, sample.median()), atNanos - slotNanos);
            sample.clear();
            slotNanos = atNanos;
        }
        if (isKnown) {
            usualNanos = isFull ? median() : usualNanos;
            return;
        }
        boolean isLong = atNanos - historyNanos >= HISTORY && invites >= FEWEST_INVITES;
        if (invites >= HISTORY_INVITES || isLong) {
            usualNanos = slotCount > 0 ? median() : Math.max(SHORTEST, sample.median());
            isKnown = true;
        }
    }

    /// The fewest gaps of a slot.
    private long slotGaps() {
        return Math.max(1, LONGEST_SLOT_GAPS * slotLength / LONGEST_SLOT);
    }

    private void addSlot(long median, long length) {
        if (slotCount == SLOTS && slotLength < LONGEST_SLOT) {
            slotCount = (SLOTS + 1) / 2;
            for (int i = 1; i < slotCount; i++) {
                slots[i] = slots[2 * i];
                lengths[i] = Math.min(LONGEST_SLOT, 2 * lengths[2 * i]);
            }
            nextSlot = slotCount;
            slotLength *= 2;
        }
        long least = isKnown ? usualNanos / LARGEST_STEP : 0;
        long most = slotCount == SLOTS ? Math.multiplyExact(usualNanos, LARGEST_STEP) : Long.MAX_VALUE;
        slots[nextSlot] = Math.clamp(median, Math.max(SHORTEST, least), most);
        lengths[nextSlot] = Math.min(LONGEST_SLOT, length);
        slotCount = Math.max(slotCount, nextSlot + 1);
        nextSlot = (nextSlot + 1) % SLOTS;
    }

    /// The least median that is not exceeded in more than half of the time.
    private long median() {
        long[] sorted = new long[slotCount];
        long left = 0;
        for (int i = 0; i < slotCount; i++) {
            sorted[i] = Math.min(slots[i], LONGEST) << SLOT_BITS | i;
            left += lengths[i];
        }
        Arrays.sort(sorted);
        long half = left / 2;
        int at = 0;
        while (at + 1 < slotCount && left - lengths[(int) (sorted[at] & SLOT_MASK)] > half) {
            left -= lengths[(int) (sorted[at] & SLOT_MASK)];
            at++;
        }
        return sorted[at] >>> SLOT_BITS;
    }
}
