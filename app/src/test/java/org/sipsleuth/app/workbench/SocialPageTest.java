package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.view.social.graph.GraphPane;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The page of social behaviour.
@ExtendWith(ApplicationExtension.class)
class SocialPageTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private void open(Path file, FxRobot robot) throws Exception {
        window.run(() -> window.workbench().captures().open(List.of(file)));
        waitUntil(() -> window.state() instanceof Shown && window.workbench().isAtRest());
        window.run(() -> window.workbench().openPage("social"));
        waitUntil(() -> robot.lookup("#social-headline").tryQuery().isPresent());
    }

    private static String words(FxRobot robot, String id) {
        return robot.lookup(id).queryLabeled().getText();
    }

    private static GraphPane graph(FxRobot robot) {
        return robot.lookup("#social-graph").queryAs(GraphPane.class);
    }

    private static TableView<?> users(FxRobot robot) {
        return robot.lookup("#social-users").queryTableView();
    }

    @Test
    void aUserIsFoundFocusedAndFollowedToItsCalls(FxRobot robot) throws Exception {
        open(window.sample("office-hour.pcap"), robot);
        waitUntil(() -> !users(robot).getItems().isEmpty());
        waitUntil(() -> !graph(robot).isSettling());
        int all = graph(robot).data().nodes().size();
        assertEquals(all, users(robot).getItems().size());
        window.checkLegible("social");
        String name = graph(robot).data().nodes().getLast().name();
        robot.clickOn("#social-find").write(name).type(KeyCode.ENTER);
        waitUntil(() -> words(robot, "#social-name").equals(name));
        window.checkLegible("social-user");
        robot.clickOn("#social-neighbours");
        waitUntil(() -> graph(robot).data().nodes().size() < all);
        assertTrue(graph(robot).data().nodes().stream().anyMatch(node -> node.name().equals(name)));
        robot.clickOn("#social-neighbours");
        waitUntil(() -> graph(robot).data().nodes().size() == all);
        robot.clickOn("#social-open");
        waitUntil(() -> !window.workbench().selection().get().dialogs().isEmpty());
    }

    @Test
    void anotherNumberOfClustersIsShown(FxRobot robot) throws Exception {
        open(window.sample("office-hour.pcap"), robot);
        waitUntil(() -> !users(robot).getItems().isEmpty());
        ComboBox<Integer> clusters = robot.lookup("#social-clusters").queryComboBox();
        if (clusters.isDisabled()) {
            assertTrue(words(robot, "#social-summary").startsWith("No clusters"));
            return;
        }
        robot.interact(() -> clusters.setValue(3));
        waitUntil(() -> words(robot, "#social-summary").startsWith("3 clusters"));
    }

    @Test
    void aCaptureWithoutCallsSaysSo(FxRobot robot) throws Exception {
        open(window.sample("register.pcap"), robot);
        waitUntil(() -> words(robot, "#social-page-title").equals("No calls between users"));
        window.checkLegible("social-none");
    }
}
