package org.sipsleuth.simulate.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.clock.Timeline;
import org.sipsleuth.simulate.message.Profiles;
import org.sipsleuth.simulate.message.Signal;
import org.sipsleuth.truth.Label;

/// What happens to messages on their way: delay, jitter, loss, reordering, doubling.
class NetworkTest {

    private static final Socket ONE = new Socket(Host.ipv4(10, 0, 0, 1), 5060);
    private static final Socket OTHER = new Socket(Host.ipv4(10, 0, 0, 2), 5060);
    private static final int SENT = 2_000;
    private static final long MILLI = 1_000_000L;

    /// @param number its place among those that were sent
    private record Arrived(long number, long afterNanos) {}

    /// Sends a message every millisecond.
    private static List<Arrived> arrived(Path path, boolean reliable) {
        Timeline timeline = new Timeline(0);
        Network network = new Network(timeline, new SeededRandom(3), (_, _, _, _) -> {}, path, reliable);
        List<Arrived> arrived = new ArrayList<>();
        network.join(ONE, (_, _, _) -> {});
        network.join(OTHER, (signal, _, _) -> {
            long after = timeline.nowNanos() - signal.cseq * MILLI;
            arrived.add(new Arrived(signal.cseq, after));
        });
        for (int i = 0; i < SENT; i++) {
            Signal signal = new Signal(Label.normal(), Profiles.proxy(), "OPTIONS", 0, "c" + i, i);
            timeline.at(i * MILLI, () -> network.send(signal, ONE, OTHER));
        }
        while (timeline.step()) {
            assertTrue(arrived.size() <= 2 * SENT);
        }
        return arrived;
    }

    private static boolean isInOrder(List<Arrived> arrived) {
        for (int i = 1; i < arrived.size(); i++) {
            if (arrived.get(i).number < arrived.get(i - 1).number) {
                return false;
            }
        }
        return true;
    }

    @Test
    void everyMessageTakesTheDelay() {
        List<Arrived> arrived = arrived(Path.ofMillis(20, 0, 0), false);
        assertEquals(SENT, arrived.size());
        assertTrue(arrived.stream().allMatch(one -> one.afterNanos == 20 * MILLI));
    }

    @Test
    void jitterAddsToTheDelayAndKeepsTheOrder() {
        List<Arrived> arrived = arrived(Path.ofMillis(20, 5, 0), false);
        assertEquals(SENT, arrived.size());
        assertTrue(isInOrder(arrived));
        assertTrue(arrived.stream().allMatch(one -> one.afterNanos >= 20 * MILLI));
        assertTrue(arrived.stream().map(Arrived::afterNanos).distinct().count() > SENT / 2);
        double mean = arrived.stream().mapToLong(Arrived::afterNanos).average().orElseThrow();
        assertTrue(mean > 25 * MILLI, "waiting for those before them adds to it: " + mean);
    }

    @Test
    void lossTakesItsShare() {
        int arrived = arrived(Path.ofMillis(20, 0, 0.1), false).size();
        assertTrue(arrived > 0.87 * SENT && arrived < 0.93 * SENT, "arrived: " + arrived);
    }

    @Test
    void lateMessagesAreOvertaken() {
        List<Arrived> arrived = arrived(Path.ofMillis(20, 0, 0).with(0.05, 0), false);
        assertEquals(SENT, arrived.size());
        assertFalse(isInOrder(arrived));
        long late = arrived.stream().filter(one -> one.afterNanos == 20 * MILLI + Path.LATE_NANOS).count();
        assertTrue(late > 0.03 * SENT && late < 0.07 * SENT, "late: " + late);
    }

    @Test
    void someMessagesComeTwice() {
        int arrived = arrived(Path.ofMillis(20, 0, 0).with(0, 0.1), false).size();
        assertTrue(arrived > 1.07 * SENT && arrived < 1.13 * SENT, "arrived: " + arrived);
    }

    @Test
    void overTcpNothingIsLostDoubledOrOvertaken() {
        List<Arrived> arrived = arrived(Path.ofMillis(20, 5, 0.1).with(0.1, 0.1), true);
        assertEquals(SENT, arrived.size());
        assertTrue(isInOrder(arrived));
    }
}
