package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.Screenshots;
import org.sipsleuth.view.fx.Selection;
import org.sipsleuth.view.fx.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Takes pictures of the modes of a ladder, for people to look at, with the keys that set them.
@ExtendWith(ApplicationExtension.class)
class LadderPicturesTest {

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.settings().put("inspector.open", "false");
        window.show(stage);
    }

    private void open(UnaryOperator<List<Integer>> dialogs, String... names) throws IOException {
        Path[] files = new Path[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = window.sample(names[i]);
        }
        window.open(files);
        SipIndex index = ((Shown) window.state()).shown().index();
        List<Integer> all = IntStream.range(0, index.dialogs().size()).boxed().toList();
        window.run(
                () ->
                        window.workbench()
                                .selection()
                                .set(Selection.NONE.withDialogs(dialogs.apply(all))));
    }

    private void focus(FxRobot robot) {
        robot.interact(() -> robot.lookup("#ladder").query().requestFocus());
    }

    private void keys(FxRobot robot, KeyCode... codes) {
        focus(robot);
        for (KeyCode code : codes) {
            robot.push(code);
        }
    }

    private String options() {
        return window.settings().get("ladder").orElse("");
    }

    @Test
    void modesAreSetByKeysAndRemembered(FxRobot robot) throws IOException {
        open(all -> all.subList(0, 1), "lossy.pcap");
        window.pictures("ladder-plain");
        keys(robot, KeyCode.S, KeyCode.B, KeyCode.A, KeyCode.W);
        window.pictures("ladder-compressed-brackets-states-time");
        assertTrue(options().contains("compressed=true"), options());
        assertTrue(options().contains("TRANSACTIONS"), options());
        keys(robot, KeyCode.S, KeyCode.W, KeyCode.C, KeyCode.C, KeyCode.C);
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.M);
        window.pictures("ladder-colours-marked");
        assertTrue(options().contains("colour=TRANSACTION;delta=MARK"), options());
    }

    @Test
    void severalDialogs(FxRobot robot) throws IOException {
        open(all -> all, "call.pcap", "busy.pcap", "forked.pcap", "register.pcap");
        keys(robot, KeyCode.C, KeyCode.A);
        window.pictures("ladder-several");
        keys(robot, KeyCode.G, KeyCode.G, KeyCode.G);
        window.pictures("ladder-domains");
        keys(robot, KeyCode.G, KeyCode.D, KeyCode.PERIOD, KeyCode.J);
        window.pictures("ladder-sdp-merged");
    }

    @Test
    void large(FxRobot robot) throws IOException {
        open(all -> all.subList(0, 1), "call.pcap");
        keys(robot, KeyCode.B, KeyCode.A, KeyCode.W);
        for (Theme theme : Theme.values()) {
            window.run(
                    () -> {
                        window.workbench().look().themeProperty().set(theme);
                        window.stage().setWidth(3_840);
                        window.stage().setHeight(2_160);
                    });
            window.pause();
            Screenshots.save(window.stage().getScene(), "ladder-3840-" + theme);
        }
        assertEquals(3_840, window.stage().getWidth());
    }

    @Test
    void manyLifelines(FxRobot robot) throws IOException {
        open(all -> all.subList(0, Math.min(400, all.size())), "flood-spoofed.pcap");
        keys(robot, KeyCode.END);
        window.pictures("ladder-many");
    }

    @Test
    void theMenuNamesTheModesWithTheirKeys(FxRobot robot) throws IOException {
        open(all -> all.subList(0, 1), "call.pcap");
        robot.clickOn("#ladder-modes");
        window.pause();
        Screenshots.save(window.stage().getScene(), "ladder-menu");
        assertTrue(robot.lookup("Compressed: only what changes  (S)").tryQuery().isPresent());
        robot.push(KeyCode.ESCAPE);
    }
}
