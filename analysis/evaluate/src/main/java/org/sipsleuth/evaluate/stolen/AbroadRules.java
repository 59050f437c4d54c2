package org.sipsleuth.evaluate.stolen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sipsleuth.call.record.CallRecords;

/// The simplest rules for stolen accounts: when each names a caller first, in ns since the epoch.
/// Every number with a country code is abroad.
final class AbroadRules {

    private static final long DAY = 86_400_000_000_000L;
    private static final double WEEK_DAYS = 7;
    private static final int MOST_A_DAY = 200;

    private AbroadRules() {}

    /// Whether a name is the number of somebody outside of the network.
    static boolean isOutside(String name) {
        return name.startsWith("+");
    }

    /// The first call abroad of an account that made none while the network was learned.
    ///
    /// @param learnedNanos the end of the learning, in ns since the epoch
    static Map<String, Long> first(CallRecords records, long learnedNanos) {
        Set<String> known = new HashSet<>();
        Map<String, Long> named = new HashMap<>();
        for (int call = 0; call < records.size(); call++) {
            String caller = caller(records, call);
            if (isAbroad(records, call) && known.add(caller) && records.startNanos(call) >= learnedNanos) {
                named.put(caller, records.startNanos(call));
            }
        }
        return named;
    }

    /// More than so many calls abroad on a day (UTC).
    static Map<String, Long> often(CallRecords records, int most) {
        Map<String, Map<Long, Integer>> counts = new HashMap<>();
        Map<String, Long> named = new HashMap<>();
        for (int call = 0; call < records.size(); call++) {
            if (isAbroad(records, call)) {
                long at = records.startNanos(call);
                int count = counts.computeIfAbsent(caller(records, call), _ -> new HashMap<>())
                        .merge(Math.floorDiv(at, DAY), 1, Integer::sum);
                if (count > most) {
                    named.putIfAbsent(caller(records, call), at);
                }
            }
        }
        return named;
    }

    /// The lowest limit of [#often] that names at most so many others a week.
    ///
    /// @param networks at least one
    static int limit(List<PlayedNetwork> networks, double mostAWeek) {
        double weeks = networks.stream().mapToDouble(PlayedNetwork::days).sum() / WEEK_DAYS;
        for (int most = 0; most < MOST_A_DAY; most++) {
            long others = 0;
            for (PlayedNetwork each : networks) {
                others += each.others(often(each.records(), most).keySet());
            }
            if (others <= mostAWeek * weeks) {
                return most;
            }
        }
        return MOST_A_DAY;
    }

    private static boolean isAbroad(CallRecords records, int call) {
        return isOutside(records.users().get(records.callee(call)));
    }

    private static String caller(CallRecords records, int call) {
        return records.users().get(records.caller(call));
    }
}
