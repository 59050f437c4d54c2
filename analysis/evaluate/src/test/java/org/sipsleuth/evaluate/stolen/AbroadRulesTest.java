package org.sipsleuth.evaluate.stolen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sipsleuth.call.record.CallRecords;

final class AbroadRulesTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final long DAY = 24 * HOUR;

    private static CallRecords records() {
        CallRecords.Builder calls = new CallRecords.Builder();
        calls.add("1001", "+99911", 0, true, 1_000, 0);
        calls.add("1002", "1001", HOUR, true, 1_000, 1); // not abroad
        calls.add("1002", "+99912", DAY, true, 1_000, 2);
        calls.add("+99913", "1001", DAY, true, 1_000, 3); // from abroad
        calls.add("1001", "+99911", DAY + HOUR, true, 1_000, 4);
        calls.add("1001", "+99914", DAY + 2 * HOUR, false, 0, 5);
        calls.add("1002", "+99911", 2 * DAY, true, 1_000, 6);
        return calls.build();
    }

    @Test
    void theFirstCallAbroadOfAnAccountThatMadeNoneWhileLearning() {
        assertEquals(Map.of("1002", DAY), AbroadRules.first(records(), DAY));
        assertEquals(Map.of("1001", 0L, "1002", DAY), AbroadRules.first(records(), 0));
        assertEquals(Map.of(), AbroadRules.first(records(), 2 * DAY));
    }

    @Test
    void callsAbroadAreCountedByDay() {
        assertEquals(Map.of("1001", DAY + 2 * HOUR), AbroadRules.often(records(), 1));
        assertEquals(Map.of(), AbroadRules.often(records(), 2));
    }

    @Test
    void theLimitAccusesAtMostSoManyOthersAWeek() {
        PlayedNetwork ofTheOther = new PlayedNetwork(records(), Map.of("1002", DAY), 7);
        assertEquals(2, AbroadRules.limit(List.of(ofTheOther), 0), "1001 has two calls on a day");
        assertEquals(0, AbroadRules.limit(List.of(ofTheOther), 1));
        PlayedNetwork ofIt = new PlayedNetwork(records(), Map.of("1001", DAY), 7);
        assertEquals(1, AbroadRules.limit(List.of(ofIt), 0));
    }

    @Test
    void othersAreAccountsOfTheNetwork() {
        PlayedNetwork network = new PlayedNetwork(records(), Map.of("1002", DAY), 7);
        assertEquals(1, network.others(Set.of("1001", "1002", "+99913", "unknown")));
    }
}
