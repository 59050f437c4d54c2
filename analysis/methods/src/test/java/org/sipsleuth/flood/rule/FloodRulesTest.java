package org.sipsleuth.flood.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FloodRulesTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void cumulativeSumRisesInAFloodAndEndsWithIt() {
        Random random = new Random(3);
        RateCusum cusum = new RateCusum(2, 30);
        long usual = Math.round(SECOND / 10 * Math.log(2));
        double usualMost = 0;
        double floodLast = 0;
        double last = 0;
        for (int i = 0; i < 3_000; i++) {
            boolean isFlood = i >= 1_000 && i < 1_500;
            double seconds = -Math.log(1 - random.nextDouble()) / (isFlood ? 35 : 10);
            last = cusum.add(Math.round(seconds * SECOND), usual);
            usualMost = i < 1_000 ? Math.max(usualMost, last) : usualMost;
            floodLast = i == 1_499 ? last : floodLast;
        }
        assertTrue(usualMost < 10, "usual " + usualMost);
        assertEquals(30, floodLast, 3);
        assertTrue(last < 10, "afterwards " + last);
    }

    @Test
    void cumulativeSumStaysWhereNothingIsUsual() {
        RateCusum cusum = new RateCusum(2, 30);
        assertEquals(0, cusum.add(1, 0));
    }

    @Test
    void shareWithoutAckCountsAttemptsWhoseTimeIsOver() {
        UnacknowledgedShare share = new UnacknowledgedShare(10, Duration.ofSeconds(32));
        for (int i = 0; i < 20; i++) {
            assertEquals(0, share.add(i * SECOND, i < 10));
        }
        assertEquals(0, share.add(41 * SECOND, true)); // the first ten were acknowledged
        assertEquals(0.5, share.add(46 * SECOND, true));
        assertEquals(1, share.add(51 * SECOND, true));
    }

    @Test
    void halfOpenTransactionsEndWithTheirAckOrTheirTimer() {
        HalfOpenTransactions open = new HalfOpenTransactions(32 * SECOND);
        assertEquals(1, open.add(0, Long.MAX_VALUE));
        assertEquals(2, open.add(SECOND, 3 * SECOND));
        assertEquals(2, open.add(4 * SECOND, Long.MAX_VALUE));
        assertEquals(2, open.add(33 * SECOND, Long.MAX_VALUE));
    }

    @Test
    void identitiesAreCountedAmongRecentAttemptsOnly() {
        DistinctIdentities identities = new DistinctIdentities(4);
        for (int i = 0; i < 4; i++) {
            assertEquals(i + 1, identities.add(i));
        }
        assertEquals(1, identities.entropy(), 1e-12);
        identities.add(3);
        identities.add(3);
        assertEquals(1, identities.add(3));
        assertEquals(0, identities.entropy());
    }
}
