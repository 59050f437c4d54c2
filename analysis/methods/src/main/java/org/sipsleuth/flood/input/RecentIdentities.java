package org.sipsleuth.flood.input;

import java.util.Arrays;

/// How often identities of one kind occurred lately at a server. Counted in INVITEs, not in
/// seconds, so that it is the same at any rate. Memory: 2 kB, and 16 bytes for each identity of the
/// last 65,536 to 131,072 different ones.
final class RecentIdentities {

    /// So many INVITEs are recent.
    static final int RECENT = 256;

    /// What was seen, but not lately.
    private static final float KNOWN = 0.25f;

    private static final int GENERATION = 1 << 16;
    private static final float[] VALUES = values();

    private final long[] recent = new long[RECENT];
    private int count;
    private int next;
    private IdentitySet known = new IdentitySet();
    private IdentitySet knownBefore = new IdentitySet();

    private static float[] values() {
        float[] values = new float[RECENT + 1];
        for (int times = 0; times <= RECENT; times++) {
            double share = StrictMath.log1p(times) / StrictMath.log1p(RECENT);
            values[times] = (float) (KNOWN + (1 - KNOWN) * share);
        }
        return values;
    }

    /// How repeated an identity is: 0 if it was not seen before; 0.25 if it was, but not among the
    /// last 256 INVITEs; with n of those 0.25 + 0.75 ln(1 + n) / ln 257. Then adds it.
    float next(long identity) {
        int times = 0;
        for (int i = 0; i < count; i++) {
            times += recent[i] == identity ? 1 : 0;
        }
        boolean isKnown = times > 0 || known.contains(identity) || knownBefore.contains(identity);
        recent[next] = identity;
        next = (next + 1) % RECENT;
        count = Math.min(RECENT, count + 1);
        known.add(identity);
        if (known.size() == GENERATION) {
            knownBefore = known;
            known = new IdentitySet();
        }
        return isKnown ? VALUES[times] : 0;
    }

    /// Numbers; grows with them.
    private static final class IdentitySet {
        private static final long GOLDEN = 0x9e3779b97f4a7c15L;
        private static final int FIRST_BITS = 4;

        private long[] slots = new long[1 << FIRST_BITS];
        private int bits = FIRST_BITS;
        private int size;

        /// 0 marks a free slot.
        private boolean hasZero;

        int size() {
            return size;
        }

        boolean contains(long number) {
            return number == 0 ? hasZero : slots[slot(number)] == number;
        }

        void add(long number) {
            if (contains(number)) {
                return;
            }
            size++;
            if (number == 0) {
                hasZero = true;
                return;
            }
            slots[slot(number)] = number;
            if (size * 2 > slots.length) {
                long[] old = slots;
                bits++;
                slots = new long[1 << bits];
                Arrays.stream(old).filter(each -> each != 0).forEach(this::put);
            }
        }

        private void put(long number) {
            slots[slot(number)] = number;
        }

        private int slot(long number) {
            int slot = (int) ((number * GOLDEN) >>> (Long.SIZE - bits));
            while (slots[slot] != 0 && slots[slot] != number) {
                slot = (slot + 1) & (slots.length - 1);
            }
            return slot;
        }
    }
}
