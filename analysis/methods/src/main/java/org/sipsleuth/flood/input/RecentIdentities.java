package org.sipsleuth.flood.input;

import java.util.Arrays;

/// How often identities of one kind occurred lately at a server. Counted in INVITEs, not in
/// seconds, so that it is the same at any rate.
///
/// Those that have completed a call have a place of their own: however many others a flood brings,
/// it pushes none of them out. Memory: 4 kB, and 16 bytes for each identity of the last 65,536 to
/// 131,072 different ones, and as much for those that have completed a call.
final class RecentIdentities {

    /// So many INVITEs are recent, of identities that have completed a call and of the others.
    static final int RECENT = 256;

    /// What was seen, but not lately.
    private static final float KNOWN = 0.25f;

    private static final int GENERATION = 1 << 16;
    private static final float[] VALUES = values();

    private final Latest regulars = new Latest();
    private final Latest others = new Latest();
    private final Known known = new Known();
    private final Known completed = new Known();

    private static float[] values() {
        float[] values = new float[RECENT + 1];
        for (int times = 0; times <= RECENT; times++) {
            double share = StrictMath.log1p(times) / StrictMath.log1p(RECENT);
            values[times] = (float) (KNOWN + (1 - KNOWN) * share);
        }
        return values;
    }

    /// How repeated an identity is: 0 if it was not seen before; 0.25 if it was, but not among the
    /// last 256 INVITEs of its kind; with n of those 0.25 + 0.75 ln(1 + n) / ln 257. Then adds it.
    float next(long identity) {
        int times = Math.min(RECENT, regulars.times(identity) + others.times(identity));
        boolean isRegular = completed.contains(identity);
        boolean isKnown = times > 0 || isRegular || known.contains(identity);
        (isRegular ? regulars : others).add(identity);
        if (!isRegular) {
            known.add(identity);
        }
        return isKnown ? VALUES[times] : 0;
    }

    /// An identity has completed a call.
    void complete(long identity) {
        completed.add(identity);
    }

    /// Whether an identity has completed a call before.
    boolean hasCompleted(long identity) {
        return completed.contains(identity);
    }

    /// The last INVITEs.
    private static final class Latest {
        private final long[] recent = new long[RECENT];
        private int count;
        private int next;

        int times(long identity) {
            int times = 0;
            for (int i = 0; i < count; i++) {
                times += recent[i] == identity ? 1 : 0;
            }
            return times;
        }

        void add(long identity) {
            recent[next] = identity;
            next = (next + 1) % RECENT;
            count = Math.min(RECENT, count + 1);
        }
    }

    /// The identities of the last two generations.
    private static final class Known {
        private IdentitySet now = new IdentitySet();
        private IdentitySet before = new IdentitySet();

        boolean contains(long identity) {
            return now.contains(identity) || before.contains(identity);
        }

        void add(long identity) {
            now.add(identity);
            if (now.size() == GENERATION) {
                before = now;
                now = new IdentitySet();
            }
        }
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
