package org.sipsleuth.simulate.agent.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.agent.transaction.Timers.Timer;
import org.sipsleuth.simulate.clock.Timeline;

class TimersTest {

    private final Timeline timeline = new Timeline(0);
    private final Timers timers = new Timers(timeline);
    private final List<String> log = new ArrayList<>();

    private Timer start(long nanos, String name) {
        return timers.start(nanos, () -> log.add(name + "@" + timeline.nowNanos()));
    }

    private void run() {
        while (timeline.step()) {
            assertFalse(timers.running() < 0);
        }
    }

    @Test
    void timersExpireInTheOrderOfTime() {
        start(Timers.T2, "T2");
        start(Timers.T1, "T1");
        start(7, "odd");
        run();
        assertEquals(List.of("odd@7", "T1@500000000", "T2@4000000000"), log);
        assertEquals(0, timers.running());
    }

    @Test
    void stoppedTimersDoNotExpire() {
        Timer first = start(Timers.T1, "first");
        Timer middle = start(Timers.T1, "middle");
        start(Timers.T1, "last");
        Timer odd = start(7, "odd");
        timers.stop(first);
        timers.stop(middle);
        timers.stop(middle);
        timers.stop(odd);
        timers.stop(null);
        assertEquals(1, timers.running());
        run();
        assertEquals(List.of("last@500000000"), log);
    }

    @Test
    void timerMayBeStartedOrStoppedByAnother() {
        Timer[] second = new Timer[1];
        timers.start(Timers.T1, () -> {
            timers.stop(second[0]);
            start(Timers.T1, "third");
        });
        second[0] = start(Timers.T1, "second");
        run();
        assertEquals(List.of("third@1000000000"), log);
    }

    @Test
    void stoppedTimersOfUsualLengthLeaveNothingBehind() {
        for (int i = 0; i < 1_000; i++) {
            timers.stop(start(Timers.PATIENCE, "never"));
        }
        int events = 0;
        while (timeline.step()) {
            events++;
        }
        assertEquals(1, events);
        assertEquals(List.of(), log);
    }
}
