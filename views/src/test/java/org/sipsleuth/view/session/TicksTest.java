package org.sipsleuth.view.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class TicksTest {

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int count;
    private final Ticks ticks = new Ticks(waiting::add, () -> count++);

    @Test
    void itGoesOnUntilItIsStopped() {
        ticks.start();
        assertEquals(0, count, "not at once");
        for (int i = 0; i < 5; i++) {
            waiting.remove().run();
        }
        assertEquals(5, count);
        ticks.stop();
        waiting.remove().run();
        assertEquals(5, count);
        assertTrue(waiting.isEmpty());
    }

    @Test
    void startingAgainMakesNoSecondClock() {
        ticks.start();
        ticks.start();
        assertEquals(1, waiting.size());
        ticks.stop();
        ticks.start();
        waiting.remove().run(); // of the first start
        waiting.remove().run();
        assertEquals(1, count);
        assertEquals(1, waiting.size());
    }
}
