package org.sipsleuth.belief.observation;

import java.util.Arrays;
import org.sipsleuth.dialog.MessageTable;

/// Identifies which messages were captured on the hop nearest to their source: of a dialog's
/// messages that belong to one source, those with the fewest Vias.
final class NearestHop {

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int FIRST_BITS = 10;

    /// Dialog and source, plus one; 0 marks a free slot.
    private long[] keys = new long[1 << FIRST_BITS];

    private byte[] fewest = new byte[1 << FIRST_BITS];
    private int bits = FIRST_BITS;
    private int used;

    private NearestHop() {}

    /// Whether each message counts.
    static boolean[] of(TrafficEvents events) {
        MessageTable messages = events.index().messages();
        boolean[] counts = new boolean[messages.size()];
        boolean[] forwarded = new boolean[events.index().dialogs().size()];
        boolean any = false;
        for (int message = 0; message < counts.length; message++) {
            if (events.vias(message) > 1) {
                forwarded[messages.dialog(message)] = true;
                any = true;
            }
        }
        if (!any) {
            Arrays.fill(counts, true);
            return counts;
        }
        NearestHop hops = new NearestHop();
        for (int message = 0; message < counts.length; message++) {
            if (forwarded[messages.dialog(message)]) {
                hops.add(key(events, messages, message), events.vias(message));
            }
        }
        for (int message = 0; message < counts.length; message++) {
            counts[message] = !forwarded[messages.dialog(message)]
                    || hops.fewest(key(events, messages, message)) == events.vias(message);
        }
        return counts;
    }

    private static long key(TrafficEvents events, MessageTable messages, int message) {
        return (((long) messages.dialog(message) << Integer.SIZE) | events.source(message)) + 1;
    }

    private void add(long key, int vias) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            fewest[slot] = (byte) vias;
            if (++used * 2 > keys.length) {
                grow();
            }
        } else if (vias < (fewest[slot] & 0xff)) {
            fewest[slot] = (byte) vias;
        }
    }

    private int fewest(long key) {
        return fewest[slot(key)] & 0xff;
    }

    private int slot(long key) {
        int slot = (int) ((key * GOLDEN) >>> (Long.SIZE - bits));
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldFewest = fewest;
        bits++;
        keys = new long[1 << bits];
        fewest = new byte[1 << bits];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                fewest[slot] = oldFewest[i];
            }
        }
    }
}
