package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.hops.HopsMethod;
import org.sipsleuth.view.hops.HopsPage;
import org.sipsleuth.view.ui.command.CommandGroup;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The window offers a method and its page as soon as they are registered.
@ExtendWith(ApplicationExtension.class)
class AddedPageTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.add(new HopsMethod(), HopsPage::new);
        window.show(stage);
    }

    private static void waitUntil(Callable<Boolean> fact) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(fact).get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void open(String sample) throws Exception {
        Path file = window.sample(sample);
        window.run(() -> window.workbench().captures().open(List.of(file)));
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
    }

    private void filter(String text) {
        try {
            window.workbench().filter().apply(text);
        } catch (FilterSyntaxException unknownField) {
            throw new IllegalStateException(unknownField);
        }
    }

    private static String inspector(FxRobot robot) {
        return robot.from(robot.lookup(".inspector"))
                .lookup(".label")
                .queryAll()
                .stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aRegisteredMethodHasItsPageKeysInspectorAndFilterField(FxRobot robot) throws Exception {
        open("torture.pcap");
        ListView<?> list = (ListView<?>) window.workbench().page(HopsPage.class).root();
        waitUntil(() -> !list.getItems().isEmpty());
        robot.clickOn("#rail-hops"); // nine pages before it have the keys
        waitUntil(() -> list.getScene() != null);
        assertEquals(Integer.toString(list.getItems().size()),
                robot.from(robot.lookup("#rail-hops")).lookup(".rail-badge").queryLabeled().getText());
        robot.interact(() -> list.getSelectionModel().select(0));
        waitUntil(() -> inspector(robot).contains("Requests with many hops: "));
        String inspected = inspector(robot);
        assertTrue(inspected.contains("What to do next"), inspected);
        window.checkLegible("added-page");
        List<String> groups = window.workbench().commandGroups().stream().map(CommandGroup::title).toList();
        assertTrue(groups.contains("Hops"), groups.toString());
        robot.press(KeyCode.SHIFT).type(KeyCode.A).release(KeyCode.SHIFT);
        window.run(() -> filter("hops.highest > 70"));
        waitUntil(() -> window.workbench().filter().filteredProperty().get().isPresent());
        assertTrue(window.workbench().filter().filteredProperty().get().orElseThrow().text().contains("hops.highest"));
    }
}
