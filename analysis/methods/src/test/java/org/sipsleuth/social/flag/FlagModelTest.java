package org.sipsleuth.social.flag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.social.InventedCalls.DAY;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.InventedCalls;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;

final class FlagModelTest {

    private static final int USUAL_WEEKS = 6;
    private static final FlagSettings SETTINGS = new FlagSettings(0.02, 5_000, 1);

    /// Sixty users for eight weeks; in the last two, one of them calls numbers at night.
    private static InventedCalls society() {
        InventedCalls calls = new InventedCalls();
        Random random = new Random(4);
        for (int day = 0; day < 56; day++) {
            if (day % 7 > 4) {
                continue;
            }
            for (int user = 0; user < 60; user++) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    int callee = (user + 1 + random.nextInt(8)) % 60;
                    calls.call("u" + user, "u" + callee, at(day, random.nextInt(8)));
                }
            }
            if (day >= 7 * USUAL_WEEKS) {
                for (int i = 0; i < 40; i++) {
                    calls.call("u7", "+99" + random.nextInt(3), at(day, 15), true, 600_000);
                }
            }
        }
        return calls;
    }

    private static long at(int day, int hour) {
        return MONDAY + day * DAY + hour * HOUR;
    }

    private static FeatureTable table(CallRecords records) {
        List<Integer> users = IntStream.range(0, records.users().size())
                .filter(user -> records.users().get(user).startsWith("u"))
                .boxed()
                .toList();
        return FeatureTable.of(records, UserCalls.of(records), users,
                Periods.weeks(records.fromNanos(), records.toNanos(), ZoneOffset.UTC), RunMonitor.NONE);
    }

    private static FlagModel model(CallRecords records) {
        return FlagModel
                .learn(table(records).rows().stream().filter(row -> row.period() < USUAL_WEEKS).toList(),
                        List.of(Feature.values()), SETTINGS, RunMonitor.NONE)
                .orElseThrow();
    }

    private static List<FlaggedUser> flagged(FlagModel model, CallRecords records) {
        return model.flagged(table(records).rows(), row -> row.period() >= USUAL_WEEKS, RunMonitor.NONE);
    }

    @Test
    void whoeverBeginsToBehaveOtherwiseIsFlaggedWithTheReasons() {
        CallRecords records = society().records();
        FlagModel model = model(records);
        List<FlaggedUser> flagged = flagged(model, records);
        assertTrue(flagged.size() <= 6, flagged.toString());
        FlaggedUser first = flagged.getFirst();
        assertEquals("u7", records.users().get(first.user()));
        assertEquals(List.of(6, 7), first.periods());
        assertTrue(first.score() < model.threshold());
        FlagReason night = first.reasons()
                .stream()
                .filter(reason -> reason.feature() == Feature.OFF_HOURS)
                .findFirst()
                .orElseThrow();
        assertTrue(night.value() > 0.8 && night.group() == 0 && night.own() == 0);
        assertTrue(night.distance() > 5);
    }

    @Test
    void theOrderOfCallsMakesNoDifference() {
        CallRecords records = society().records();
        CallRecords shuffled = society().shuffled(3);
        assertEquals(flagged(model(records), records), flagged(model(shuffled), shuffled));
    }

    @Test
    void aModelMadeOfItsNumbersScoresTheSame() {
        CallRecords records = society().records();
        FlagModel model = model(records);
        Scaling scaling = model.scaling();
        FlagModel copy = FlagModel.of(Scaling.of(scaling.features(), scaling.medians(), scaling.spreads()),
                model.border(), model.threshold());
        for (FeatureTable.Row row : table(records).rows()) {
            assertEquals(model.score(row), copy.score(row));
        }
        assertEquals(flagged(model, records), flagged(copy, records));
    }

    @Test
    void fewRowsAreTooFewToSay() {
        CallRecords records = new InventedCalls().call("u1", "u2", MONDAY).records();
        assertEquals(Optional.empty(),
                FlagModel.learn(table(records).rows(), List.of(Feature.values()), SETTINGS, RunMonitor.NONE));
    }

    @Test
    void settingsHaveRanges() {
        assertThrows(IllegalArgumentException.class, () -> new FlagSettings(0, 100, 1));
        assertThrows(IllegalArgumentException.class, () -> new FlagSettings(0.6, 100, 1));
        assertThrows(IllegalArgumentException.class, () -> new FlagSettings(0.1, 1, 1));
    }
}
