package org.sipsleuth.view.inspector.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.view.inspector.fact.Facts.Fact;
import org.sipsleuth.view.ui.FxStage;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FactListTest {

    private static final int MANY = 50_000;

    private Node section = new StackPane();

    @Start
    void start(Stage stage) {
        Facts.Collector facts = new Facts.Collector().section("Many");
        for (int i = 1; i <= MANY; i++) {
            facts.plain("Piece " + i, "frame " + i);
        }
        section = new FactNodes(_ -> {}, _ -> List.of()).section(facts.facts("").sections().getFirst());
        FxStage.show(stage, new StackPane(section), 300, 500);
    }

    @Test
    void allAreReachedAndOnlyThoseInSightHaveNodes(FxRobot robot) {
        ListView<Fact> list = robot.lookup(".fact-list").queryListView();
        assertEquals(MANY, list.getItems().size());
        robot.interact(() -> {
            list.scrollTo(MANY - 1);
            list.getSelectionModel().selectRange(MANY - 2, MANY);
            list.requestFocus();
        });
        long cells = list.lookupAll(".list-cell").stream().filter(IndexedCell.class::isInstance).count();
        assertTrue(cells > 0 && cells < 100, cells + " cells");
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        AtomicReference<String> copied = new AtomicReference<>("");
        robot.interact(() -> copied.set(Clipboard.getSystemClipboard().getString()));
        assertEquals("Piece 49999: frame 49999\nPiece 50000: frame 50000", copied.get());
    }
}
