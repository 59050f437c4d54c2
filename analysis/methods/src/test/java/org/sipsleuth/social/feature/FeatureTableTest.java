package org.sipsleuth.social.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.social.InventedCalls.DAY;
import static org.sipsleuth.social.InventedCalls.HOUR;
import static org.sipsleuth.social.InventedCalls.MONDAY;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.InventedCalls;

final class FeatureTableTest {

    private static final double EXACT = 1e-12;

    private static FeatureTable table(CallRecords records, Periods periods) {
        return FeatureTable.of(records, UserCalls.of(records), List.of(records.user("a")), periods, RunMonitor.NONE);
    }

    private static CallRecords calls() {
        return new InventedCalls().call("a", "b", MONDAY, true, 60_000)
                .call("a", "b", MONDAY + HOUR, true, 180_000)
                .call("a", "c", MONDAY + DAY, false, 0)
                .call("a", "d", MONDAY + DAY + 13 * HOUR, true, 120_000)
                .call("b", "a", MONDAY + DAY + HOUR)
                .call("x", "y", MONDAY)
                .call("a", "b", MONDAY + 7 * DAY)
                .records();
    }

    @Test
    void featuresAreThoseOfThePaperAndTheirDefinitions() {
        CallRecords records = calls();
        FeatureTable table = table(records, Periods.weeks(records.fromNanos(), records.toNanos(), ZoneOffset.UTC));
        assertEquals(2, table.rows().size());
        FeatureTable.Row week = table.rows().getFirst();
        assertEquals(5, week.calls());
        assertEquals(4, week.of(Feature.INTERACTIVITY), EXACT);
        assertEquals(2 / 7.0, week.of(Feature.ACTIVE_DAYS), EXACT);
        assertEquals(3 / 4.0, week.of(Feature.SOCIALITY), EXACT);
        assertEquals(1, week.of(Feature.DYNAMICITY), EXACT);
        assertEquals(2, week.of(Feature.CALLS_MADE), EXACT);
        assertEquals(0.5, week.of(Feature.CALLS_RECEIVED), EXACT);
        assertEquals(3 / 4.0, week.of(Feature.ANSWERED), EXACT);
        assertEquals(120, week.of(Feature.TALK_SECONDS), EXACT);
        assertEquals(3, week.of(Feature.MINUTES), EXACT);
        assertEquals(3 / 4.0, week.of(Feature.NEW_CALLEES), EXACT);
        assertEquals(1 / 4.0, week.of(Feature.OFF_HOURS), EXACT);
        assertEquals(1 / 3.0, week.of(Feature.RECIPROCITY), EXACT);
        FeatureTable.Row next = table.rows().getLast();
        assertEquals(1, next.period());
        assertEquals(0, next.of(Feature.NEW_CALLEES), EXACT);
        assertEquals(1, next.of(Feature.INTERACTIVITY), EXACT);
    }

    @Test
    void daysBeginInTheirZone() {
        CallRecords records = new InventedCalls().call("a", "b", MONDAY - 10 * HOUR).call("a", "b", MONDAY).records();
        ZoneOffset utc = ZoneOffset.UTC;
        ZoneOffset east = ZoneOffset.ofHours(2);
        Periods inUtc = Periods.whole(records.fromNanos(), records.toNanos(), utc);
        Periods inEast = Periods.whole(records.fromNanos(), records.toNanos(), east);
        assertEquals(2, inUtc.days());
        assertEquals(1, inEast.days());
        assertEquals(1, table(records, inEast).rows().getFirst().of(Feature.ACTIVE_DAYS), EXACT);
    }

    @Test
    void whoOnlyReceivesHasNoSharesOfCallsMade() {
        CallRecords records = new InventedCalls().call("b", "a", MONDAY).records();
        FeatureTable.Row row =
                table(records, Periods.whole(records.fromNanos(), records.toNanos(), ZoneOffset.UTC)).rows().getFirst();
        for (Feature feature : List.of(Feature.INTERACTIVITY, Feature.SOCIALITY, Feature.ANSWERED, Feature.TALK_SECONDS,
                Feature.NEW_CALLEES, Feature.RECIPROCITY)) {
            assertEquals(0, row.of(feature), feature.toString());
            assertEquals(feature == Feature.INTERACTIVITY, row.isKnown(feature), feature.toString());
        }
    }
}
