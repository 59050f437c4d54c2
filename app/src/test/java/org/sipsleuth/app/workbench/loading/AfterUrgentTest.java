package org.sipsleuth.app.workbench.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class AfterUrgentTest {

    private final BooleanProperty reading = new SimpleBooleanProperty();
    private final List<String> done = new ArrayList<>();
    private final AfterUrgent executor = new AfterUrgent(reading, Runnable::run);

    @Test
    void worksAtOnceWhereNothingIsRead() {
        executor.execute(() -> done.add("a"));
        assertEquals(List.of("a"), done);
    }

    @Test
    void waitsUntilAllIsReadAndKeepsTheOrder() {
        reading.set(true);
        executor.execute(() -> done.add("a"));
        executor.execute(() -> done.add("b"));
        assertEquals(List.of(), done);
        reading.set(false);
        assertEquals(List.of("a", "b"), done);
        reading.set(true);
        executor.execute(() -> done.add("c"));
        assertEquals(List.of("a", "b"), done);
        reading.set(false);
        assertEquals(List.of("a", "b", "c"), done);
    }

    @Test
    void whatIsDoneMayAskForMore() {
        reading.set(true);
        executor.execute(() -> executor.execute(() -> done.add("later")));
        reading.set(false);
        assertEquals(List.of("later"), done);
    }
}
