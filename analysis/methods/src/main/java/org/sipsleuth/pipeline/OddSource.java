package org.sipsleuth.pipeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.sipsleuth.dialog.SipIndex;

/// A host of a baseline most of whose dialogs have unknown steps, while the others' have not: it may
/// be an attacker of a kind that no rule knows, learned as normal.
///
/// @param host its address
/// @param odd how many of its dialogs are unknown to the bundled model
/// @param dialogs how many dialogs it begins
/// @param others the share of the others' dialogs that are unknown, 0 to 1
public record OddSource(String host, int odd, int dialogs, double others) {

    /// So few may be chance.
    private static final int FEWEST = 5;

    private static final double MOST_OF_ITS_OWN = 0.5;
    private static final double FEW_OF_OTHERS = 0.1;

    /// Such hosts of a baseline, the one with the most unknown dialogs first.
    ///
    /// @param leftOut the dialogs that are not learned
    /// @param isUnknown whether the bundled model does not know a dialog
    static List<OddSource> of(SipIndex index, BitSet leftOut, IntPredicate isUnknown) {
        Map<String, int[]> hosts = new HashMap<>();
        int allOdd = 0;
        int all = 0;
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            if (leftOut.get(dialog)) {
                continue;
            }
            int source = index.messages().source(index.dialogs().firstMessage(dialog));
            int[] counts = hosts.computeIfAbsent(index.messages().endpoint(source).host(), _ -> new int[2]);
            int odd = isUnknown.test(dialog) ? 1 : 0;
            counts[0] += odd;
            counts[1]++;
            allOdd += odd;
            all++;
        }
        List<OddSource> found = new ArrayList<>();
        for (Map.Entry<String, int[]> each : hosts.entrySet()) {
            int odd = each.getValue()[0];
            int dialogs = each.getValue()[1];
            double others = all == dialogs ? 1 : (double) (allOdd - odd) / (all - dialogs);
            if (odd >= FEWEST && odd >= MOST_OF_ITS_OWN * dialogs && others <= FEW_OF_OTHERS) {
                found.add(new OddSource(each.getKey(), odd, dialogs, others));
            }
        }
        found.sort(Comparator.comparingInt(OddSource::odd).reversed().thenComparing(OddSource::host));
        return found;
    }
}
