package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ItemCellTest {

    private ListView<String> list;

    @Start
    void start(Stage stage) {
        list = new ListView<>();
        list.setCellFactory(_ -> ItemCell.of(item -> Integer.toString(6 / item.length())));
        FxStage.show(stage, list, 300, 200);
    }

    private Set<String> shown() {
        return list.lookupAll(".list-cell")
                .stream()
                .map(cell -> ((ListCell<?>) cell).getText())
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.toSet());
    }

    @Test
    void anItemThatFailsCostsItsRow(FxRobot robot) {
        List<Throwable> faults = new ArrayList<>();
        robot.interact(() -> {
            Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((_, fault) -> faults.add(fault));
            list.getItems().setAll("abc", "", "ab");
            list.layout();
            Thread.currentThread().setUncaughtExceptionHandler(before);
        });
        assertEquals(Set.of("2", "(failed)", "3"), shown());
        assertTrue(faults.stream().allMatch(ArithmeticException.class::isInstance) && !faults.isEmpty(),
                faults::toString);
        robot.interact(() -> list.getItems().setAll("ab"));
        robot.interact(list::layout);
        assertEquals(Set.of("3"), shown());
    }
}
