package org.sipsleuth.simulate.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private record Happened(long atNanos, int number) {}

    @Property(tries = 200)
    void eventsHappenInTheOrderOfTimeThenOfPlanning(
            @ForAll @Size(max = 3000) List<@IntRange(min = 0, max = 50) Integer> delays) {
        Timeline timeline = new Timeline(1_000);
        List<Happened> expected = new ArrayList<>();
        List<Happened> happened = new ArrayList<>();
        for (int i = 0; i < delays.size(); i++) {
            int number = i;
            expected.add(new Happened(1_000 + delays.get(i), i));
            timeline.in(delays.get(i), () -> happened.add(new Happened(timeline.nowNanos(), number)));
        }
        expected.sort(Comparator.comparingLong(Happened::atNanos)); // stable
        while (timeline.step()) {
            assertEquals(expected.get(happened.size() - 1), happened.getLast());
        }
        assertEquals(expected, happened);
        assertEquals(Long.MAX_VALUE, timeline.nextNanos());
    }

    @Test
    void whatIsPlannedWhileTimeRunsHappensInItsTurn() {
        Timeline timeline = new Timeline(0);
        List<String> happened = new ArrayList<>();
        timeline.at(10, () -> happened.add("last"));
        timeline.at(5, () -> {
            timeline.at(1, () -> happened.add("of the past"));
            timeline.in(2, () -> happened.add("soon"));
        });
        Timeline.Plan cancelled = timeline.at(8, () -> happened.add("cancelled"));
        cancelled.cancel();
        while (timeline.step()) {
            assertFalse(happened.contains("cancelled"));
        }
        assertEquals(List.of("of the past", "soon", "last"), happened);
    }
}
