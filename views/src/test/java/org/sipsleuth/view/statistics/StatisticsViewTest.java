package org.sipsleuth.view.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.ui.FxStage;
import org.sipsleuth.view.ui.Legibility;
import org.sipsleuth.view.ui.SampleCalls;
import org.sipsleuth.view.ui.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StatisticsViewTest {

    private final SelectionModel selection = new SelectionModel();
    private final AtomicInteger opened = new AtomicInteger();
    private StatisticsView view;
    private Scene scene;
    private Stage stage;

    @Start
    void start(Stage window) {
        view = new StatisticsView(selection, ForkJoinPool.commonPool(), opened::incrementAndGet);
        stage = window;
        scene = FxStage.show(stage, view.root(), 1280, 660);
    }

    private static SipIndex calls(int count) throws IOException {
        Path file = Files.createTempFile("statistics", ".pcap");
        try {
            return SampleCalls.calls(count).index(file);
        } finally {
            file.toFile().deleteOnExit(); // messages are read of it
        }
    }

    private void show(FxRobot robot, int count) throws IOException, TimeoutException {
        SipIndex index = calls(count);
        robot.interact(() -> view.show(index));
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> robot.lookup("#statistics-scroll").query().isVisible());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void figuresOpenTheirDialogs(FxRobot robot) throws IOException, TimeoutException {
        Legibility.check(scene, "statistics-none");
        show(robot, 3);
        Legibility.check(scene, "statistics-little");
        Hyperlink first = robot.lookup(".figure").queryAs(Hyperlink.class);
        robot.interact(first::fire);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> opened.get() == 1);
        assertTrue(!selection.get().dialogs().isEmpty());
    }

    @Test
    void muchFitsInBothThemes(FxRobot robot) throws IOException, TimeoutException {
        show(robot, 900);
        Legibility.check(scene, "statistics-much");
        robot.interact(() -> {
            stage.setWidth(1920);
            stage.setHeight(1000);
            Theme.DARK.apply(view.root());
        });
        WaitForAsyncUtils.waitForFxEvents();
        Legibility.check(scene, "statistics-much-dark");
        robot.interact(() -> {
            stage.setWidth(3840);
            stage.setHeight(2000);
            Theme.LIGHT.apply(view.root());
        });
        WaitForAsyncUtils.waitForFxEvents();
        Legibility.check(scene, "statistics-much-4k");
        assertEquals(0, opened.get());
    }
}
