package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.app.workbench.TestWindow.waitUntil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.testfx.api.FxRobot;

/// Two files that lie months apart, on one time strip.
class DistantFilesTest {

    private static final long MONTHS_MILLIS = 67L * 24 * 3600 * 1000;
    private static final int CALLS = 12;

    @RegisterExtension static final SharedWindow SHARED = new SharedWindow();

    private final TestWindow window = SHARED.window();

    private Path calls(String name, long laterMillis) throws IOException {
        Path file = window.path(name);
        try (CaptureFile capture = new CaptureFile(file)) {
            capture.after(laterMillis);
            for (int i = 0; i < CALLS; i++) {
                capture.after(3000).call(name + i + "@test");
            }
        }
        return file;
    }

    private static Canvas strip(FxRobot robot) {
        return robot.from(robot.lookup(".strip-canvas"))
                .lookup((Predicate<Node>) Canvas.class::isInstance)
                .queryAs(Canvas.class);
    }

    @Test
    void bothAreReadAndOneIsChosenWithTheMouse(FxRobot robot) throws IOException {
        window.open(calls("september.pcap", 0), calls("november.pcap", MONTHS_MILLIS));
        waitUntil(() -> window.workbench().isAtRest());
        window.checkLegibleInEverySize("strip-distant-files");
        Canvas strip = strip(robot);
        Point2D left = strip.localToScreen(2, 20);
        Point2D middle = strip.localToScreen(strip.getWidth() * 0.40, 20);
        robot.drag(left).moveTo(middle).drop();
        TimeRange chosen = window.workbench().selection().get().time().orElseThrow();
        SipIndex index = window.state().index().orElseThrow();
        int most = index.messages().size() / 2;
        assertTrue(chosen.toNanos() < index.messages().capturedAtNanos(most - 1), "within the first file");
        assertTrue(chosen.toNanos() > index.messages().capturedAtNanos(most / 2), "most of it: " + chosen);
        assertTrue(chosen.fromNanos() - index.messages().capturedAtNanos(0) < 1_000_000_000L,
                "from its begin: " + chosen);
        window.checkLegible("strip-distant-files-chosen");
    }
}
