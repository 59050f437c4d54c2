package org.sipsleuth.flood.rule;

import java.util.HashMap;
import java.util.Map;

/// How many different identities (sources, From URIs, or dialled URIs) the recent attempts to a
/// server have, and how evenly they are spread: very few if one host floods, all different if
/// identities are invented. Memory: about 100 bytes for each recent attempt.
public final class DistinctIdentities {

    /// Terms of the entropy are added as whole numbers, so that the sum does not drift.
    private static final double SCALE = 1L << 40;

    private final long[] recent;
    private final long[] terms;
    private final Map<Long, Integer> counts = new HashMap<>();
    private int count;
    private int next;
    private long sum;

    /// @param attempts so many are recent
    public DistinctIdentities(int attempts) {
        recent = new long[attempts];
        terms = new long[attempts + 1];
        for (int times = 1; times <= attempts; times++) {
            terms[times] = Math.round(SCALE * times * StrictMath.log(times));
        }
    }

    /// Adds the identity of the next attempt.
    ///
    /// @return how many different ones there are, with it
    public int add(long identity) {
        if (count == recent.length) {
            change(recent[next], -1);
        } else {
            count++;
        }
        recent[next] = identity;
        next = (next + 1) % recent.length;
        change(identity, 1);
        return counts.size();
    }

    private void change(long identity, int by) {
        int before = counts.getOrDefault(identity, 0);
        int after = before + by;
        if (after == 0) {
            counts.remove(identity);
        } else {
            counts.put(identity, after);
        }
        sum += terms[after] - terms[before];
    }

    /// The Shannon entropy of the recent ones by its greatest possible value: 0 if all are equal, 1
    /// if all are different.
    public double entropy() {
        if (counts.size() < 2) {
            return 0;
        }
        double most = StrictMath.log(count);
        return Math.clamp(1 - sum / SCALE / count / most, 0, 1);
    }
}
