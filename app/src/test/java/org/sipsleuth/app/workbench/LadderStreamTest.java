package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;
import static org.sipsleuth.media.MediaCapture.CALLEE;
import static org.sipsleuth.media.MediaCapture.CALLER;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.media.MediaCapture;
import org.sipsleuth.view.session.Selection;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A stream of media is selected in the ladder by key and by mouse; the inspector describes it.
@ExtendWith(ApplicationExtension.class)
class LadderStreamTest {

    private static final int ROUNDS = 100;
    private static final int MESSAGES = 3;
    private static final double HEADS = 50;
    private static final double STEP = 10;

    @TempDir Path directory;
    private TestWindow window;

    @Start
    void start(Stage stage) {
        window = new TestWindow(directory);
        window.show(stage);
    }

    private static Path call(Path file) {
        return new MediaCapture().invite("one@192.0.2.1", MediaCapture.audio(CALLER, 4_000, ""))
                .after(700)
                .answer("one@192.0.2.1", MediaCapture.audio(CALLEE, 5_000, ""))
                .after(40)
                .talk(CALLER, 4_000, CALLEE, 5_000, 7, 90)
                .talk(CALLEE, 5_000, CALLER, 4_000, 9, 60)
                .after(100)
                .bye("one@192.0.2.1")
                .write(file);
    }

    private static String inspected(FxRobot robot) {
        return robot.lookup(".inspector-body .text")
                .queryAllAs(Text.class)
                .stream()
                .map(Text::getText)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isAt(Node ladder, String begin) {
        String words = ladder.getAccessibleText();
        return words != null && words.startsWith(begin);
    }

    /// Goes through the arrows from above until one is a stream: they are found in the background.
    private void goToFirstStream(Node ladder, FxRobot robot) {
        for (int round = 0; round < ROUNDS && !isAt(ladder, "RTP"); round++) {
            window.pause();
            robot.push(KeyCode.HOME);
            for (int step = 0; step < MESSAGES && !isAt(ladder, "RTP"); step++) {
                robot.push(KeyCode.DOWN);
            }
        }
    }

    private void clickUntilStream(Node ladder, FxRobot robot) {
        Bounds seen = ladder.localToScreen(ladder.getBoundsInLocal());
        for (double y = HEADS; y < seen.getHeight() && !isAt(ladder, "RTP"); y += STEP) {
            robot.clickOn(seen.getMinX() + seen.getWidth() * 0.6, seen.getMinY() + y);
        }
    }

    @Test
    void aStreamIsSelectedByKeyAndMouseAndDescribedInTheInspector(FxRobot robot) {
        window.open(call(directory.resolve("media.pcap")));
        window.run(() -> window.workbench().selection().set(Selection.NONE.withDialogs(List.of(0))));
        Node ladder = robot.lookup("#ladder").query();
        robot.interact(ladder::requestFocus);
        robot.push(KeyCode.R);
        goToFirstStream(ladder, robot);
        assertTrue(isAt(ladder, "RTP PCMU 90 packets"), ladder.getAccessibleText());
        waitUntil(() -> inspected(robot).contains("0x00000007"));
        String first = inspected(robot);
        for (String fact : List.of("PCMU", "the caller", "sendrecv", "0 of 90 (0.0 %)",
                "mean 0.0 ms, maximum 0.0 ms")) {
            assertTrue(first.contains(fact), fact + " is missing in " + first);
        }
        robot.push(KeyCode.DOWN);
        waitUntil(() -> inspected(robot).contains("0x00000009"));
        robot.push(KeyCode.DOWN);
        assertTrue(isAt(ladder, "BYE"), ladder.getAccessibleText());
        waitUntil(() -> !inspected(robot).contains("SSRC"));
        robot.push(KeyCode.HOME);
        clickUntilStream(ladder, robot);
        waitUntil(() -> inspected(robot).contains("0x0000000"));
    }
}
