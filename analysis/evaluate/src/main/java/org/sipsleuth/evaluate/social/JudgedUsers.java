package org.sipsleuth.evaluate.social;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;

/// The users of a society who have enough calls to be judged, by the periods of captures.
///
/// @param rows periods with enough calls
/// @param users of these
/// @param bad those of them who are attackers, misused or called by attackers
record JudgedUsers(List<FeatureTable.Row> rows, Set<Integer> users, Set<Integer> bad) {

    private static final int FEWEST_CALLS = 5;
    private static final int DAYS_OF_WEEKS = 14;

    /// Those of a society.
    static JudgedUsers of(Society society, RunMonitor monitor) {
        long from = society.records().fromNanos();
        long to = society.records().toNanos();
        Periods days = Periods.of(from, to, 1, ZoneOffset.UTC);
        Periods periods = days.count() >= DAYS_OF_WEEKS ? Periods.slidingWeeks(from, to, ZoneOffset.UTC) : days;
        List<Integer> all = IntStream.range(0, society.records().users().size())
                .filter(user -> society.calls().count(user) >= FEWEST_CALLS)
                .boxed()
                .toList();
        List<FeatureTable.Row> rows = FeatureTable.of(society.records(), society.calls(), all, periods, monitor)
                .rows()
                .stream()
                .filter(row -> row.calls() >= FEWEST_CALLS)
                .toList();
        Set<Integer> users = new HashSet<>();
        rows.forEach(row -> users.add(row.user()));
        Set<Integer> bad = new HashSet<>(users);
        bad.removeIf(user -> !society.isMalicious(user));
        return new JudgedUsers(rows, users, bad);
    }
}
