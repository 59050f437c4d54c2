package org.sipsleuth.social.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.social.InventedCalls.DAY;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.InventedCalls;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;

final class NeighbourModelTest {

    private static final int USUAL_WEEKS = 6;
    private static final int USERS = 60;

    /// Users who call their neighbours for eight weeks; in the last two some of them call twelve
    /// numbers an hour, all in the same way.
    private static CallRecords society(int callers) {
        InventedCalls calls = new InventedCalls();
        Random random = new Random(4);
        for (int day = 0; day < 56; day++) {
            if (day % 7 > 4) {
                continue;
            }
            for (int user = 0; user < USERS; user++) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    int callee = (user + 1 + random.nextInt(8)) % USERS;
                    calls.call("u" + user, "u" + callee, at(day, random.nextInt(8)));
                }
            }
            for (int caller = 0; day >= 7 * USUAL_WEEKS && caller < callers; caller++) {
                for (int i = 0; i < 40; i++) {
                    calls.call("u" + 5 * caller, "+99" + random.nextInt(400), at(day, i / 12), true, 4_000);
                }
            }
        }
        return calls.records();
    }

    private static long at(int day, int hour) {
        return MONDAY + day * DAY + hour * HOUR;
    }

    private static List<FeatureTable.Row> rows(CallRecords records, boolean areUsual) {
        List<Integer> users = IntStream.range(0, records.users().size())
                .filter(user -> records.users().get(user).startsWith("u"))
                .boxed()
                .toList();
        return FeatureTable
                .of(records, UserCalls.of(records), users,
                        Periods.weeks(records.fromNanos(), records.toNanos(), ZoneOffset.UTC), RunMonitor.NONE)
                .rows()
                .stream()
                .filter(row -> row.period() < USUAL_WEEKS == areUsual)
                .toList();
    }

    private static NeighbourModel model(CallRecords records, int mostRows) {
        return NeighbourModel
                .learn(rows(records, true), NeighbourModel.COMPARABLE, new FlagSettings(0.003, mostRows, 1),
                        RunMonitor.NONE)
                .orElseThrow();
    }

    private static Set<String> flagged(CallRecords records, NeighbourFlags flags) {
        return flags.flagged().stream().map(each -> records.users().get(each.user())).collect(Collectors.toSet());
    }

    private static NeighbourFlags flags(CallRecords records, NeighbourModel model) {
        return NeighbourFlags.of(rows(records, false), model, true, NeighbourFlags.USUAL_SHARE, RunMonitor.NONE);
    }

    @Test
    void usersWhoAreAlikeAreFlaggedTogether() {
        CallRecords records = society(10);
        NeighbourFlags flags = flags(records, model(records, 5_000));
        assertEquals(IntStream.range(0, 10).mapToObj(caller -> "u" + 5 * caller).collect(Collectors.toSet()),
                flagged(records, flags));
        NeighbourFlags.Judged first = flags.users().getFirst();
        assertEquals(0, first.p().asFar());
        assertEquals(2, first.periods());
        assertEquals(3 * USERS, first.p().all()); // pairs of six weeks
        assertTrue(flags.flags().expectedFalse() <= 0.05 * flags.flags().flagged());
    }

    @Test
    void nobodyIsFlaggedWhereAllGoOnAsBefore() {
        CallRecords records = society(0);
        NeighbourFlags flags = flags(records, model(records, 5_000));
        assertEquals(Set.of(), flagged(records, flags));
        assertEquals(USERS, flags.users().size());
        assertEquals(0, flags.flags().expectedFalse());
    }

    @Test
    void ofMoreRowsSomeAreComparedAndAllAreReferredTo() {
        CallRecords records = society(10);
        NeighbourFlags flags = flags(records, model(records, 100));
        assertEquals(10, flagged(records, flags).size());
        assertEquals(3 * USERS, flags.users().getFirst().p().all());
        assertEquals(distances(flags), distances(flags(records, model(records, 100))));
    }

    private static List<Double> distances(NeighbourFlags flags) {
        return flags.users().stream().map(NeighbourFlags.Judged::distance).toList();
    }

    @Test
    void oneUserAloneIsTooFewToSay() {
        List<FeatureTable.Row> one = rows(society(0), true).stream().filter(row -> row.user() == 0).toList();
        assertFalse(one.isEmpty());
        assertEquals(Optional.empty(),
                NeighbourModel.learn(List.copyOf(one), NeighbourModel.COMPARABLE, FlagSettings.USUAL, RunMonitor.NONE));
    }
}
