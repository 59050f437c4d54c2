package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class StyledAsTest {

    private final Region node = new Region();
    private final StyledAs styled = new StyledAs(node);
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void replacesTheClassInItsPlaceByOneChange() {
        node.getStyleClass().add("first");
        styled.set(Optional.of("red"));
        node.getStyleClass().add("last");
        count();
        styled.set(Optional.of("blue"));
        assertEquals(List.of("first", "blue", "last"), node.getStyleClass());
        assertEquals(1, changes.get());
        styled.set(Optional.empty());
        assertEquals(List.of("first", "last"), node.getStyleClass());
        assertEquals(2, changes.get());
    }

    @Test
    void theSameAgainChangesNothing() {
        count();
        styled.set(Optional.empty());
        assertEquals(0, changes.get());
        styled.set(Optional.of("red"));
        styled.set(Optional.of("red"));
        assertEquals(1, changes.get());
        assertEquals(List.of("red"), node.getStyleClass());
    }

    private void count() {
        node.getStyleClass().addListener((ListChangeListener<String>) _ -> changes.incrementAndGet());
    }
}
